import { resolverFault } from "./_name.ts";

export const dnsNxdomain = resolverFault({
  id: "dns.nxdomain",
  verdict: "dns.nxdomain",
  title: { ko: "DNS: 없는 이름(NXDOMAIN)", en: "DNS: no such name (NXDOMAIN)" },
  kind: "nxdomain",
});
