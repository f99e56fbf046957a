import { pcFault } from "./_pc.ts";

export const browserUnsupported = pcFault({
  id: "browser.unsupported",
  verdict: "browser.unsupported",
  title: { ko: "지원하지 않는 브라우저 버전", en: "The browser is too old" },
  targets: (guide) => guide.browsers.map(({ id }) => id),
  change: (facts, guide, target) => {
    const rule = guide.browsers.find(({ id }) => id === target);
    const browser = facts.browsers.find(({ id }) => id === rule?.browser);
    if (rule && browser) browser.version = `${rule.minimumVersion - 1}.0`;
  },
});
