import { pcFault } from "./_pc.ts";

export const toolbarPresent = pcFault({
  id: "toolbar.present",
  verdict: "toolbar.present",
  title: { ko: "툴바가 설치됨", en: "A toolbar is installed" },
  targets: (guide) => guide.toolbars.map(({ id }) => id),
  change: (facts, guide, target) => {
    const name = guide.toolbars.find(({ id }) => id === target)?.names[0] ?? target;
    facts.programs.push({ name, version: "7.5", state: "complete" });
  },
});
