import { isHttps } from "./_rows.ts";
import { serviceFault } from "./_service.ts";

export const tlsUnknownCa = serviceFault({
  id: "tls.unknown-ca",
  verdict: "tls.untrusted",
  layer: "tls",
  title: {
    ko: "알 수 없는 기관이 발급한 인증서",
    en: "The server certificate is from an unknown authority",
  },
  on: isHttps,
  reach: "host",
  change: { certificate: "unknown-ca" },
});
