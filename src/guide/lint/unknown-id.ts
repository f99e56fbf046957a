import { entries } from "./parts.ts";
import { references } from "./references.ts";
import type { LintRule } from "./rule.ts";

export const unknownId: LintRule = {
  id: "unknown-id",
  title: { ko: "없는 id를 가리킴", en: "an id that nothing has" },
  severity: "error",
  messages: {
    unknown: {
      ko: "‘{id}’은(는) 이 안내서에 없습니다 (찾은 곳: {into})",
      en: "‘{id}’ is nowhere in this guide (looked in {into})",
    },
    "or-word": {
      ko: "‘{id}’은(는) 이 안내서의 요건도, 확인을 뜻하는 말({words})도 아닙니다",
      en: "‘{id}’ is neither a requirement of this guide nor a word for checks ({words})",
    },
  },
  *check({ guide }) {
    const known = new Set(entries(guide).map(({ list, value }) => `${list} ${value.id}`));
    for (const { kind, path, value, into, orOneOf } of references(guide)) {
      if (orOneOf.includes(value) || into.some((list) => known.has(`${list} ${value}`))) continue;
      const gaps = { id: value, into: into.join(", "), words: orOneOf.join(", ") };
      yield { kind, path, message: orOneOf.length > 0 ? "or-word" : "unknown", with: gaps };
    }
  },
};
