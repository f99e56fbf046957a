import { currentCertificates, pcFault, stored } from "./_pc.ts";

export const certificateExpired = pcFault({
  id: "certificate.expired",
  verdict: "certificate.expired",
  title: { ko: "루트 인증서의 기간이 지남", en: "A root certificate has run out" },
  targets: currentCertificates,
  change: (facts, guide, target) => {
    const root = stored(facts, guide, target);
    if (root) root.notAfter = Date.UTC(2020, 11, 31);
  },
});
