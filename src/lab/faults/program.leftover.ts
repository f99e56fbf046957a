import { installed, pcFault, requiredPrograms } from "./_pc.ts";

export const programLeftover = pcFault({
  id: "program.leftover",
  verdict: "program.missing",
  title: { ko: "프로그램의 폴더만 남아 있음", en: "Only the folder of a program is left" },
  targets: (guide) =>
    requiredPrograms(guide)
      .filter(({ installFolders }) => installFolders !== undefined)
      .map(({ id }) => id),
  silencesAgents: true,
  change: (facts, guide, target) => {
    const entry = installed(facts, guide, target);
    facts.programs = facts.programs.filter((program) => program !== entry);
  },
});
