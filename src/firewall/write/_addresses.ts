import { type AddressSet, type Family, formatAddress } from "../address.ts";
import { type Cidr, cidrsOf, formatCidrInFull } from "../cidr.ts";
import type { Opening } from "../opening.ts";
import { type Bound, pairsOf, type Ranges } from "../ranges.ts";

/** One range of addresses; `cidr` where it is exactly one block. */
export interface Block {
  family: Family;
  first: string;
  last: string;
  cidr: Cidr | undefined;
}

export const families = ["ipv4", "ipv6"] as const;

/** The addresses as ranges, the fewest possible, for firewalls that know ranges. */
export function blocksOf(set: AddressSet): Block[] {
  return [
    ...pairsOf(set.v4).map(([lo, hi]) => blockOf("ipv4", lo, hi)),
    ...pairsOf(set.v6).map(([lo, hi]) => blockOf("ipv6", lo, hi)),
  ];
}

function blockOf(family: Family, lo: Bound, hi: Bound): Block {
  const [first, last] = [formatAddress(lo), formatAddress(hi)];
  const bits = prefixOf(BigInt(lo), BigInt(hi), family === "ipv4" ? 32 : 128);
  return {
    family,
    first,
    last,
    cidr: bits === undefined ? undefined : { address: first, bits, family },
  };
}

/** The length of the prefix where the range is exactly one block. */
function prefixOf(lo: bigint, hi: bigint, width: number): number | undefined {
  const size = hi - lo + 1n;
  if ((size & (size - 1n)) !== 0n || lo % size !== 0n) return undefined;
  return width - (size.toString(2).length - 1);
}

/** Only this family's addresses. */
export function ofFamily(set: AddressSet, family: Family): AddressSet {
  return family === "ipv4" ? { ...set, v6: [] } : { ...set, v4: [] };
}

/** Works out once what the openings of a request, which share their sources, need again and again. */
export function perSet<T>(
  make: (set: AddressSet, family: Family) => T,
): (set: AddressSet, family: Family) => T {
  const made = { ipv4: new Map<AddressSet, T>(), ipv6: new Map<AddressSet, T>() };
  return (set, family) => {
    const known = made[family].get(set);
    if (known !== undefined) return known;
    const fresh = make(set, family);
    made[family].set(set, fresh);
    return fresh;
  };
}

export function cidrTexts(set: AddressSet, family: Family): string[] {
  return cidrsOf(ofFamily(set, family)).map(formatCidrInFull);
}

function hasAddresses(set: AddressSet, family: Family): boolean {
  return (family === "ipv4" ? set.v4 : set.v6).length > 0;
}

/** The families in which packets of this opening can exist at all; a name may have both. */
export function familiesOf({ sources, destinations }: Opening): Family[] {
  const has = (set: AddressSet, family: Family) =>
    set.names.length > 0 || hasAddresses(set, family);
  return families.filter((family) => has(sources, family) && has(destinations, family));
}

/** `80`, `8000-8010`, each range on its own. */
export function portTexts(ports: Ranges<number>, dash = "-"): string[] {
  return pairsOf(ports).map(([lo, hi]) => (lo === hi ? `${lo}` : `${lo}${dash}${hi}`));
}

/** Ranges in groups for a firewall that takes so many ports in a list, a range counting as two. */
export function portGroups(ports: Ranges<number>, most: number): number[][] {
  const groups: number[][] = [[]];
  let used = 0;
  for (const [lo, hi] of pairsOf(ports)) {
    const cost = lo === hi ? 1 : 2;
    if (used + cost > most) {
      groups.push([]);
      used = 0;
    }
    groups.at(-1)!.push(lo, hi);
    used += cost;
  }
  return groups;
}
