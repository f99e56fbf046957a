import type { Kind } from "../reader.ts";

/** What begins no other vendor's `set` lines; a crypto map of Cisco has `set security-association`. */
const setLine =
  /^[ \t]*(?:set|deactivate) (?:version|groups|apply-groups|security|applications|logical-systems|tenants) /m;
/** A block of the outermost level: PAN-OS has a `security {` too, inside of others. */
const block =
  /^(?:inactive: )?(?:security|applications|policies|zones|logical-systems|tenants) \{/m;

export const kind: Kind = {
  id: "juniper-srx",
  title: "Juniper SRX (Junos)",
  command: "show configuration | display set",
  recognise(head) {
    // FortiOS has `set groups` too, in blocks that begin like this.
    if (/^[ \t]*config (?:system|firewall|vdom|global)\b/m.test(head)) return 0;
    if (/^[ \t]*set security (?:policies|zones|address-book|nat) /m.test(head)) return 1;
    if (/^[ \t]*from-zone \S+ to-zone \S+ \{/m.test(head)) return 1;
    return setLine.test(head) || block.test(head) ? 0.9 : 0;
  },
};
