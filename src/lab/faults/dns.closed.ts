import { unled } from "../places.ts";
import { rowIds } from "./_name.ts";
import type { Fault } from "./fault.ts";
import { selectRows } from "./select.ts";

export const dnsClosed: Fault = {
  id: "dns.closed",
  verdict: "dns.refused",
  layer: "name",
  title: { ko: "DNS 서버의 포트가 닫힘", en: "Nobody listens on the DNS servers' port" },
  targets: () => ["*"],
  apply(world) {
    const broken = structuredClone(world);
    for (const resolver of Object.values(broken.resolvers)) resolver.listening = false;
    return broken;
  },
  expect: (_world, guide) => ({
    cause: "dns.refused",
    subjects: rowIds(unled(guide, selectRows(guide, "*"))),
  }),
};
