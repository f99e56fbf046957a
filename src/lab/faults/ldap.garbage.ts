import { isLdap } from "./_rows.ts";
import { serviceFault } from "./_service.ts";

export const ldapGarbage = serviceFault({
  id: "ldap.garbage",
  verdict: "ldap.not-speaking",
  layer: "app",
  title: { ko: "LDAP 포트가 다른 프로토콜로 응답", en: "The LDAP port speaks something else" },
  on: isLdap,
  reach: "host",
  change: { behaviour: "garbage" },
});
