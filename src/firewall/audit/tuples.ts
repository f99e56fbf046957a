import { packPorts } from "../table.ts";
import { type Boxes, boxLength, holdsPoint } from "./boxes.ts";
import { newPoint, type Point } from "./packet.ts";
import { levelCount, levelOf, roundTo } from "./prefix.ts";

/**
 * Finds which boxes hold a point without looking at all of them: boxes are kept by the prefixes of
 * their source and destination, rounded down to a few lengths (a coarse tuple space). A box comes
 * into the index when the first question goes beyond it: who asks of each box what lies before it
 * meets an index that holds just that.
 */
export interface Index {
  /** Some box before `end` that holds the point, or -1. */
  any(point: ArrayLike<number>, end: number): number;
  /** Every box before `end` that holds the point, until `visit` returns true to stop. */
  each(point: ArrayLike<number>, end: number, visit: (box: number) => boolean): void;
  /**
   * For each box that is asked about (1) some box before it that holds a packet of it, or -1: as `any`
   * of one after the other, but in an order in which the memory looked at lies together.
   */
  sweep(asked: Uint8Array, aim: (box: number, point: Point) => void): Int32Array;
  /** The first box from `from` on that holds the point, or -1. */
  first(point: ArrayLike<number>, from: number): number;
}

/** Boxes with prefixes of the same two lengths. */
interface Tuple {
  /** Where in `shapes` it says how keys are made. */
  shape: number;
  /** By bucket the item that came last, from 1; 0 where there is none. */
  lasts: Uint32Array;
  /**
   * Of each box what is looked at together: its number, addresses and ports, and the next item of its
   * bucket; the last one leads back to the first.
   */
  items: Uint32Array;
  length: number;
}

const notKept = 255;
const itemLength = 8;
const nextAt = 6;
/** Bits of the filter for each bucket. */
const filterSpread = 16;

/** How a tuple makes keys, and its part of the filter. */
const shapeLength = 6;

/** An index of the boxes from `from` to before `end` that are `kept`. */
export function indexOf(
  boxes: Boxes,
  from: number,
  end: number,
  kept: (box: number) => boolean,
): Index {
  const counts = new Uint32Array(levelCount * levelCount);
  const kindsOf = new Uint8Array(end - from).fill(notKept);
  for (let box = from; box < end; box += 1) {
    if (!kept(box)) continue;
    const kind = kindOf(boxes, box);
    kindsOf[box - from] = kind;
    counts[kind]! += 1;
  }
  const kinds = [...counts.keys()].filter((kind) => counts[kind]! > 0);
  const shapes = new Int32Array(kinds.length * shapeLength);
  const numbers = new Uint8Array(counts.length);
  let words = 0;
  const tuples = kinds.map((kind, number): Tuple => {
    const size = 2 ** Math.max(5, Math.ceil(Math.log2(counts[kind]!)));
    const [source, destination] = [Math.floor(kind / levelCount), kind % levelCount];
    const shape = number * shapeLength;
    // A shift by 32 would be a shift by 0.
    shapes.set(
      [
        source === 0 ? 0 : 32 - roundTo * source,
        source === 0 ? 0 : -1,
        destination === 0 ? 0 : 32 - roundTo * destination,
        destination === 0 ? 0 : -1,
        size * filterSpread - 1,
        words,
      ],
      shape,
    );
    words += (size * filterSpread) / 32;
    numbers[kind] = number;
    const items = new Uint32Array(counts[kind]! * itemLength);
    return { shape, lasts: new Uint32Array(size), items, length: 0 };
  });
  /** A bit is set where some key has it: most look-ups end here, in little memory. */
  const filter = new Uint32Array(words);
  let filled = from;
  return { any: (point, before) => search(point, 0, before), each, sweep, first };

  function search(point: ArrayLike<number>, begin: number, before: number): number {
    if (filled < before) fill(before);
    const source = point[0]!;
    const destination = point[2]!;
    for (let number = 0, shape = 0; number < tuples.length; number += 1, shape += shapeLength) {
      const hash = hashOf(shape, source, destination);
      const bit = hash & shapes[shape + 4]!;
      if ((filter[shapes[shape + 5]! + (bit >>> 5)]! & (1 << (bit & 31))) === 0) continue;
      const box = firstIn(tuples[number]!, hash, point, begin, before);
      if (box >= 0) return box;
    }
    return -1;
  }

  /** The first box of a bucket that holds the point, from `begin` to before `before`; or -1. */
  function firstIn(
    { lasts, items }: Tuple,
    hash: number,
    point: ArrayLike<number>,
    begin: number,
    before: number,
  ): number {
    const last = lasts[hash & (lasts.length - 1)]!;
    for (let item = last; item > 0; ) {
      item = items[(item - 1) * itemLength + nextAt]!;
      const at = (item - 1) * itemLength;
      const box = items[at]!;
      if (box >= before) break;
      if (box >= begin && isHeld(items, at, point)) return box;
      if (item === last) break;
    }
    return -1;
  }

  function each(point: ArrayLike<number>, before: number, visit: (box: number) => boolean): void {
    if (filled < before) fill(before);
    for (const { shape, lasts, items } of tuples) {
      const last = lasts[hashOf(shape, point[0]!, point[2]!) & (lasts.length - 1)]!;
      for (let item = last; item > 0; ) {
        item = items[(item - 1) * itemLength + nextAt]!;
        const at = (item - 1) * itemLength;
        if (items[at]! >= before) break;
        if (isHeld(items, at, point) && visit(items[at]!)) return;
        if (item === last) break;
      }
    }
  }

  function isHeld(items: Uint32Array, at: number, point: ArrayLike<number>): boolean {
    const source = point[0]!;
    const destination = point[2]!;
    const port = point[3]!;
    const ports = items[at + 5]!;
    return (
      (ports & 0xffff) <= port &&
      ports >>> 16 >= port &&
      items[at + 1]! <= source &&
      items[at + 2]! >= source &&
      items[at + 3]! <= destination &&
      items[at + 4]! >= destination &&
      holdsPoint(boxes, items[at]!, point)
    );
  }

  function first(point: ArrayLike<number>, begin: number): number {
    let before = end;
    for (;;) {
      const box = search(point, begin, before);
      if (box < 0) return before === end ? -1 : before;
      before = box;
    }
  }

  function fill(before: number): void {
    for (const stop = Math.min(before, end); filled < stop; filled += 1) {
      const kind = kindsOf[filled - from]!;
      if (kind !== notKept) put(tuples[numbers[kind]!]!, filled);
    }
  }

  function sweep(asked: Uint8Array, aim: (box: number, point: Point) => void): Int32Array {
    const found = new Int32Array(end - from).fill(-1);
    const points = new Uint32Array(2 * (end - from));
    const point = newPoint();
    for (let box = from; box < end; box += 1) {
      if (asked[box] !== 1) continue;
      aim(box, point);
      points[2 * (box - from)] = point[0]!;
      points[2 * (box - from) + 1] = point[2]!;
    }
    const isEmpty = filled === from;
    if (!isEmpty) fill(end);
    for (const [number, tuple] of tuples.entries()) {
      sweepTuple(tuple, isEmpty ? kinds[number]! : notKept);
    }
    filled = end;
    return found;

    /** Boxes of the kind are put into the tuple when those before them were asked about. */
    function sweepTuple(tuple: Tuple, kind: number): void {
      const { shape } = tuple;
      for (let at = 0; at < found.length; at += 1) {
        if (asked[from + at] === 1 && found[at]! < 0) {
          const hash = hashOf(shape, points[2 * at]!, points[2 * at + 1]!);
          const bit = hash & shapes[shape + 4]!;
          if ((filter[shapes[shape + 5]! + (bit >>> 5)]! & (1 << (bit & 31))) !== 0) {
            aim(from + at, point);
            found[at] = firstIn(tuple, hash, point, 0, from + at);
          }
        }
        if (kindsOf[at] === kind && kind !== notKept) put(tuple, from + at);
      }
    }
  }

  function put(tuple: Tuple, box: number): void {
    const { bounds } = boxes;
    const from = box * boxLength;
    const { shape, lasts, items } = tuple;
    const hash = hashOf(shape, bounds[from]!, bounds[from + 4]!);
    const bit = hash & shapes[shape + 4]!;
    filter[shapes[shape + 5]! + (bit >>> 5)]! |= 1 << (bit & 31);
    const at = tuple.length * itemLength;
    tuple.length += 1;
    items[at] = box;
    items[at + 1] = bounds[from]!;
    items[at + 2] = bounds[from + 1]!;
    items[at + 3] = bounds[from + 4]!;
    items[at + 4] = bounds[from + 5]!;
    items[at + 5] = packPorts(bounds[from + 6]!, bounds[from + 7]!);
    const bucket = hash & (lasts.length - 1);
    const last = lasts[bucket]!;
    const next = last > 0 ? (last - 1) * itemLength + nextAt : at + nextAt;
    items[at + nextAt] = last > 0 ? items[next]! : tuple.length;
    items[next] = tuple.length;
    lasts[bucket] = tuple.length;
  }

  function hashOf(shape: number, source: number, destination: number): number {
    const s = (source >>> shapes[shape]!) & shapes[shape + 1]!;
    const d = (destination >>> shapes[shape + 2]!) & shapes[shape + 3]!;
    const mixed = Math.imul(s, 0x9e3779b1) ^ Math.imul(d, 0x85ebca6b);
    return mixed ^ (mixed >>> 15);
  }
}

function kindOf({ bounds }: Boxes, box: number): number {
  const at = box * boxLength;
  const source = levelOf(bounds[at]!, bounds[at + 1]!);
  return source * levelCount + levelOf(bounds[at + 4]!, bounds[at + 5]!);
}
