import { asIeMode, pcFault } from "./_pc.ts";

export const siteMachineOnly = pcFault({
  id: "site.machine-only",
  verdict: "site.not-trusted",
  title: {
    ko: "사용자가 넣은 사이트를 정책이 쓰지 않음",
    en: "By policy the sites that users enter do not count",
  },
  targets: (guide) => guide.sites.map(({ id }) => id),
  change: (facts, guide, target) => {
    asIeMode(facts, guide, target);
    const zones = facts.zoneSettings?.zones ?? [];
    facts.zoneSettings = { machineOnly: true, listFromPolicy: false, zones };
    const pattern = guide.sites.find(({ id }) => id === target)?.pattern;
    for (const one of facts.zoneEntries) if (one.entry !== pattern) one.place = "machine";
  },
});
