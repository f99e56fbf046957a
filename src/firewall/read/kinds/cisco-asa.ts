import type { Kind } from "../reader.ts";

const certain = /^(ASA|PIX) Version \d|^\s*nameif \S|^access-list \S+ (line \d+ )?extended /m;
const likely =
  /^object network \S|^access-group \S+ (in|out) interface \S|^access-group \S+ global/m;

export const kind: Kind = {
  id: "cisco-asa",
  title: "Cisco ASA",
  command: "show running-config",
  recognise: (head) => (certain.test(head) ? 1 : likely.test(head) ? 0.8 : 0),
};
