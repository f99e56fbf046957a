import { isHttps } from "./_rows.ts";
import { serviceFault } from "./_service.ts";

export const tlsAlert = serviceFault({
  id: "tls.alert",
  verdict: "tls.alert",
  layer: "tls",
  title: { ko: "서버가 TLS 경고로 끊음", en: "The server ends the handshake with an alert" },
  on: isHttps,
  reach: "host",
  change: { tls: "alert" },
});
