import type { LintRule } from "./rule.ts";

export const expiredCertificate: LintRule = {
  id: "expired-certificate",
  title: { ko: "만료된 인증서", en: "an expired certificate" },
  severity: "warning",
  messages: {
    expired: { ko: "‘{subject}’은(는) {day}에 만료되었습니다", en: "‘{subject}’ expired on {day}" },
  },
  *check({ guide, today }) {
    for (const [i, { candidates }] of guide.certificates.entries()) {
      for (const [j, { subject, notAfter }] of candidates.entries()) {
        if (notAfter === undefined || notAfter >= today) continue;
        const path = ["certificates", i, "candidates", j, "notAfter"];
        yield { kind: "certificates", path, message: "expired", with: { subject, day: notAfter } };
      }
    }
  },
};
