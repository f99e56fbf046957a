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

  return function writeRow(row: number, within: Fields): boolean {
    const flags = table.flags[row]!;
    boxes.ragged[boxes.length] = 0;
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
  };

  function clip(axis: number, lo: number, hi: number, within: Fields): boolean {
    const ranges = within[axis]!;
    if (ranges.length > 2) {
      return setField(boxes, boxes.length, axis, intersection([lo, hi], ranges));
    }
    const from = Math.max(lo, ranges[0]!);
    const to = Math.min(hi, ranges[1]!);
    if (from > to) return false;
    const at = boxes.length * boxLength + 2 * axis;
    boxes.bounds[at] = from;
    boxes.bounds[at + 1] = to;
    return true;
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
