import { destinationPortsOf, type Policy, sourcePortsOf } from "../policy.ts";
import { intersection, type Ranges } from "../ranges.ts";
import { anyProtocol, pooled } from "../table.ts";
import { type Boxes, boxLength, setField } from "./boxes.ts";
import { axes, type Fields, type Space } from "./space.ts";

/**
 * Gives a function that writes what a row matches, within some packets, as the next box of a store, and
 * says false where that is nothing. It is asked for millions of rows, so plain ranges go straight from
 * the table into the bounds.
 */
export function rowWriter(policy: Policy, boxes: Boxes, space: Space) {
  const { table, addressSets } = policy;
  const isV4 = space.family === "ipv4";
  const met = new WeakMap<Ranges<number>, WeakMap<Ranges<number>, Ranges<number>>>();
  /** The packets asked about last, their bounds, and whether they are one box without gaps. */
  let known: Fields | undefined;
  let isSolid = false;
  const limits = new Uint32Array(boxLength);

  return function writeRow(row: number, within: Fields): boolean {
    if (within !== known) {
      known = within;
      isSolid = within.every((ranges) => ranges.length === 2);
      for (const [axis, ranges] of within.entries()) {
        limits[2 * axis] = ranges[0]!;
        limits[2 * axis + 1] = ranges.at(-1)!;
      }
    }
    boxes.ragged[boxes.length] = 0;
    const isPlain = table.flags[row] === 0 && isV4 && isSolid;
    return isPlain ? writePlain(row) : writeFields(row, within);
  };

  function writePlain(row: number): boolean {
    const to = table.destinationPorts[row]!;
    const from = table.sourcePorts[row]!;
    const number = table.protocol[row]!;
    const [lowest, highest] = number === anyProtocol ? [0, 255] : [number, number];
    return (
      cut(axes.source, table.sourceLo[row]!, table.sourceHi[row]!) &&
      cut(axes.destination, table.destinationLo[row]!, table.destinationHi[row]!) &&
      cut(axes.destinationPort, to & 0xffff, to >>> 16) &&
      cut(axes.sourcePort, from & 0xffff, from >>> 16) &&
      cut(axes.protocol, lowest, highest)
    );
  }

  function cut(axis: number, lo: number, hi: number): boolean {
    const from = Math.max(lo, limits[2 * axis]!);
    const to = Math.min(hi, limits[2 * axis + 1]!);
    const at = boxes.length * boxLength + 2 * axis;
    boxes.bounds[at] = from;
    boxes.bounds[at + 1] = to;
    return from <= to;
  }

  function writeFields(row: number, within: Fields): boolean {
    const flags = table.flags[row]!;
    const { source, destination, sourcePort, destinationPort, protocol } = axes;
    const inSource =
      flags & pooled.source
        ? meet(source, space.numbersOf(addressSets[table.sourceLo[row]!]!), within)
        : isV4 && clip(source, table.sourceLo[row]!, table.sourceHi[row]!, within);
    if (!inSource) return false;
    const inDestination =
      flags & pooled.destination
        ? meet(destination, space.numbersOf(addressSets[table.destinationLo[row]!]!), within)
        : isV4 && clip(destination, table.destinationLo[row]!, table.destinationHi[row]!, within);
    if (!inDestination) return false;
    const to = table.destinationPorts[row]!;
    const from = table.sourcePorts[row]!;
    const inPorts =
      (flags & pooled.destinationPorts
        ? meet(destinationPort, destinationPortsOf(policy, row), within)
        : clip(destinationPort, to & 0xffff, to >>> 16, within)) &&
      (flags & pooled.sourcePorts
        ? meet(sourcePort, sourcePortsOf(policy, row), within)
        : clip(sourcePort, from & 0xffff, from >>> 16, within));
    const number = table.protocol[row]!;
    return number === anyProtocol
      ? inPorts && clip(protocol, 0, 255, within)
      : inPorts && clip(protocol, number, number, within);
  }

  function clip(axis: number, lo: number, hi: number, within: Fields): boolean {
    const ranges = within[axis]!;
    if (ranges.length === 2) return cut(axis, lo, hi);
    return setField(boxes, boxes.length, axis, intersection([lo, hi], ranges));
  }

  function meet(axis: number, ranges: Ranges<number>, within: Fields): boolean {
    if (ranges.length === 2) return clip(axis, ranges[0]!, ranges[1]!, within);
    const known = met.get(ranges) ?? new WeakMap();
    met.set(ranges, known);
    const found: Ranges<number> = known.get(within[axis]!) ?? intersection(ranges, within[axis]!);
    known.set(within[axis]!, found);
    return setField(boxes, boxes.length, axis, found);
  }
}
