import { pcFault, stored } from "./_pc.ts";

export const certificateExpired = pcFault({
  id: "certificate.expired",
  verdict: "certificate.expired",
  title: { ko: "루트 인증서가 만료됨", en: "A root certificate has expired" },
  targets: (guide) => guide.certificates.map(({ id }) => id),
  change: (facts, guide, target) => {
    const root = stored(facts, guide, target);
    if (root) root.notAfter = Date.UTC(2020, 11, 31);
  },
});
