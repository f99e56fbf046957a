import { formatBlock, isBlock, parseBlock, withoutHostBits } from "../../block.ts";
import { isPattern } from "../../host.ts";
import { addressKind } from "../../lint/addresses.ts";
import type { Note } from "../importer.ts";
import { heldHost } from "./host.ts";
import { importNote } from "./notes.ts";
import { type Ports, portsOf, portText, without } from "./ports.ts";
import type { Listed } from "./records.ts";

/** One row of the guide: a host, and which of its addresses and ports a record asks for. */
export interface Row {
  record: Listed;
  line: number;
  host: string;
  /** As it was published, where the guide's host is wider. */
  widenedFrom?: string;
  addresses: string[];
  ports: Ports[];
}

/** Where only addresses are published: any name, or none. */
export const anyHost = "*";

/** Rows of all records in their order. Whatever is open already stands in one of them only. */
export function rowsOf(records: readonly Listed[], notes: Note[]): Row[] {
  const asked = records.flatMap((record) => askedBy(record, notes));
  const open = new Map<string, { ports: Ports[]; record: Listed }>();
  const left = new Map<Row, Row[]>();
  // What is required stands where it is required, whichever record comes first.
  for (const required of [true, false]) {
    for (const row of asked) {
      if (row.record.required === required) left.set(row, notYetOpen(row, open, notes));
    }
  }
  return asked.flatMap((row) => left.get(row) ?? []);
}

/** The parts of a row that no earlier one has, addresses with the same ports together. */
function notYetOpen(
  row: Row,
  open: Map<string, { ports: Ports[]; record: Listed }>,
  notes: Note[],
): Row[] {
  const { host, record, line } = row;
  const parts = new Map<string, { ports: Ports[]; addresses: string[] }>();
  const repeated = new Set<string>();
  let first: Listed | undefined;
  for (const address of row.addresses.length > 0 ? row.addresses : [""]) {
    const key = `${host} ${address}`;
    const known = open.get(key);
    const ports = known ? without(row.ports, known.ports) : row.ports;
    if (known && JSON.stringify(ports) !== JSON.stringify(row.ports)) {
      first ??= known.record;
      for (const each of row.ports) {
        if (without([each], known.ports).length === 0) repeated.add(portText(each));
      }
    }
    open.set(key, {
      ports: [...(known?.ports ?? []), ...ports],
      record: known?.record ?? record,
    });
    if (ports.length === 0) continue;
    const shape = JSON.stringify(ports);
    const part = parts.get(shape) ?? { ports, addresses: [] };
    if (address !== "") part.addresses.push(address);
    parts.set(shape, part);
  }
  if (first) {
    const gaps = { host, ports: [...repeated].join(", "), first: first.id, record: record.id };
    notes.push(importNote(line, "repeated", gaps));
  }
  return [...parts.values()].map(({ ports, addresses }) => ({ ...row, ports, addresses }));
}

function askedBy(record: Listed, notes: Note[]): Row[] {
  const { id, urls = [], ips = [] } = record;
  const ports = (["tcp", "udp"] as const).flatMap((transport) => {
    const member = `${transport}Ports` as const;
    const text = record[member];
    if (text === undefined || text.trim() === "") return [];
    const found = portsOf(text, transport);
    if (!found) notes.push(importNote(record.lineOf(member), "ports", { text, record: id }));
    return found ?? [];
  });
  if (ports.length === 0) {
    notes.push(importNote(record.line, "portless", { record: id }));
    return [];
  }
  const addresses = addressesOf(record, notes);
  if (urls.length === 0) {
    if (addresses.length === 0) {
      if (ips.length === 0) notes.push(importNote(record.line, "empty", { record: id }));
      return [];
    }
    const line = record.lineOf("ips");
    notes.push(importNote(line, "nameless", { record: id }));
    return [{ record, line, host: anyHost, addresses: addresses.map(asBlock), ports }];
  }
  const seen = new Set<string>();
  return urls.flatMap((url, at): Row[] => {
    const line = record.lineOf("urls", at);
    const held = heldHost(url);
    if (!held) {
      notes.push(importNote(line, "host", { text: url, record: id }));
      return [];
    }
    const { host, widened } = held;
    if (widened) notes.push(importNote(line, "widened", { text: url, host }));
    if (seen.has(host)) return [];
    seen.add(host);
    const own = isPattern(host) ? addresses.map(asBlock) : addresses;
    return [
      { record, line, host, ...(widened && { widenedFrom: url }), addresses: [...own], ports },
    ];
  });
}

function addressesOf(record: Listed, notes: Note[]): string[] {
  const found: string[] = [];
  for (const [at, text] of (record.ips ?? []).entries()) {
    const line = record.lineOf("ips", at);
    const block = parseBlock(text.trim());
    const kind = addressKind(text.trim());
    if (!block || !["usable", "documentation", "host-bits"].includes(kind)) {
      notes.push(importNote(line, "address", { text, record: record.id }));
      continue;
    }
    const written = formatBlock(withoutHostBits(block));
    // A published /32 or /128 is one address of the firewall's table, not one that every name has.
    const address = isBlock(text) && !isBlock(written) ? asBlock(written) : written;
    if (kind === "host-bits") notes.push(importNote(line, "host-bits", { text, address }));
    if (!found.includes(address)) found.push(address);
  }
  return found;
}

function asBlock(address: string): string {
  if (isBlock(address)) return address;
  return `${address}/${address.includes(":") ? 128 : 32}`;
}
