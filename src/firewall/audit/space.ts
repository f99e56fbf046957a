import type { AddressSet, Family } from "../address.ts";
import { maxV4 } from "../address.ts";
import { after, type Bound, pairsOf, type Ranges } from "../ranges.ts";

/** The five dimensions of a packet, in the order in which boxes hold them. */
export const axes = {
  source: 0,
  sourcePort: 1,
  destination: 2,
  destinationPort: 3,
  protocol: 4,
} as const;
export const axisCount = 5;

/** Ranges along each axis; their product is a set of packets. */
export type Fields = readonly Ranges<number>[];

/**
 * Addresses of one family as numbers below 2³². An IPv4 address is its own number. IPv6 addresses are
 * numbered by the piece they lie in, cut at every border that any set has, so that all addresses of
 * a piece fare alike.
 */
export interface Space {
  family: Family;
  last: number;
  numbersOf(set: AddressSet): Ranges<number>;
  /** The lowest and the highest address behind a number. */
  lowest(number: number): Bound;
  highest(number: number): Bound;
  count(lo: number, hi: number): bigint;
}

const v4Space: Space = {
  family: "ipv4",
  last: maxV4,
  numbersOf: ({ v4 }) => v4,
  lowest: (number) => number,
  highest: (number) => number,
  count: (lo, hi) => BigInt(hi - lo + 1),
};

/** `sets` are all that will ever be asked about; only IPv6 needs to know them. */
export function spaceOf(family: Family, sets: Iterable<AddressSet>): Space {
  if (family === "ipv4") return v4Space;
  // Sets and maps of bigint tell them apart by their low 64 bits, which prefixes leave at zero.
  const borders = [0n, 1n << 128n];
  for (const { v6 } of sets) {
    for (const [lo, hi] of pairsOf(v6)) borders.push(lo, after(hi));
  }
  const cuts = borders
    .sort((a, b) => (a < b ? -1 : a > b ? 1 : 0))
    .filter((cut, at, all) => at === 0 || cut !== all[at - 1]);
  const known = new WeakMap<AddressSet, Ranges<number>>();
  const numbersOf = ({ v6 }: AddressSet) =>
    pairsOf(v6).flatMap(([lo, hi]) => [indexOf(cuts, lo), indexOf(cuts, after(hi)) - 1]);
  return {
    family: "ipv6",
    last: cuts.length - 2,
    numbersOf(set) {
      const found = known.get(set) ?? numbersOf(set);
      known.set(set, found);
      return found;
    },
    lowest: (number) => cuts[number]!,
    highest: (number) => cuts[number + 1]! - 1n,
    count: (lo, hi) => cuts[hi + 1]! - cuts[lo]!,
  };
}

/** Where a value stands in an ascending list that holds it. */
function indexOf(ascending: readonly bigint[], value: bigint): number {
  let [lo, hi] = [0, ascending.length - 1];
  while (lo < hi) {
    const middle = (lo + hi) >>> 1;
    if (ascending[middle]! < value) lo = middle + 1;
    else hi = middle;
  }
  return lo;
}

export function everything(space: Space): Fields {
  return [
    [0, space.last],
    [0, 65_535],
    [0, space.last],
    [0, 65_535],
    [0, 255],
  ];
}
