import { resolverFault } from "./_name.ts";

export const dnsTimeout = resolverFault({
  id: "dns.timeout",
  verdict: "dns.timeout",
  title: { ko: "DNS: 응답 없음", en: "DNS: no answer" },
  kind: "silent",
});
