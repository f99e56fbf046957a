import { isLdap } from "./_rows.ts";
import { serviceFault } from "./_service.ts";

export const ldapSilent = serviceFault({
  id: "ldap.silent",
  verdict: "ldap.not-speaking",
  layer: "app",
  title: { ko: "LDAP 포트가 응답하지 않음", en: "The LDAP port stays silent" },
  on: isLdap,
  reach: "host",
  change: { behaviour: "silent" },
});
