import type { Fault } from "./fault.ts";

/** A wrong entry does no harm beside the right one. */
export const siteNeedless: Fault = {
  id: "site.needless",
  verdict: "ok",
  layer: "pc",
  title: { ko: "잘못된 사이트 항목이 하나 더 있음", en: "A wrong site entry beside the right one" },
  targets: (_world, guide) => guide.wrong.map(({ entry }) => entry),
  apply(world, target) {
    const broken = structuredClone(world);
    broken.pc.facts?.zoneEntries.push({ entry: target, zone: 2 });
    return broken;
  },
  expect: () => undefined,
};
