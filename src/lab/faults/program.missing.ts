import { isInside } from "../../guide/folders.ts";
import { installed, pcFault, requiredPrograms, setServices } from "./_pc.ts";

export const programMissing = pcFault({
  id: "program.missing",
  verdict: "program.missing",
  title: { ko: "프로그램이 설치되지 않음", en: "A program is not installed" },
  targets: (guide) => requiredPrograms(guide).map(({ id }) => id),
  silencesAgents: true,
  change: (facts, guide, target) => {
    const entry = installed(facts, guide, target);
    facts.programs = facts.programs.filter((program) => program !== entry);
    const folders = guide.programs.find(({ id }) => id === target)?.installFolders ?? [];
    const gone = (path: string) => folders.includes(path) || isInside(path, folders);
    facts.paths = facts.paths.filter((path) => !gone(path));
    setServices(facts, guide, target, "absent");
  },
});
