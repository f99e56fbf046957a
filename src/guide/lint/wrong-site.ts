import type { LintRule } from "./rule.ts";

export const wrongSite: LintRule = {
  id: "wrong-site",
  title: { ko: "맞는 주소를 틀렸다고 함", en: "a right site entry called wrong" },
  severity: "error",
  messages: {
    right: {
      ko: "‘{entry}’은(는) 맞는 주소로도 적혀 있습니다",
      en: "‘{entry}’ is also given as a right entry",
    },
    twice: { ko: "‘{entry}’이(가) 두 번 있습니다", en: "‘{entry}’ stands twice" },
  },
  *check({ guide }) {
    const right = new Set(guide.sites.map(({ pattern }) => pattern.toLowerCase()));
    const seen = new Set<string>();
    for (const [i, { entry }] of guide.wrong.entries()) {
      const path = ["wrong", i, "entry"];
      const name = entry.toLowerCase();
      if (right.has(name)) yield { kind: "sites", path, message: "right", with: { entry } };
      if (seen.has(name)) yield { kind: "sites", path, message: "twice", with: { entry } };
      seen.add(name);
    }
  },
};
