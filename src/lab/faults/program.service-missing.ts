import { pcFault, requiredPrograms, setServices } from "./_pc.ts";

export const programServiceMissing = pcFault({
  id: "program.service-missing",
  verdict: "program.missing",
  title: { ko: "프로그램의 서비스가 없음", en: "The service of a program is not there" },
  targets: (guide) =>
    requiredPrograms(guide)
      .filter(({ services }) => services !== undefined)
      .map(({ id }) => id),
  silencesAgents: true,
  change: (facts, guide, target) => setServices(facts, guide, target, "absent"),
});
