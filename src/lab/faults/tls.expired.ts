import { isHttps } from "./_rows.ts";
import { serviceFault } from "./_service.ts";

export const tlsExpired = serviceFault({
  id: "tls.expired",
  verdict: "tls.expired",
  layer: "tls",
  title: { ko: "서버 인증서 만료", en: "The server certificate has expired" },
  on: isHttps,
  reach: "host",
  change: { certificate: "expired" },
});
