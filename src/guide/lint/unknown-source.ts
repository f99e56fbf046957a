import { facts } from "./parts.ts";
import type { LintRule } from "./rule.ts";

export const unknownSource: LintRule = {
  id: "unknown-source",
  title: { ko: "모르는 출처", en: "an unknown source" },
  severity: "error",
  messages: {
    unknown: {
      ko: "출처 ‘{id}’이(가) guide.yaml의 sources에 없습니다",
      en: "the source ‘{id}’ is not among the sources in guide.yaml",
    },
  },
  *check({ guide }) {
    const known = new Set(guide.sources.map(({ id }) => id));
    for (const { kind, path, value } of facts(guide)) {
      const id = value.source?.split("#")[0];
      if (!id || known.has(id)) continue;
      yield { kind, path: [...path, "source"], message: "unknown", with: { id } };
    }
  },
};
