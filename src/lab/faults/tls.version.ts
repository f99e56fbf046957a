import { isHttps } from "./_rows.ts";
import { serviceFault } from "./_service.ts";

export const tlsVersion = serviceFault({
  id: "tls.version",
  verdict: "tls.version",
  layer: "tls",
  title: { ko: "서버가 TLS 1.0만 지원", en: "The server speaks TLS 1.0 only" },
  on: isHttps,
  reach: "host",
  change: { tls: "1.0" },
});
