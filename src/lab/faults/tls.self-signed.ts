import { isHttps } from "./_rows.ts";
import { serviceFault } from "./_service.ts";

export const tlsSelfSigned = serviceFault({
  id: "tls.self-signed",
  verdict: "tls.untrusted",
  layer: "tls",
  title: { ko: "자체 서명 인증서", en: "The server certificate is self-signed" },
  on: isHttps,
  reach: "host",
  change: { certificate: "self-signed" },
});
