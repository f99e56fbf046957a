import { answerFor, provableHosts, rowIds, strangeAddress } from "./_name.ts";
import type { Fault } from "./fault.ts";
import { selectRows } from "./select.ts";

export const ipDriftBlocked: Fault = {
  id: "ip.drift-blocked",
  verdict: "ip.drift",
  layer: "name",
  title: {
    ko: "새 주소가 더해졌으나 방화벽에서 막힘",
    en: "A new address was added and is not open",
  },
  targets: (_world, guide) => provableHosts(guide),
  apply(world, target) {
    const broken = structuredClone(world);
    const address = strangeAddress(world, target, "203.0.113");
    const addresses = [...(world.names[target] ?? []), address];
    answerFor(broken, target, { kind: "addresses", addresses });
    return broken;
  },
  expect(world, guide, target) {
    const address = strangeAddress(world, target, "203.0.113");
    const ids = rowIds(selectRows(guide, `${target}|${address}`));
    const rows = Object.fromEntries(ids.map((id) => [id, "tcp.drop" as const]));
    return { cause: "ip.drift", subjects: ids, rows };
  },
};
