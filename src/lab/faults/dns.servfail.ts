import { resolverFault } from "./_name.ts";

export const dnsServfail = resolverFault({
  id: "dns.servfail",
  verdict: "dns.servfail",
  title: { ko: "DNS: 서버 실패(SERVFAIL)", en: "DNS: server failure (SERVFAIL)" },
  kind: "servfail",
});
