import { formatBlock, isBlock, parseBlock, withoutHostBits } from "../../block.ts";
import { GuideError } from "../../error.ts";
import { isPattern } from "../../host.ts";
import { addressKind } from "../../lint/addresses.ts";
import { heldHost } from "./host.ts";
import type { ListNotes } from "./notes.ts";
import { type Ports, portsOf, portText, without } from "./ports.ts";
import type { Listed } from "./records.ts";

/** One row of the guide: a host, and which of its addresses and ports a record asks for. */
export interface Row {
  record: Listed;
  line: number;
  host: string;
  /** As it was published, where the guide's host is wider. */
  widenedFrom?: string;
  /** Not to be changed: rows of one record share them. */
  addresses: readonly string[];
  ports: readonly Ports[];
}

/** Where only addresses are published: any name, or none. */
export const anyHost = "*";

/** Ports and ranges that records may ask for at one place; published are fewer than ten. */
const mostPorts = 500;

/**
 * Rows of all records in their order. Whatever is open already stands in one of them only. Throws
 * GuideError where records ask for too many ports of one host.
 */
export function rowsOf(records: readonly Listed[], notes: ListNotes, file: string): Row[] {
  const asked = records.flatMap((record) => askedBy(record, notes));
  const open = new Map<string, { ports: Ports[]; record: Listed }>();
  const left = new Map<Row, Row[]>();
  // What is required stands where it is required, whichever record comes first.
  for (const required of [true, false]) {
    for (const row of asked) {
      if (row.record.required !== required) continue;
      left.set(row, notYetOpen(row, open, notes, file));
    }
  }
  return asked.flatMap((row) => left.get(row) ?? []);
}

/** The parts of a row that no earlier one has, addresses with the same ports together. */
function notYetOpen(
  row: Row,
  open: Map<string, { ports: Ports[]; record: Listed }>,
  notes: ListNotes,
  file: string,
): Row[] {
  const { host, record, line } = row;
  const parts = new Map<string, { ports: Ports[]; addresses: string[] }>();
  const repeated = new Set<string>();
  let first: Listed | undefined;
  for (const address of row.addresses.length > 0 ? row.addresses : [""]) {
    const key = `${host} ${address}`;
    const known = open.get(key);
    const ports = known ? without(row.ports, known.ports) : [...row.ports];
    if (known && JSON.stringify(ports) !== JSON.stringify(row.ports)) {
      first ??= known.record;
      for (const each of row.ports) {
        if (without([each], known.ports).length === 0) repeated.add(portText(each));
      }
    }
    const all = [...(known?.ports ?? []), ...ports];
    if (all.length > mostPorts) throw tooManyPorts(file, line, host, all.length);
    open.set(key, { ports: all, record: known?.record ?? record });
    if (ports.length === 0) continue;
    const shape = JSON.stringify(ports);
    const part = parts.get(shape) ?? { ports, addresses: [] };
    if (address !== "") part.addresses.push(address);
    parts.set(shape, part);
  }
  if (first) {
    const gaps = { host, ports: [...repeated].join(", "), first: first.id, record: record.id };
    notes.add(line, "repeated", gaps);
  }
  return [...parts.values()].map(({ ports, addresses }) => ({ ...row, ports, addresses }));
}

function tooManyPorts(file: string, line: number, host: string, count: number): GuideError {
  return new GuideError(
    { file, line },
    { ko: `${host}의 포트 ${count}개`, en: `${count} ports of ${host}` },
    { ko: `${mostPorts}개 이하`, en: `at most ${mostPorts}` },
  );
}

function askedBy(record: Listed, notes: ListNotes): Row[] {
  const { id, urls = [], ips = [] } = record;
  const ports = (["tcp", "udp"] as const).flatMap((transport) => {
    const member = `${transport}Ports` as const;
    const text = record[member];
    if (text === undefined || text.trim() === "") return [];
    const found = portsOf(text, transport);
    if (!found) notes.add(record.lineOf(member), "ports", { text, record: id });
    return found ?? [];
  });
  if (ports.length === 0) {
    notes.add(record.line, "portless", { record: id });
    return [];
  }
  const addresses = addressesOf(record, notes);
  if (urls.length === 0) {
    if (addresses.length === 0) {
      if (ips.length === 0) notes.add(record.line, "empty", { record: id });
      return [];
    }
    const line = record.lineOf("ips");
    notes.add(line, "nameless", { record: id });
    return [{ record, line, host: anyHost, addresses: addresses.map(asBlock), ports }];
  }
  const blocks = addresses.map(asBlock);
  const seen = new Set<string>();
  return urls.flatMap((url, at): Row[] => {
    const line = record.lineOf("urls", at);
    const held = heldHost(url);
    if (!held) {
      notes.add(line, "host", { text: url, record: id });
      return [];
    }
    const { host, widened } = held;
    if (widened) notes.add(line, "widened", { text: url, host });
    if (seen.has(host)) return [];
    seen.add(host);
    const own = isPattern(host) ? blocks : addresses;
    return [{ record, line, host, ...(widened && { widenedFrom: url }), addresses: own, ports }];
  });
}

function addressesOf(record: Listed, notes: ListNotes): string[] {
  const found = new Set<string>();
  for (const [at, text] of (record.ips ?? []).entries()) {
    const line = record.lineOf("ips", at);
    const block = parseBlock(text.trim());
    const kind = addressKind(text.trim());
    if (!block || !["usable", "documentation", "host-bits"].includes(kind)) {
      notes.add(line, "address", { text, record: record.id });
      continue;
    }
    const written = formatBlock(withoutHostBits(block));
    // A published /32 or /128 is one address of the firewall's table, not one that every name has.
    const address = isBlock(text) && !isBlock(written) ? asBlock(written) : written;
    if (kind === "host-bits") notes.add(line, "host-bits", { text, address });
    found.add(address);
  }
  return [...found];
}

function asBlock(address: string): string {
  if (isBlock(address)) return address;
  return `${address}/${address.includes(":") ? 128 : 32}`;
}
