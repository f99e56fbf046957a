import type { Crossing } from "../prove/crossing.ts";
import type { Packet } from "../prove/packet.ts";
import type { Phase } from "../table.ts";
import { type Box, type Boxes, boxLength, rangesAt } from "./boxes.ts";
import { type Program, verdicts } from "./program.ts";
import { axisCount, type Space } from "./space.ts";

/** A packet: one number an axis. */
export type Point = Uint32Array;

export const newPoint = (): Point => new Uint32Array(axisCount);

/** Packets of a box that are tried, before its whole is looked at. */
export const probes = 12;

/** What clients use and people recognise, where a box leaves the choice; the first that fits. */
const likely: readonly (readonly number[])[] = [[], [50_000], [], [443], [6, 17, 1]];

/** Puts packet number `probe` of a box into `point`; the same number is always the same packet. */
export function aim(boxes: Boxes, box: number, probe: number, point: Point): void {
  const { bounds, ragged } = boxes;
  for (let axis = 0; axis < axisCount; axis += 1) {
    const at = box * boxLength + 2 * axis;
    let lo = bounds[at]!;
    let hi = bounds[at + 1]!;
    if (ragged[box]! & (1 << axis)) {
      const ranges = rangesAt(boxes, box, axis);
      const last = ranges.length / 2 - 1;
      const range = 2 * (probe < 2 ? last * probe : mix(box, probe, axis + 5) % (last + 1));
      lo = ranges[range]!;
      hi = ranges[range + 1]!;
    }
    if (probe === 0) point[axis] = chosen(axis, lo, hi);
    else point[axis] = probe === 1 ? hi : lo + (mix(box, probe, axis) % (hi - lo + 1));
  }
}

/** The packet of a box without gaps that one would name. */
export function exampleIn(box: Box): Point {
  return Uint32Array.from({ length: axisCount }, (_, axis) =>
    chosen(axis, box[2 * axis]!, box[2 * axis + 1]!),
  );
}

function chosen(axis: number, lo: number, hi: number): number {
  const wishes = likely[axis]!.length > 0 ? likely[axis]! : [lo + 1];
  return wishes.find((wish) => lo <= wish && wish <= hi) ?? lo;
}

/** A number that looks like chance and never is. */
function mix(box: number, probe: number, axis: number): number {
  let value = Math.imul(box + 1, 0x9e3779b1) ^ Math.imul(probe * 16 + axis, 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 15), 0x2c1b3c6d);
  value = Math.imul(value ^ (value >>> 12), 0x297a2d39);
  return (value ^ (value >>> 15)) >>> 0;
}

/** What may happen to one packet. */
export interface Fare {
  ends: number[];
  met: boolean;
}

/** Follows one packet; `first` finds the first entry from a place on that matches it. */
export function follow(
  program: Program,
  first: (point: Point, from: number) => number,
  point: Point,
  asked: number,
): Fare {
  const fare: Fare = { ends: [], met: false };
  const places = new Set([0]);
  while (places.size > 0) {
    const place = Math.min(...places);
    const entry = first(point, place);
    for (const each of places) if (entry < 0 || each <= entry) places.delete(each);
    if (entry < 0) continue;
    fare.met ||= entry === asked;
    if (program.target[entry]! >= 0) places.add(program.target[entry]!);
    else fare.ends.push(entry);
    if (program.doubt[entry] === 1) places.add(entry + 1);
  }
  return fare;
}

/** What the ends of a packet's ways come to. */
export function verdictOf(program: Program, ends: readonly number[]) {
  const found = ends.map((entry) => program.verdict[entry]!);
  if (found.every((verdict) => verdict === verdicts.permit)) return "permit";
  return found.every((verdict) => verdict === verdicts.deny) ? "deny" : "perhaps";
}

export function packetOf(space: Space, point: Point, crossing: Crossing, phase: Phase): Packet {
  return {
    source: space.lowest(point[0]!),
    sourcePort: point[1]!,
    destination: space.lowest(point[2]!),
    destinationPort: point[3]!,
    protocol: point[4]!,
    phase,
    ...crossing,
  };
}
