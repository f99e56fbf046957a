import { isHttps } from "./_rows.ts";
import { serviceFault } from "./_service.ts";

export const tlsInterceptedUntrusted = serviceFault({
  id: "tls.intercepted-untrusted",
  verdict: "tls.intercepted",
  layer: "tls",
  title: {
    ko: "PC가 신뢰하지 않는 기관의 TLS 검사",
    en: "TLS inspection by an authority that the PC does not trust",
  },
  on: isHttps,
  reach: "any",
  change: { certificate: "inspection" },
  also: (world) => {
    world.pc.trustsInspectionCa = false;
  },
});
