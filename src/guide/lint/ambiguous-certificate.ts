import type { LintRule } from "./rule.ts";

export const ambiguousCertificate: LintRule = {
  id: "ambiguous-certificate",
  title: { ko: "어느 것인지 정해지지 않은 인증서", en: "a certificate that may be one of several" },
  severity: "info",
  messages: {
    several: {
      ko: "{file}은(는) {count}개 가운데 하나입니다. 제공자에게 어느 것인지 물어보세요",
      en: "{file} may be any of {count}; ask the provider which",
    },
  },
  *check({ guide }) {
    for (const [i, { file, candidates }] of guide.certificates.entries()) {
      if (candidates.length < 2) continue;
      const path = ["certificates", i, "candidates"];
      const gaps = { file, count: candidates.length };
      yield { kind: "certificates", path, message: "several", with: gaps };
    }
  },
};
