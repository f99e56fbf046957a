import { pcFault } from "./_pc.ts";

export const fileMissing = pcFault({
  id: "file.missing",
  verdict: "file.missing",
  title: { ko: "필요한 파일이나 폴더가 없음", en: "A file or folder is missing" },
  targets: (guide) => guide.files.map(({ id }) => id),
  change: (facts, guide, target) => {
    const paths = guide.files.find(({ id }) => id === target)?.paths ?? [];
    facts.paths = facts.paths.filter((path) => !paths.includes(path));
  },
});
