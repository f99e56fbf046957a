import { isHttps } from "./_rows.ts";
import { serviceFault } from "./_service.ts";

export const tlsWrongHost = serviceFault({
  id: "tls.wrong-host",
  verdict: "tls.wrong-host",
  layer: "tls",
  title: { ko: "다른 이름의 서버 인증서", en: "The server certificate is for another host" },
  on: isHttps,
  reach: "host",
  change: { certificate: "wrong-host" },
});
