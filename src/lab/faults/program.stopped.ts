import { installed, pcFault, requiredPrograms, setServices } from "./_pc.ts";

export const programStopped = pcFault({
  id: "program.stopped",
  verdict: "program.stopped",
  title: { ko: "프로그램의 서비스가 멈춤", en: "The service of a program has stopped" },
  targets: (guide) =>
    requiredPrograms(guide)
      .filter(({ services, processes }) => services ?? processes)
      .map(({ id }) => id),
  silencesAgents: true,
  change: (facts, guide, target) => {
    const entry = installed(facts, guide, target);
    if (entry) entry.running = false;
    setServices(facts, guide, target, "stopped");
  },
});
