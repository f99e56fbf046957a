import type { Bound } from "../ranges.ts";
import type { Box } from "./boxes.ts";
import { axes, type Space } from "./space.ts";

/** Packets as inclusive ranges; their product is meant. */
export interface ToldBox {
  sources: [Bound, Bound];
  sourcePorts: [number, number];
  destinations: [Bound, Bound];
  destinationPorts: [number, number];
  /** IANA numbers. */
  protocols: [number, number];
}

export function tellBox(space: Space, box: Box): ToldBox {
  const range = (axis: number): [number, number] => [box[2 * axis]!, box[2 * axis + 1]!];
  const address = (axis: number): [Bound, Bound] => {
    const [lo, hi] = range(axis);
    return [space.lowest(lo), space.highest(hi)];
  };
  return {
    sources: address(axes.source),
    sourcePorts: range(axes.sourcePort),
    destinations: address(axes.destination),
    destinationPorts: range(axes.destinationPort),
    protocols: range(axes.protocol),
  };
}
