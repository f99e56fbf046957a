import { pcFault } from "./_pc.ts";

export const popupBlocked = pcFault({
  id: "popup.blocked",
  verdict: "popup.blocked",
  title: { ko: "팝업이 차단됨", en: "Pop-ups are blocked" },
  targets: (guide) => guide.popups.map(({ id }) => id),
  change: (facts, guide, target) => {
    const origins = guide.popups.find(({ id }) => id === target)?.origins ?? [];
    // The blocker works in the zone of the merchant, too, where Windows leaves it off otherwise.
    for (const zone of facts.zoneSettings?.zones ?? []) zone.popupBlocker = true;
    for (const popup of facts.popups) {
      popup.blocked = true;
      popup.allowed = popup.allowed.filter((origin) => !origins.includes(origin));
    }
  },
});
