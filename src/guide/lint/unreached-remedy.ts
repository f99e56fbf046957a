import type { LintRule } from "./rule.ts";

export const unreachedRemedy: LintRule = {
  id: "unreached-remedy",
  title: { ko: "어떤 원인도 가리키지 않는 조치", en: "a remedy that no cause leads to" },
  severity: "error",
  messages: {
    unreached: {
      ko: "조치 ‘{id}’에 이르는 원인이 없습니다",
      en: "no cause leads to the remedy ‘{id}’",
    },
  },
  *check({ guide }) {
    const reached = new Set(
      guide.causes.flatMap(({ remedies, managedRemedies = [] }) => [
        ...remedies,
        ...managedRemedies,
      ]),
    );
    for (const [i, { id }] of guide.remedies.entries()) {
      if (reached.has(id) || guide.escalation.remedy === id) continue;
      yield { kind: "remedies", path: ["remedies", i, "id"], message: "unreached", with: { id } };
    }
  },
};
