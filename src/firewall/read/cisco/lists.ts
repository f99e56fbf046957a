import type { PolicyBuilder } from "../../builder.ts";
import { ConfigError } from "../../source.ts";
import { addEntry, type Entry } from "./entry.ts";

/** One line of a list before it is read: most lists of a file are applied nowhere. */
export interface Item {
  line: number;
  text: string;
  /** Where it stands in its list; IOS numbers them, ASA counts. */
  sequence: number;
}

export interface AccessList {
  name: string;
  /** `other` filters no IP packets: ethertype, webtype. */
  kind: "extended" | "standard" | "ipv6" | "other";
  line: number;
  items: Item[];
}

export type Lists = Map<string, AccessList>;

/** The list of that name, begun where it is not there yet. */
export function listOf(
  lists: Lists,
  name: string,
  kind: AccessList["kind"],
  line: number,
): AccessList {
  const known = lists.get(name);
  if (known) return known;
  const list: AccessList = { name, kind, line, items: [] };
  lists.set(name, list);
  return list;
}

const mostNamed = 20;
/** More than a device can have; every interface may have stages of its own. */
const mostInterfaces = 2048;

export function refuseTooMany(interfaces: Iterable<string>): void {
  if (new Set(interfaces).size <= mostInterfaces) return;
  throw new ConfigError("firewall.config.too-large", 0);
}

/** The list to judge where no interface says it: the one asked for, or the only one there is. */
export function onlyList(
  candidates: readonly AccessList[],
  wanted: string | undefined,
): AccessList {
  const found = candidates.filter(({ name }) => wanted === undefined || name === wanted);
  if (found.length === 1) return found[0]!;
  if (candidates.length === 0) throw new ConfigError("firewall.config.empty", 0);
  const names = candidates.slice(0, mostNamed).map(({ name }) => name);
  throw new ConfigError("firewall.config.which-list", 0, { lists: names.join(", ") });
}

/** Adds the entries of a list to its chain, once: what is applied twice is read once. */
export function chainOf(
  builder: PolicyBuilder,
  { name, items }: AccessList,
  read: (item: Item) => Entry | undefined,
  done: Set<number>,
): number {
  const chain = builder.chain(name);
  if (done.has(chain)) return chain;
  done.add(chain);
  for (const item of items) {
    const entry = read(item);
    if (entry) addEntry(builder, chain, entry);
  }
  return chain;
}
