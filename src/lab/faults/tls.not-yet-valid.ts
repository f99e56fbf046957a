import { isHttps } from "./_rows.ts";
import { serviceFault } from "./_service.ts";

export const tlsNotYetValid = serviceFault({
  id: "tls.not-yet-valid",
  verdict: "tls.not-yet-valid",
  layer: "tls",
  title: { ko: "서버 인증서의 시작일이 미래임", en: "The server certificate is not valid yet" },
  on: isHttps,
  reach: "host",
  change: { certificate: "not-yet-valid" },
});
