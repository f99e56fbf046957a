import { currentCertificates, pcFault, stored } from "./_pc.ts";

export const certificateMissing = pcFault({
  id: "certificate.missing",
  verdict: "certificate.missing",
  title: { ko: "루트 인증서가 없음", en: "A root certificate is missing" },
  targets: currentCertificates,
  change: (facts, guide, target) => {
    const root = stored(facts, guide, target);
    facts.rootCertificates = facts.rootCertificates.filter((one) => one !== root);
  },
});
