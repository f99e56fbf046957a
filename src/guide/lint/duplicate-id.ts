import type { Guide } from "../guide.ts";
import { entries, type Part } from "./parts.ts";
import type { LintRule } from "./rule.ts";

export const duplicateId: LintRule = {
  id: "duplicate-id",
  title: { ko: "두 번 쓰인 id", en: "an id used twice" },
  severity: "error",
  messages: {
    twice: {
      ko: "‘{id}’은(는) 이미 다른 곳에서 쓰였습니다",
      en: "‘{id}’ is already the id of something else",
    },
  },
  *check({ guide }) {
    for (const space of idSpaces(guide)) {
      const seen = new Set<string>();
      for (const { kind, path, value } of space) {
        if (seen.has(value.id)) {
          yield { kind, path: [...path, "id"], message: "twice", with: { id: value.id } };
        }
        seen.add(value.id);
      }
    }
  },
};

// Sections and plans name requirements, remedies, groups and symptoms alike, so those share one.
function idSpaces(guide: Guide): Part<{ id: string }>[][] {
  return [
    entries(guide),
    guide.sources.map((value, i) => ({ kind: "guide", path: ["sources", i], value })),
    guide.sections.map((value, i) => ({ kind: "guide", path: ["sections", i], value })),
    (guide.openQuestions ?? []).map((value, i) => ({
      kind: "guide",
      path: ["openQuestions", i],
      value,
    })),
    guide.causes.map((value, i) => ({ kind: "causes", path: ["causes", i], value })),
  ];
}
