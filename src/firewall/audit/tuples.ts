import { packPorts } from "../table.ts";
import { type Boxes, boxLength, holdsPoint } from "./boxes.ts";
import { levelCount, levelOf, roundTo } from "./prefix.ts";

/**
 * Finds which boxes hold a point without looking at all of them: boxes are kept by the prefixes of
 * their source and destination, rounded down to a few lengths (a coarse tuple space).
 */
export interface Index {
  /** Some box before `end` that holds the point, or -1. */
  any(point: ArrayLike<number>, end: number): number;
  /** The first box from `from` on that holds the point, or -1. */
  first(point: ArrayLike<number>, from: number): number;
}

interface Tuple {
  sourceShift: number;
  destinationShift: number;
  /** A bit is set where some key has it: most look-ups end here, in little memory. */
  filter: Uint32Array;
  filterMask: number;
  mask: number;
  starts: Uint32Array;
  /** Of each box its number, addresses and ports, by bucket: what is looked at together lies together. */
  items: Uint32Array;
}

const itemLength = 6;
/** Bits of the filter for each bucket. */
const filterSpread = 8;

/** An index of the boxes from `from` to before `end` that are `kept`. */
export function indexOf(
  boxes: Boxes,
  from: number,
  end: number,
  kept: (box: number) => boolean,
): Index {
  const kinds = new Uint8Array(end - from).fill(255);
  const counts = new Uint32Array(levelCount * levelCount);
  for (let box = from; box < end; box += 1) {
    if (!kept(box)) continue;
    const at = box * boxLength;
    const source = levelOf(boxes.bounds[at]!, boxes.bounds[at + 1]!);
    const destination = levelOf(boxes.bounds[at + 4]!, boxes.bounds[at + 5]!);
    const kind = source * levelCount + destination;
    kinds[box - from] = kind;
    counts[kind]! += 1;
  }
  const members = Array.from(counts, (count) => new Uint32Array(count));
  counts.fill(0);
  for (let box = from; box < end; box += 1) {
    const kind = kinds[box - from]!;
    if (kind !== 255) members[kind]![counts[kind]!++] = box;
  }
  const tuples = members.flatMap((own, kind) =>
    own.length > 0 ? [tupleOf(boxes, own, kind)] : [],
  );
  return { any: (point, before) => search(point, 0, before), first };

  function search(point: ArrayLike<number>, begin: number, before: number): number {
    const source = point[0]!;
    const destination = point[2]!;
    const port = point[3]!;
    for (let number = 0; number < tuples.length; number += 1) {
      const tuple = tuples[number]!;
      const hash = hashOf(tuple, source, destination);
      const bit = hash & tuple.filterMask;
      if ((tuple.filter[bit >>> 5]! & (1 << (bit & 31))) === 0) continue;
      const bucket = hash & tuple.mask;
      const last = tuple.starts[bucket + 1]!;
      const { items } = tuple;
      for (let at = tuple.starts[bucket]! * itemLength; at < last * itemLength; at += itemLength) {
        const box = items[at]!;
        if (box >= before) break;
        const ports = items[at + 5]!;
        if (
          box >= begin &&
          (ports & 0xffff) <= port &&
          ports >>> 16 >= port &&
          items[at + 1]! <= source &&
          items[at + 2]! >= source &&
          items[at + 3]! <= destination &&
          items[at + 4]! >= destination &&
          holdsPoint(boxes, box, point)
        )
          return box;
      }
    }
    return -1;
  }

  function first(point: ArrayLike<number>, begin: number): number {
    let before = end;
    for (;;) {
      const box = search(point, begin, before);
      if (box < 0) return before === end ? -1 : before;
      before = box;
    }
  }
}

function tupleOf(boxes: Boxes, members: Uint32Array, kind: number): Tuple {
  const bits = Math.max(5, Math.ceil(Math.log2(members.length * 2)));
  const size = 2 ** bits;
  const tuple: Tuple = {
    sourceShift: 32 - roundTo * Math.floor(kind / levelCount),
    destinationShift: 32 - roundTo * (kind % levelCount),
    filter: new Uint32Array((size * filterSpread) / 32),
    filterMask: size * filterSpread - 1,
    mask: size - 1,
    starts: new Uint32Array(size + 1),
    items: new Uint32Array(members.length * itemLength),
  };
  const buckets = new Uint32Array(members.length);
  for (let at = 0; at < members.length; at += 1) {
    const box = members[at]!;
    const from = box * boxLength;
    const hash = hashOf(tuple, boxes.bounds[from]!, boxes.bounds[from + 4]!);
    const bit = hash & tuple.filterMask;
    const bucket = hash & tuple.mask;
    buckets[at] = bucket;
    tuple.filter[bit >>> 5]! |= 1 << (bit & 31);
    tuple.starts[bucket + 1]! += 1;
  }
  for (let at = 1; at <= size; at += 1) tuple.starts[at]! += tuple.starts[at - 1]!;
  const next = tuple.starts.slice();
  for (let at = 0; at < members.length; at += 1) {
    const place = next[buckets[at]!]!++ * itemLength;
    const from = members[at]! * boxLength;
    tuple.items[place] = members[at]!;
    tuple.items[place + 1] = boxes.bounds[from]!;
    tuple.items[place + 2] = boxes.bounds[from + 1]!;
    tuple.items[place + 3] = boxes.bounds[from + 4]!;
    tuple.items[place + 4] = boxes.bounds[from + 5]!;
    tuple.items[place + 5] = packPorts(boxes.bounds[from + 6]!, boxes.bounds[from + 7]!);
  }
  return tuple;
}

function hashOf(tuple: Tuple, source: number, destination: number): number {
  // A shift by 32 is a shift by 0.
  const s = tuple.sourceShift === 32 ? 0 : source >>> tuple.sourceShift;
  const d = tuple.destinationShift === 32 ? 0 : destination >>> tuple.destinationShift;
  const mixed = Math.imul(s, 0x9e3779b1) ^ Math.imul(d, 0x85ebca6b);
  return mixed ^ (mixed >>> 15);
}
