import { pcFault, requiredPrograms } from "./_pc.ts";

export const programConflict = pcFault({
  id: "program.conflict",
  verdict: "program.conflict",
  title: { ko: "다른 프로그램과 부딪힘", en: "Another program is in the way" },
  targets: (guide) =>
    requiredPrograms(guide)
      .filter(({ conflictsWith }) => conflictsWith !== undefined)
      .map(({ id }) => id),
  silencesAgents: true,
  change: (facts, guide, target) => {
    const rule = guide.programs.find(({ id }) => id === target)?.conflictsWith?.[0];
    const name = (rule?.names[0] ?? target).replace(/\*$/, "");
    facts.programs.push({ name, version: "1.0", state: "complete" });
  },
});
