import { isHttps } from "./_rows.ts";
import { serviceFault } from "./_service.ts";

export const tlsSilent = serviceFault({
  id: "tls.silent",
  verdict: "tls.silent",
  layer: "tls",
  title: { ko: "접속은 되나 TLS에 응답 없음", en: "The port connects and stays silent to TLS" },
  on: isHttps,
  reach: "any",
  change: { behaviour: "silent" },
});
