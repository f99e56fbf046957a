import { installed, pcFault, requiredPrograms } from "./_pc.ts";

export const programHalf = pcFault({
  id: "program.half",
  verdict: "program.missing",
  title: { ko: "프로그램이 반만 설치됨", en: "A program is installed only in part" },
  targets: (guide) => requiredPrograms(guide).map(({ id }) => id),
  change: (facts, guide, target) => {
    const entry = installed(facts, guide, target);
    if (entry) entry.state = "half";
  },
});
