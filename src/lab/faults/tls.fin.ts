import { isHttps } from "./_rows.ts";
import { serviceFault } from "./_service.ts";

export const tlsFin = serviceFault({
  id: "tls.fin",
  verdict: "tls.reset",
  layer: "tls",
  title: { ko: "ClientHello 뒤 연결 종료", en: "The connection is closed after the ClientHello" },
  on: isHttps,
  reach: "any",
  change: { behaviour: "fin" },
});
