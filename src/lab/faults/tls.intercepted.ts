import { isHttps } from "./_rows.ts";
import { serviceFault } from "./_service.ts";

export const tlsIntercepted = serviceFault({
  id: "tls.intercepted",
  verdict: "tls.intercepted",
  layer: "tls",
  title: {
    ko: "PC가 신뢰하는 기관의 TLS 검사",
    en: "TLS inspection by an authority that the PC trusts",
  },
  on: isHttps,
  reach: "any",
  change: { certificate: "inspection" },
  also: (world) => {
    world.pc.trustsInspectionCa = true;
  },
});
