import { pcFault, requiredPrograms, setServices } from "./_pc.ts";

export const programServiceDisabled = pcFault({
  id: "program.service-disabled",
  verdict: "program.stopped",
  title: { ko: "프로그램의 서비스가 사용 안 함", en: "The service of a program is disabled" },
  targets: (guide) =>
    requiredPrograms(guide)
      .filter(({ services }) => services !== undefined)
      .map(({ id }) => id),
  silencesAgents: true,
  change: (facts, guide, target) => setServices(facts, guide, target, "disabled"),
});
