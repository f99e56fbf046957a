import { answerFor, provableHosts, rowIds, strangeAddress } from "./_name.ts";
import type { Fault } from "./fault.ts";
import { selectRows } from "./select.ts";

export const ipMovedBlocked: Fault = {
  id: "ip.moved-blocked",
  verdict: "ip.drift",
  layer: "name",
  title: {
    ko: "서버가 새 주소로 옮겨졌으나 방화벽에서 막힘",
    en: "The server moved to a new address that is not open",
  },
  targets: (_world, guide) => provableHosts(guide),
  apply(world, target) {
    const broken = structuredClone(world);
    const address = strangeAddress(world, target, "203.0.113");
    answerFor(broken, target, { kind: "addresses", addresses: [address] });
    return broken;
  },
  // Nothing answers there, so no certificate shows whether this is a move or a forgery.
  expect(world, guide, target) {
    const address = strangeAddress(world, target, "203.0.113");
    const blocked = rowIds(selectRows(guide, `${target}|${address}`));
    const documented = rowIds(selectRows(guide, target));
    const rows = Object.fromEntries([
      ...documented.map((id) => [id, "insufficient" as const]),
      ...blocked.map((id) => [id, "tcp.drop" as const]),
    ]);
    return { cause: "ip.drift", subjects: blocked, rows };
  },
};
