import { entries } from "./parts.ts";
import type { LintRule } from "./rule.ts";

export const openQuestion: LintRule = {
  id: "open-question",
  title: { ko: "답을 기다리는 질문의 잘못", en: "an open question that does not fit" },
  severity: "error",
  messages: {
    unknown: {
      ko: "‘{id}’은(는) 이 안내서의 요건도, 원인도, 조치도 아닙니다",
      en: "‘{id}’ is no requirement, cause or remedy of this guide",
    },
    future: {
      ko: "since {day}은(는) 아직 오지 않은 날입니다",
      en: "since {day} is still to come",
    },
  },
  *check({ guide, today }) {
    const known = new Set([
      ...entries(guide).map(({ value }) => value.id),
      ...guide.causes.map(({ id }) => id),
    ]);
    for (const [i, { about, since }] of (guide.openQuestions ?? []).entries()) {
      const path = ["openQuestions", i];
      for (const [j, id] of about.entries()) {
        if (known.has(id)) continue;
        yield { kind: "guide", path: [...path, "about", j], message: "unknown", with: { id } };
      }
      if (since > today)
        yield { kind: "guide", path: [...path, "since"], message: "future", with: { day: since } };
    }
  },
};
