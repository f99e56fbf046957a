import { type AddressSet, anyAddress } from "../../address.ts";
import { isAny } from "../../policy.ts";
import { difference, intersection, type Ranges } from "../../ranges.ts";

/** Packets as a product of sets. A condition is a list of boxes: what is in any of them matches. */
export interface Box {
  source: AddressSet;
  destination: AddressSet;
  /** IANA numbers. */
  protocols: Ranges<number>;
  sourcePorts: Ranges<number>;
  /** For ICMP `type * 256 + code`. */
  destinationPorts: Ranges<number>;
}

export const everyProtocol: Ranges<number> = [0, 255];
export const everyPort: Ranges<number> = [0, 65_535];

export const anyBox: Box = {
  source: anyAddress,
  destination: anyAddress,
  protocols: everyProtocol,
  sourcePorts: everyPort,
  destinationPorts: everyPort,
};

/** A rule in more pieces than this is not kept exact: it matches perhaps. */
export const mostBoxes = 2048;

const addressSides = ["source", "destination"] as const;
const rangeSides = ["protocols", "sourcePorts", "destinationPorts"] as const;

/** What is in both lists; undefined where it falls into too many pieces. */
export function intersected(a: readonly Box[], b: readonly Box[]): Box[] | undefined {
  if (a.length * b.length > mostBoxes * 8) return undefined;
  const found = a.flatMap((box) => b.flatMap((other) => common(box, other) ?? []));
  return found.length > mostBoxes ? undefined : found;
}

/** What is in the first list and not in the second; undefined where it falls into too many pieces. */
export function subtracted(from: readonly Box[], holes: readonly Box[]): Box[] | undefined {
  let left = [...from];
  for (const hole of holes) {
    left = left.flatMap((box) => cut(box, hole));
    if (left.length > mostBoxes) return undefined;
  }
  return left;
}

function common(a: Box, b: Box): Box | undefined {
  const box: Box = {
    source: commonAddresses(a.source, b.source),
    destination: commonAddresses(a.destination, b.destination),
    protocols: commonRanges(a.protocols, b.protocols),
    sourcePorts: commonRanges(a.sourcePorts, b.sourcePorts),
    destinationPorts: commonRanges(a.destinationPorts, b.destinationPorts),
  };
  const empty =
    addressSides.some((side) => isNone(box[side])) ||
    rangeSides.some((side) => box[side].length === 0);
  return empty ? undefined : box;
}

function cut(box: Box, hole: Box): Box[] {
  if (!common(box, hole)) return [box];
  const parts: Box[] = [];
  let rest = box;
  for (const side of addressSides) {
    const outside = addressesWithout(rest[side], hole[side]);
    if (!isNone(outside)) parts.push({ ...rest, [side]: outside });
    rest = { ...rest, [side]: commonAddresses(rest[side], hole[side]) };
  }
  for (const side of rangeSides) {
    const outside = difference(rest[side], hole[side]);
    if (outside.length > 0) parts.push({ ...rest, [side]: outside });
    rest = { ...rest, [side]: commonRanges(rest[side], hole[side]) };
  }
  return parts;
}

/** The same object where nothing changes: sets are pooled by identity. */
function commonAddresses(a: AddressSet, b: AddressSet): AddressSet {
  if (isAny(a)) return b;
  if (isAny(b)) return a;
  return { v4: intersection(a.v4, b.v4), v6: intersection(a.v6, b.v6), names: [] };
}

function addressesWithout(a: AddressSet, b: AddressSet): AddressSet {
  return { v4: difference(a.v4, b.v4), v6: difference(a.v6, b.v6), names: [] };
}

function commonRanges(a: Ranges<number>, b: Ranges<number>): Ranges<number> {
  if (a === b || b === everyPort || b === everyProtocol) return a;
  return a === everyPort || a === everyProtocol ? b : intersection(a, b);
}

function isNone({ v4, v6 }: AddressSet): boolean {
  return v4.length === 0 && v6.length === 0;
}
