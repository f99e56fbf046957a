import { entries, facts } from "./parts.ts";
import { referred } from "./references.ts";
import type { LintRule } from "./rule.ts";

// Each endpoint is a check of its own, and remedies have their own rule.
const needNoReference = ["endpoints", "remedies"];

export const unusedId: LintRule = {
  id: "unused-id",
  title: { ko: "아무도 쓰지 않는 id", en: "an id that nothing uses" },
  severity: "warning",
  messages: {
    unused: {
      ko: "‘{id}’을(를) 가리키는 곳이 없습니다",
      en: "nothing refers to ‘{id}’",
    },
  },
  *check({ guide }) {
    const used = referred(guide);
    for (const { kind, list, path, value } of entries(guide)) {
      if (needNoReference.includes(list) || used.has(`${list} ${value.id}`)) continue;
      yield { kind, path: [...path, "id"], message: "unused", with: { id: value.id } };
    }
    const cited = new Set(facts(guide).map(({ value }) => value.source?.split("#")[0]));
    for (const [i, { id }] of guide.sources.entries()) {
      if (cited.has(id)) continue;
      yield { kind: "guide", path: ["sources", i, "id"], message: "unused", with: { id } };
    }
  },
};
