import { knownCauses } from "../../evidence/verdict.ts";
import type { LintRule } from "./rule.ts";

export const unknownCause: LintRule = {
  id: "unknown-cause",
  title: { ko: "모르는 원인", en: "an unknown cause" },
  severity: "error",
  messages: {
    unknown: {
      ko: "증상 ‘{symptom}’의 원인 ‘{id}’을(를) Jochi도 이 안내서도 모릅니다",
      en: "neither Jochi nor this guide knows ‘{id}’, a cause of the symptom ‘{symptom}’",
    },
    wordless: {
      ko: "이 안내서만의 원인 ‘{id}’에는 title과 owner가 있어야 합니다",
      en: "‘{id}’ is this guide's own cause and needs a title and an owner",
    },
  },
  *check({ guide }) {
    const own = new Set(guide.causes.map(({ id }) => id));
    for (const [i, { id: symptom, causes }] of guide.symptoms.entries()) {
      for (const [j, id] of causes.entries()) {
        if (own.has(id) || knownCauses.includes(id)) continue;
        const path = ["symptoms", i, "causes", j];
        yield { kind: "symptoms", path, message: "unknown", with: { id, symptom } };
      }
    }
    for (const [i, { id, title, owner }] of guide.causes.entries()) {
      if (knownCauses.includes(id) || (title && owner)) continue;
      yield { kind: "causes", path: ["causes", i, "id"], message: "wordless", with: { id } };
    }
  },
};
