import { facts } from "./parts.ts";
import type { LintRule } from "./rule.ts";

export const missingSource: LintRule = {
  id: "missing-source",
  title: { ko: "출처가 없음", en: "a fact without a source" },
  severity: "error",
  messages: {
    missing: { ko: "어디서 온 것인지 source가 없습니다", en: "no source says where this is from" },
  },
  *check({ guide }) {
    for (const { kind, path, value } of facts(guide)) {
      if (!value.source) yield { kind, path, message: "missing" };
    }
  },
};
