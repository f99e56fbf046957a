import { installed, pcFault, requiredPrograms } from "./_pc.ts";

export const programOutdated = pcFault({
  id: "program.outdated",
  verdict: "program.outdated",
  title: { ko: "프로그램 버전이 낮음", en: "A program is too old" },
  targets: (guide) =>
    requiredPrograms(guide)
      .filter(({ minimumVersion }) => minimumVersion !== undefined)
      .map(({ id }) => id),
  change: (facts, guide, target) => {
    const entry = installed(facts, guide, target);
    if (entry) entry.version = "0.0.0.1";
  },
});
