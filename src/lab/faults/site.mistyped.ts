import { asIeMode, pcFault } from "./_pc.ts";

export const siteMistyped = pcFault({
  id: "site.mistyped",
  verdict: "site.mistyped",
  title: { ko: "신뢰할 수 있는 사이트를 잘못 입력함", en: "The trusted site is mistyped" },
  targets: (guide) => guide.wrong.map(({ entry }) => entry),
  change: (facts, guide, target) => {
    const meant = guide.wrong.find(({ entry }) => entry === target)?.meant;
    asIeMode(facts, guide, meant);
    const pattern = guide.sites.find(({ id }) => id === meant)?.pattern;
    facts.zoneEntries = facts.zoneEntries.filter(({ entry }) => entry !== pattern);
    facts.zoneEntries.push({ entry: target, zone: 2 });
  },
  subject: (guide, target) => guide.wrong.find(({ entry }) => entry === target)?.meant ?? target,
});
