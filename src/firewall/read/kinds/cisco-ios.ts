import type { Kind } from "../reader.ts";

const certain = /^ip access-list (standard|extended) \S|^\s+ip access-group \S+ (in|out)\b/m;
const likely =
  /^version 1\d\.\d|^access-list \d{1,4} (permit|deny|remark)\b|^ipv6 access-list \S|^\s+ipv6 traffic-filter \S/m;
/** What only an ASA or PIX writes, which also has numbers for names. */
const other =
  /^(ASA|PIX) Version \d|^\s*nameif \S|^access-list \S+ (line \d+ )?extended |^access-group \S|^object network \S/m;

export const kind: Kind = {
  id: "cisco-ios",
  title: "Cisco IOS",
  command: "show running-config",
  recognise: (head) =>
    other.test(head) ? 0 : certain.test(head) ? 1 : likely.test(head) ? 0.8 : 0,
};
