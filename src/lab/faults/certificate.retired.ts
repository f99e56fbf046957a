import { currentCertificates, stored } from "./_pc.ts";
import type { Fault } from "./fault.ts";

/** A certificate whose time is past everywhere: not having it is no fault of this PC. */
export const certificateRetired: Fault = {
  id: "certificate.retired",
  verdict: "ok",
  layer: "pc",
  title: {
    ko: "더는 쓰이지 않는 루트 인증서가 없음",
    en: "A root certificate that nothing uses any more is not there",
  },
  targets: (_world, guide) =>
    guide.certificates.map(({ id }) => id).filter((id) => !currentCertificates(guide).includes(id)),
  apply(world, target, guide) {
    const broken = structuredClone(world);
    const facts = broken.pc.facts;
    if (!facts) return broken;
    const root = stored(facts, guide, target);
    facts.rootCertificates = facts.rootCertificates.filter((one) => one !== root);
    return broken;
  },
  expect: () => undefined,
};
