import { currentCertificates, pcFault, stored } from "./_pc.ts";

export const certificateDistrusted = pcFault({
  id: "certificate.distrusted",
  verdict: "certificate.distrusted",
  title: {
    ko: "루트 인증서가 신뢰할 수 없는 목록에 있음",
    en: "A root certificate is among the distrusted ones",
  },
  targets: currentCertificates,
  change: (facts, guide, target) => {
    const root = stored(facts, guide, target);
    if (root) root.distrusted = true;
  },
});
