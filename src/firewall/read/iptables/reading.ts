import { type AddressSet, anyAddress, type Family } from "../../address.ts";
import type { PolicyBuilder } from "../../builder.ts";
import { difference, type Ranges } from "../../ranges.ts";
import { addressesOf, familyOf, unionOf } from "./addresses.ts";
import type { IpSets } from "./ipset.ts";
import { portList } from "./ports.ts";

/** What stands in one line and changes what others mean, wherever they stand. */
export interface Knowledge {
  /** The raw table takes packets out of tracking. */
  untracked: boolean;
  /** Sets that rules add to or take from while the firewall runs. */
  changing: ReadonlySet<string>;
  /** Chains, `table/CHAIN`, that are called like a target. */
  chains: ReadonlySet<string>;
}

export interface Learned {
  untracked: boolean;
  changing: Set<string>;
  chains: Set<string>;
}

export interface ChainInfo {
  number: number;
  table: string;
  name: string;
  declared: boolean;
  /** What the built-in chain does at its end; undefined for a chain of the user. */
  policy: "permit" | "deny" | undefined;
  line: number;
}

/** Where the reading of a file stands. */
export interface Reading {
  builder: PolicyBuilder;
  known: Knowledge;
  learned: Learned;
  family: Family | undefined;
  /** The table whose lines are being read; undefined between tables. */
  table: string | undefined;
  /** By `table/CHAIN`. */
  chains: Map<string, ChainInfo>;
  sets: IpSets;
  /** The day by which dates are judged. */
  today: string | undefined;
  /** Rows of rules that go to the front of their chain (`-I`). */
  inserted: { chain: number; from: number; to: number }[];
  /** By their text: sets are pooled by identity. */
  addresses: Map<string, AddressSet | undefined>;
  ports: Map<string, Ranges<number> | undefined>;
  /** Rows beyond one for each rule. */
  extraRows: number;
}

/** Chains are numbered in 16 bits. */
export const mostChains = 65_535;

/** A chain of the table at hand, declared or only spoken of; undefined where there are too many. */
export function chainOf(reading: Reading, name: string): ChainInfo | undefined {
  const key = `${reading.table}/${name}`;
  const known = reading.chains.get(key);
  if (known) return known;
  if (reading.chains.size === mostChains) return undefined;
  const chain: ChainInfo = {
    number: reading.builder.chain(key),
    table: reading.table!,
    name,
    declared: false,
    policy: undefined,
    line: 0,
  };
  reading.chains.set(key, chain);
  return chain;
}

/** Addresses or a list of them; undefined where one is no address, or one of the other family. */
export function addressSet(reading: Reading, text: string): AddressSet | undefined {
  reading.family ??= /^[\d.]+(?:[/,]|$)|:/.test(text) ? familyOf(text) : undefined;
  if (reading.addresses.has(text)) return reading.addresses.get(text);
  const sets = text
    .split(",")
    .map((part) => (familyOf(part) === (reading.family ?? "ipv4") ? addressesOf(part) : undefined));
  const set = sets.every((part) => part !== undefined) ? unionOf(sets) : undefined;
  reading.addresses.set(text, set);
  return set;
}

/** Every other address of the family. */
export function otherAddresses(reading: Reading, text: string): AddressSet | undefined {
  // No word of a line has a newline in it.
  const key = `\n${text}`;
  const known = reading.addresses.get(key);
  const set = known ?? addressSet(reading, text);
  if (known || !set) return set;
  const others: AddressSet =
    reading.family === "ipv6"
      ? { v4: [], v6: difference(anyAddress.v6, set.v6), names: [] }
      : { v4: difference(anyAddress.v4, set.v4), v6: [], names: [] };
  reading.addresses.set(key, others);
  return others;
}

/** A list of ports, the same object for the same text. */
export function portSet(reading: Reading, text: string): Ranges<number> | undefined {
  if (!reading.ports.has(text)) reading.ports.set(text, portList(text));
  return reading.ports.get(text);
}
