import { answerFor, provableHosts, rowIds, serveAt, strangeAddress } from "./_name.ts";
import type { Fault } from "./fault.ts";
import { selectRows } from "./select.ts";

export const ipDriftAdded: Fault = {
  id: "ip.drift-added",
  verdict: "ip.drift",
  layer: "name",
  title: { ko: "새 주소가 더해짐(방화벽 열림)", en: "A new address was added and is open" },
  targets: (_world, guide) => provableHosts(guide),
  apply(world, target, guide) {
    const broken = structuredClone(world);
    const address = strangeAddress(world, target, "203.0.113");
    serveAt(broken, guide, target, address);
    const addresses = [...(world.names[target] ?? []), address];
    answerFor(broken, target, { kind: "addresses", addresses });
    return broken;
  },
  expect(world, guide, target) {
    const address = strangeAddress(world, target, "203.0.113");
    return { cause: "ip.drift", subjects: rowIds(selectRows(guide, `${target}|${address}`)) };
  },
};
