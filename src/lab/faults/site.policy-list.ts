import { asIeMode, pcFault } from "./_pc.ts";

export const sitePolicyList = pcFault({
  id: "site.policy-list",
  verdict: "site.not-trusted",
  title: {
    ko: "정책의 사이트 목록에 빠져 있음",
    en: "The policy's list of sites leaves the site out",
  },
  targets: (guide) => guide.sites.map(({ id }) => id),
  change: (facts, guide, target) => {
    asIeMode(facts, guide, target);
    facts.zoneSettings = { ...zoneSettings(facts), listFromPolicy: true };
    for (const { id, pattern } of guide.sites) {
      if (id === target) continue;
      facts.zoneEntries.push({ entry: pattern, zone: 2, place: "machine-policy" });
    }
  },
});

function zoneSettings({ zoneSettings }: Parameters<Parameters<typeof pcFault>[0]["change"]>[0]) {
  return zoneSettings ?? { machineOnly: false, listFromPolicy: false, zones: [] };
}
