import type { AddressSet } from "../../address.ts";
import { type InterfaceMatch, isAny, type Unknown } from "../../policy.ts";
import { intersection, type Ranges } from "../../ranges.ts";

/** The packets that match in every field; a field that is not given matches everything. */
export interface Box {
  source?: AddressSet | undefined;
  destination?: AddressSet | undefined;
  protocols?: Ranges<number> | undefined;
  sourcePorts?: Ranges<number> | undefined;
  destinationPorts?: Ranges<number> | undefined;
  input?: InterfaceMatch | undefined;
  output?: InterfaceMatch | undefined;
  /** Bits of `phases`. */
  phases?: number | undefined;
  /** Where only some of these packets match. */
  unknown?: Unknown | undefined;
}

export const everything: Box = {};

/** What is in both; undefined where nothing is. */
export function narrow(a: Box, b: Box): Box | undefined {
  if (a === everything) return isEmpty(b) ? undefined : b;
  const input = both<DoubtfulInterfaces>(a.input, b.input, interfaces);
  const output = both<DoubtfulInterfaces>(a.output, b.output, interfaces);
  const odd = input?.unknown ?? output?.unknown;
  const box: Box = {
    source: both(a.source, b.source, addresses),
    destination: both(a.destination, b.destination, addresses),
    protocols: both(a.protocols, b.protocols, intersection),
    sourcePorts: both(a.sourcePorts, b.sourcePorts, intersection),
    destinationPorts: both(a.destinationPorts, b.destinationPorts, intersection),
    input: input && plain(input),
    output: output && plain(output),
    phases: both(a.phases, b.phases, (x, y) => x & y),
    unknown: a.unknown ?? b.unknown ?? odd,
  };
  return isEmpty(box) ? undefined : box;
}

export function isEmpty(box: Box): boolean {
  const { source, destination, protocols, sourcePorts, destinationPorts, phases } = box;
  if (phases === 0 || isNobody(source) || isNobody(destination)) return true;
  if (isNowhere(box.input) || isNowhere(box.output)) return true;
  if (protocols?.length === 0) return true;
  return sourcePorts?.length === 0 || destinationPorts?.length === 0;
}

function isNobody(set: AddressSet | undefined): boolean {
  return set !== undefined && set.v4.length + set.v6.length + set.names.length === 0;
}

function isNowhere(match: InterfaceMatch | undefined): boolean {
  return match !== undefined && !match.negated && match.names.length === 0;
}

function both<T>(a: T | undefined, b: T | undefined, meet: (a: T, b: T) => T): T | undefined {
  if (a === undefined || b === undefined || a === b) return a ?? b;
  return meet(a, b);
}

function addresses(a: AddressSet, b: AddressSet): AddressSet {
  if (isAny(a)) return b;
  if (isAny(b)) return a;
  return {
    v4: intersection(a.v4, b.v4),
    v6: intersection(a.v6, b.v6),
    names: a.names.length > 0 ? a.names : b.names,
  };
}

type DoubtfulInterfaces = InterfaceMatch & { unknown?: Unknown };

function plain(match: DoubtfulInterfaces): InterfaceMatch {
  return match.unknown ? { names: match.names, negated: match.negated } : match;
}

/** Exact, but for `eth*` without `eth0`: no list of names says that. */
function interfaces(a: DoubtfulInterfaces, b: DoubtfulInterfaces): DoubtfulInterfaces {
  if (a.negated && b.negated)
    return { names: [...new Set([...a.names, ...b.names])], negated: true };
  const [some, other] = a.negated ? [b, a] : [a, b];
  if (!other.negated) {
    const inside = some.names.filter((name) => other.names.some((each) => isWithin(name, each)));
    const around = other.names.filter((name) => some.names.some((each) => isWithin(name, each)));
    return { names: [...new Set([...inside, ...around])], negated: false };
  }
  const names = some.names.filter((name) => !other.names.some((each) => isWithin(name, each)));
  const hole = other.names.find((name) => names.some((each) => isWithin(name, each)));
  if (hole === undefined) return { names, negated: false };
  return { names, negated: false, unknown: { code: "match", what: `!= ${hole}` } };
}

function isWithin(name: string, wanted: string): boolean {
  return wanted.endsWith("*") ? name.startsWith(wanted.slice(0, -1)) : name === wanted;
}

export function product(some: readonly Box[], others: readonly Box[]): Box[] {
  const found: Box[] = [];
  for (const a of some) {
    for (const b of others) {
      const box = narrow(a, b);
      if (box) found.push(box);
    }
  }
  return found;
}
