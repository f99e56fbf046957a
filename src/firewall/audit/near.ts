import { boxLength } from "./boxes.ts";
import { levelCount, levelOf, roundTo } from "./prefix.ts";
import type { Program } from "./program.ts";
import { axes } from "./space.ts";

/** The entries before `end` that touch a box, ascending; some may touch its hull only. */
export type Near = (box: ArrayLike<number>, end: number) => number[];

/** Sorting pays only where many ask. */
const scansBeforeSorting = 8;

/** A part of all entries that is not worth sorting them the other way too. */
const fewEnough = 64;

/** Entries of one prefix length, ascending by where they begin. */
interface Level {
  entries: Uint32Array;
  begins: Uint32Array;
  /** An entry of this level lies within one block of this size. */
  shift: number;
}

/** Where in a level the entries stand that can touch a box. */
interface Stretch {
  level: Level;
  from: number;
  to: number;
}

/**
 * Gives a function that finds what touches a box. Entries are sorted by their beginnings, for each
 * length of prefix on its own, so that what touches stands together: by source or by destination,
 * whichever leaves fewer to look at. Many rules of a firewall have much the same source.
 */
export function nearby(program: Program): Near {
  let scans = 0;
  const sorted = new Map<number, Level[]>();
  return (box, end) => {
    const found: number[] = [];
    if (scans < scansBeforeSorting) {
      scans += 1;
      for (let entry = 0; entry < end; entry += 1)
        if (meets(program, entry, box)) found.push(entry);
      return found;
    }
    for (const { level, from, to } of fewestStretches(box)) {
      for (let at = from; at < to; at += 1) {
        const entry = level.entries[at]!;
        if (entry < end && meets(program, entry, box)) found.push(entry);
      }
    }
    return found.sort((a, b) => a - b);
  };

  function fewestStretches(box: ArrayLike<number>): Stretch[] {
    const narrower = box[1]! - box[0]! < box[5]! - box[4]! ? axes.source : axes.destination;
    const one = stretchesAlong(narrower, box);
    if (sizeOf(one) * fewEnough < program.length) return one;
    const other = stretchesAlong(axes.source + axes.destination - narrower, box);
    return sizeOf(one) < sizeOf(other) ? one : other;
  }

  function stretchesAlong(axis: number, box: ArrayLike<number>): Stretch[] {
    return stretchesOf(levelsFor(axis), box[2 * axis]!, box[2 * axis + 1]!);
  }

  function levelsFor(axis: number): Level[] {
    const levels = sorted.get(axis) ?? levelsOf(program, axis);
    sorted.set(axis, levels);
    return levels;
  }
}

function stretchesOf(levels: readonly Level[], lo: number, hi: number): Stretch[] {
  return levels.map((level) => {
    const { begins, shift } = level;
    const block = shift === 32 ? 0 : ((lo >>> shift) << shift) >>> 0;
    return { level, from: firstFrom(begins, block), to: firstFrom(begins, hi + 1) };
  });
}

function sizeOf(stretches: readonly Stretch[]): number {
  return stretches.reduce((sum, { from, to }) => sum + to - from, 0);
}

function meets({ boxes }: Program, entry: number, box: ArrayLike<number>): boolean {
  const { bounds } = boxes;
  const at = entry * boxLength;
  return (
    bounds[at]! <= box[1]! &&
    bounds[at + 1]! >= box[0]! &&
    bounds[at + 4]! <= box[5]! &&
    bounds[at + 5]! >= box[4]! &&
    bounds[at + 6]! <= box[7]! &&
    bounds[at + 7]! >= box[6]! &&
    bounds[at + 8]! <= box[9]! &&
    bounds[at + 9]! >= box[8]! &&
    bounds[at + 2]! <= box[3]! &&
    bounds[at + 3]! >= box[2]!
  );
}

function firstFrom(begins: Uint32Array, value: number): number {
  let low = 0;
  let high = begins.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (begins[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

function levelsOf({ boxes, length }: Program, axis: number): Level[] {
  const begins = new Uint32Array(length);
  const lengths = new Uint8Array(length);
  const counts = new Uint32Array(levelCount);
  for (let entry = 0, at = 2 * axis; entry < length; entry += 1, at += boxLength) {
    begins[entry] = boxes.bounds[at]!;
    lengths[entry] = levelOf(boxes.bounds[at]!, boxes.bounds[at + 1]!);
    counts[lengths[entry]!]! += 1;
  }
  const levels = Array.from(counts, (count, level): Level => {
    const shift = 32 - roundTo * level;
    return { entries: new Uint32Array(count), begins: new Uint32Array(count), shift };
  });
  counts.fill(0);
  for (const entry of sortedBy(begins)) {
    const level = lengths[entry]!;
    const place = counts[level]!++;
    levels[level]!.entries[place] = entry;
    levels[level]!.begins[place] = begins[entry]!;
  }
  return levels.filter(({ entries }) => entries.length > 0);
}

/** Places of a column, ascending by what stands there: by the lower half of it, then by the upper. */
function sortedBy(keys: Uint32Array): Uint32Array {
  let order = new Uint32Array(keys.length).map((_, at) => at);
  for (const shift of [0, 16]) {
    const next = new Uint32Array(65_537);
    for (let at = 0; at < keys.length; at += 1) next[((keys[at]! >>> shift) & 0xffff) + 1]! += 1;
    for (let digit = 1; digit <= 65_536; digit += 1) next[digit]! += next[digit - 1]!;
    const sorted = new Uint32Array(keys.length);
    for (let at = 0; at < keys.length; at += 1) {
      const place = order[at]!;
      sorted[next[(keys[place]! >>> shift) & 0xffff]!++] = place;
    }
    order = sorted;
  }
  return order;
}
