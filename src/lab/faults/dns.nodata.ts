import { resolverFault } from "./_name.ts";

export const dnsNodata = resolverFault({
  id: "dns.nodata",
  verdict: "dns.nodata",
  title: { ko: "DNS: 주소 없음(NODATA)", en: "DNS: no address (NODATA)" },
  kind: "nodata",
});
