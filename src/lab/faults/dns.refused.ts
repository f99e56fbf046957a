import { resolverFault } from "./_name.ts";

export const dnsRefused = resolverFault({
  id: "dns.refused",
  verdict: "dns.refused",
  title: { ko: "DNS: 거부(REFUSED)", en: "DNS: refused (REFUSED)" },
  kind: "refused",
});
