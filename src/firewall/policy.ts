import { type AddressSet, anyAddress, type Family } from "./address.ts";
import type { Ranges } from "./ranges.ts";
import { pooled, type RuleTable } from "./table.ts";

/** Why a rule matches only perhaps, or decides what a file cannot tell. A closed list. */
export const unknownCodes = [
  "application", // a rule that looks at what is spoken, not at the port
  "dynamic-group", // members come and go while the firewall runs
  "fqdn", // a name that the firewall resolves itself
  "geography", // a country
  "match", // a condition that is not understood
  "nat", // the destination is rewritten
  "object-cyclic", // a group that contains itself
  "object-missing", // an object that the file does not define
  "program", // a program on the firewall decides (NFQUEUE)
  "rate", // a limit: matches some packets and not others
  "schedule", // only at certain times
  "user", // a person or group
  "value", // a value that is not understood
] as const;
export type UnknownCode = (typeof unknownCodes)[number];

export interface Unknown {
  code: UnknownCode;
  /** The word in the configuration that it is about. */
  what: string;
}

/** Interfaces or zones by name; a name may end in `*`. */
export interface InterfaceMatch {
  names: readonly string[];
  negated: boolean;
}

export interface Chain {
  name: string;
  /** Rows in the order in which they are tried, which is that of their numbers. */
  rows: Int32Array;
}

/** One base chain that a packet passes on its way. It must be permitted by every stage. */
export interface Stage {
  chain: number;
  /** What happens to a packet about which no rule decided. */
  otherwise: "permit" | "deny";
  /** Where the configuration says so; 0 where it is the firewall's own default. */
  line: number;
  /** Only packets that come in or leave by these are asked. */
  input?: InterfaceMatch;
  output?: InterfaceMatch;
  /** Only these packets of a connection come through here, as bits of `phases`; all by default. */
  phases?: number;
}

/** Addresses behind an interface or zone, from its own address or from a route. */
export interface Attachment {
  name: string;
  addresses: AddressSet;
}

/** A firewall's configuration in one form for all vendors; what a reader makes of a file. */
export interface Policy {
  vendor: string;
  /** What the configuration speaks of; flows of another family cannot be judged by it. */
  families: readonly Family[];
  table: RuleTable;
  addressSets: readonly AddressSet[];
  portSets: readonly Ranges<number>[];
  /** Number 0 is any. */
  interfaces: readonly InterfaceMatch[];
  /** Number 0 is none. */
  unknowns: readonly Unknown[];
  chains: readonly Chain[];
  stages: readonly Stage[];
  /** Whether answers pass by themselves, or must be permitted by rules. */
  replies: "implicit" | "checked";
  attachments: readonly Attachment[];
  /** Lines that were not understood and belong to no rule, with the reason. */
  notUnderstood: readonly { line: number; what: string }[];
  /** What the reader took for granted, by key of a sentence in src/text. */
  assumptions: readonly { key: string; values: Record<string, string | number> }[];
}

export function sourceOf({ table, addressSets }: Policy, row: number): AddressSet {
  return table.flags[row]! & pooled.source
    ? addressSets[table.sourceLo[row]!]!
    : v4(table.sourceLo[row]!, table.sourceHi[row]!);
}

export function destinationOf({ table, addressSets }: Policy, row: number): AddressSet {
  return table.flags[row]! & pooled.destination
    ? addressSets[table.destinationLo[row]!]!
    : v4(table.destinationLo[row]!, table.destinationHi[row]!);
}

export function sourcePortsOf({ table, portSets }: Policy, row: number): Ranges<number> {
  return table.flags[row]! & pooled.sourcePorts
    ? portSets[table.sourcePorts[row]!]!
    : unpacked(table.sourcePorts[row]!);
}

export function destinationPortsOf({ table, portSets }: Policy, row: number): Ranges<number> {
  return table.flags[row]! & pooled.destinationPorts
    ? portSets[table.destinationPorts[row]!]!
    : unpacked(table.destinationPorts[row]!);
}

export function isAny(set: AddressSet): boolean {
  return set.v4.length === 2 && set.v6.length === 2 && set.v4[0] === anyAddress.v4[0]
    ? set.v4[1] === anyAddress.v4[1] && set.v6[0] === 0n && set.v6[1] === anyAddress.v6[1]
    : false;
}

function v4(lo: number, hi: number): AddressSet {
  return { v4: [lo, hi], v6: [], names: [] };
}

function unpacked(ports: number): Ranges<number> {
  return [ports & 0xffff, ports >>> 16];
}
