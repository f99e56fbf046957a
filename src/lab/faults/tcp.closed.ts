import { rowsInLab } from "../places.ts";
import { causeOn, distanceKnown } from "./_rows.ts";
import type { Fault } from "./fault.ts";
import { patternsOf, selectRows } from "./select.ts";

export const tcpClosed: Fault = {
  id: "tcp.closed",
  verdict: "tcp.closed",
  layer: "tcp",
  title: { ko: "서버의 포트가 닫힘", en: "Nobody listens on the server's port" },
  targets: (_world, guide) => patternsOf(guide, () => true),
  apply(world, target, guide) {
    const broken = structuredClone(world);
    for (const { address, port } of selectRows(guide, target)) {
      delete broken.services[`${address}:${port}`];
    }
    return broken;
  },
  // Without an open port of the same address, at some distance, a firewall could have said it too.
  expect(world, guide, target) {
    const rows = selectRows(guide, target);
    const all = rowsInLab(guide);
    const known = rows.every(({ address }) =>
      distanceKnown(
        world,
        all.filter((row) => row.address === address),
      ),
    );
    return causeOn(rows, known ? "tcp.closed" : "tcp");
  },
};
