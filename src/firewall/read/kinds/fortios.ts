import type { Kind } from "../reader.ts";

export const kind: Kind = {
  id: "fortios",
  title: "Fortinet FortiOS",
  command: "show full-configuration",
  recognise(head) {
    if (/^\uFEFF?#config-version=F/m.test(head)) return 1;
    if (/^\s*config firewall \S/m.test(head)) return 0.95;
    const tables = /^\s*config (system|global|vdom|router|vpn|user|log)\b/m.test(head);
    return tables && /^\s*(edit|set|next|end)\b/m.test(head) ? 0.8 : 0;
  },
};
