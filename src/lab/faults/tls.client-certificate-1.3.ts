import { isHttps } from "./_rows.ts";
import { serviceFault } from "./_service.ts";

export const tlsClientCertificate13 = serviceFault({
  id: "tls.client-certificate-1.3",
  verdict: "tls.client-cert",
  layer: "tls",
  title: {
    ko: "서버가 클라이언트 인증서를 요구(TLS 1.3)",
    en: "The server wants a client certificate (TLS 1.3)",
  },
  on: isHttps,
  reach: "host",
  change: { tls: "client-certificate-1.3" },
});
