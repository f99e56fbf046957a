import type { DraftPort } from "./draft.ts";

/** What a cell for ports says. */
export interface PortsRead {
  ports: DraftPort[];
  /** Numbers that no port has. */
  impossible: string[];
  unreadable: string[];
}

const spoken: Record<string, DraftPort["protocol"]> = {
  http: "http",
  https: "https",
  ldap: "ldap",
  tcp: "tcp",
  udp: "udp",
};
/** Without a label only these say by themselves what is spoken on them. */
const wellKnown: Record<number, DraftPort["protocol"]> = { 80: "http", 443: "https", 389: "ldap" };

/**
 * `HTTP(80), HTTPS(443)`, `80, 8080`, `TCP 6000~6010`, `443/TCP`. A column for protocols holds for
 * ports without a label, and those that the text speaks to elsewhere are known.
 */
export function readPorts(
  cell: string,
  column: string,
  known: ReadonlyMap<number, DraftPort["protocol"]>,
): PortsRead {
  const isUdp = /udp/i.test(column);
  const isTcp = /tcp|http|ldap/i.test(column) || !isUdp;
  const read: PortsRead = { ports: [], impossible: [], unreadable: [] };
  for (const part of cell.split(/\s*[,、]\s*|\s+\/\s+/).map((text) => text.trim())) {
    if (part === "") continue;
    const match =
      /^(?:([A-Za-z]+)\s*[(:/ ]\s*)?(\d{1,9})(?:\s*[-~]\s*(\d{1,9}))?\s*\)?(?:\s*[/(]\s*([A-Za-z]+)\s*\)?)?(?:번)?$/.exec(
        part,
      );
    const [, before, first = "", last, after] = match ?? [];
    const label = (before ?? after)?.toLowerCase();
    if (!match || (label !== undefined && !Object.hasOwn(spoken, label))) {
      read.unreadable.push(part);
      continue;
    }
    const port = Number(first);
    const to = last === undefined ? undefined : Number(last);
    if ([port, to ?? port].some((number) => number < 1 || number > 65535) || (to ?? port) < port) {
      read.impossible.push(part);
      continue;
    }
    const span = { port, ...(to !== undefined && to > port && { to }) };
    const plain = label === undefined ? (known.get(port) ?? wellKnown[port]) : spoken[label];
    if (label !== undefined)
      read.ports.push({ ...span, protocol: plain!, label: part, guessed: false });
    else if (isTcp) {
      read.ports.push({ ...span, protocol: plain ?? "tcp", guessed: plain === undefined });
    }
    if (label === undefined && isUdp) read.ports.push({ ...span, protocol: "udp", guessed: false });
  }
  return read;
}
