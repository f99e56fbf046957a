import { kindOf, splitMixed } from "./kinds.ts";
import type { Column, Role } from "./titles.ts";

/** What a row says, by what it is. A field that is not there is merged with the one above. */
export interface Fields {
  group?: string;
  host?: string;
  address?: string;
  ports?: { cell: string; protocol: string }[];
  purpose?: string;
  remark?: string;
  direction?: string;
  /** Cells that a guide has no place for, with the words above them. */
  others: { title: string; text: string }[];
  /** Says that there is no name, address or port: a dash, 없음. */
  none: Set<"host" | "address" | "ports">;
  /** Ditto marks with nothing above them. */
  lone: string[];
  /** The address is that of the row above by a ditto mark. */
  sameAddress: boolean;
  /** What is spoken is said above, in a cell that is merged with this row's empty one. */
  protocolAbove?: string;
}

const nothing = /^(?:[-–—~.*]+|x|없음|해당 ?(?:사항 ?)?없음|n\/?a|none)$/i;

/** Puts the cells of a row under what they are; `above` keeps what a ditto mark repeats. */
export function fieldsOf(
  cells: readonly string[],
  columns: readonly Column[],
  above: string[],
): Fields {
  const fields: Fields = { others: [], none: new Set(), lone: [], sameAddress: false };
  const all = new Map<Role, string[]>();
  const add = (role: Role, text: string) => all.set(role, [...(all.get(role) ?? []), text]);
  const protocols: string[] = [];
  const ports: { cell: string; title: string }[] = [];
  let protocolAbove: string | undefined;
  for (const [at, { role, title }] of columns.entries()) {
    const own = cells[at] ?? "";
    if (role === "protocol" && own === "" && above[at]) protocolAbove = above[at];
    const isDitto = own !== "" && kindOf(own) === "ditto";
    const text = isDitto ? (above[at] ?? "") : own;
    if (isDitto && text === "") fields.lone.push(own);
    if (isDitto && (role === "address" || role === "mixed")) fields.sameAddress = true;
    if (text === "") continue;
    above[at] = text;
    if (role === "other" || role === "source" || role === "former") {
      fields.others.push({ title, text });
    } else if (role === "ports") ports.push({ cell: text, title });
    else if (role === "protocol") protocols.push(text);
    else add(role, text);
  }
  for (const cell of all.get("mixed") ?? []) {
    const { host, address } = splitMixed(cell);
    if (host !== "") add("host", host);
    if (address !== "") add("address", address);
  }
  const one = (role: "host" | "address") => {
    const said = (all.get(role) ?? []).filter((text) => !nothing.test(text));
    if (all.has(role) && said.length === 0) fields.none.add(role);
    if (said.length > 0) fields[role] = said.join(", ");
  };
  one("host");
  one("address");
  for (const role of ["group", "purpose", "remark", "direction"] as const) {
    const said = (all.get(role) ?? []).filter((text) => !nothing.test(text)).join(" ");
    if (said !== "") fields[role] = said;
  }
  const said = ports.filter(({ cell }) => !nothing.test(cell));
  if (ports.length > 0 && said.length === 0) fields.none.add("ports");
  const column = protocols.join(" ") || (protocolAbove ?? "");
  if (said.length > 0) {
    if (protocols.length === 0 && protocolAbove) fields.protocolAbove = protocolAbove;
    fields.ports = said.map(({ cell, title }) => ({ cell, protocol: column || inTitle(title) }));
  }
  // A row with ports of its own is no further address of the name above.
  const isBare = all.has("mixed") && fields.host === undefined && fields.address !== undefined;
  if (isBare && fields.ports && !columns.some(({ role }) => role === "host"))
    fields.none.add("host");
  return fields;
}

/** `UDP 포트`: what is spoken on the ports below, as the title says. */
function inTitle(title: string): string {
  return /(?<![a-z])(?:udp|tcp)(?![a-z])/i.exec(title)?.[0] ?? "";
}
