import { asIeMode, pcFault } from "./_pc.ts";

export const siteNotTrusted = pcFault({
  id: "site.not-trusted",
  verdict: "site.not-trusted",
  title: { ko: "신뢰할 수 있는 사이트에 없음", en: "The site is not among the trusted ones" },
  targets: (guide) => guide.sites.map(({ id }) => id),
  change: (facts, guide, target) => {
    asIeMode(facts, guide, target);
    const pattern = guide.sites.find(({ id }) => id === target)?.pattern;
    facts.zoneEntries = facts.zoneEntries.filter(({ entry }) => entry !== pattern);
  },
});
