import { isHttps } from "./_rows.ts";
import { serviceFault } from "./_service.ts";

export const tlsPlainHttp = serviceFault({
  id: "tls.plain-http",
  verdict: "tls",
  layer: "tls",
  title: { ko: "TLS 포트가 평문 HTTP로 응답", en: "The TLS port speaks plain HTTP" },
  on: isHttps,
  reach: "any",
  change: { behaviour: "plain-http" },
});
