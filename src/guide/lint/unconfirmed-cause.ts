import { verdicts } from "../../evidence/verdict.ts";
import type { LintRule } from "./rule.ts";

// These say that nothing is wrong, or that nobody knows: no cause that a check could confirm.
const noCauses: readonly string[] = ["ok", "insufficient"];
const networkCauses = new Set<string>(verdicts.filter((verdict) => !noCauses.includes(verdict)));

export const unconfirmedCause: LintRule = {
  id: "unconfirmed-cause",
  title: { ko: "어떤 확인으로도 알 수 없는 원인", en: "a cause that no check confirms" },
  severity: "error",
  messages: {
    unconfirmed: {
      ko: "원인 ‘{id}’을(를) 확인할 방법이 없습니다: confirmedBy나 remains가 있어야 합니다",
      en: "nothing confirms the cause ‘{id}’: it needs confirmedBy or remains",
    },
    both: {
      ko: "원인 ‘{id}’에 confirmedBy와 remains가 함께 있습니다",
      en: "the cause ‘{id}’ has both confirmedBy and remains",
    },
  },
  *check({ guide }) {
    for (const [i, { id, confirmedBy = [], remains }] of guide.causes.entries()) {
      const path = ["causes", i, "id"];
      const confirmed = networkCauses.has(id) || confirmedBy.length > 0;
      if (confirmed && remains) yield { kind: "causes", path, message: "both", with: { id } };
      if (confirmed || remains) continue;
      yield { kind: "causes", path, message: "unconfirmed", with: { id } };
    }
  },
};
