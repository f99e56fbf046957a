import { asIeMode, pcFault } from "./_pc.ts";

export const siteWrongZone = pcFault({
  id: "site.wrong-zone",
  verdict: "site.not-trusted",
  title: { ko: "사이트가 제한된 영역에 있음", en: "The site is in the restricted zone" },
  targets: (guide) => guide.sites.map(({ id }) => id),
  change: (facts, guide, target) => {
    asIeMode(facts, guide, target);
    const pattern = guide.sites.find(({ id }) => id === target)?.pattern;
    for (const one of facts.zoneEntries) if (one.entry === pattern) one.zone = 4;
  },
});
