import { boxLength } from "./boxes.ts";
import { levelCount, levelOf, roundTo } from "./prefix.ts";
import type { Program } from "./program.ts";
import { sieveOf } from "./sieve.ts";
import { axes } from "./space.ts";
import type { Budget } from "./walk.ts";

/**
 * The entries before `end` that touch a box, ascending; some may touch its hull only. What it costs
 * to look for them is taken from the budget.
 */
export type Near = (box: ArrayLike<number>, end: number, budget: Budget) => number[];

/** Sorting pays only where many ask. */
const scansBeforeSorting = 8;

/** A part of all entries that is not worth sorting them the other way too. */
const fewEnough = 64;

/** Of all entries the part that may be asked about before a sieve would hold back too few. */
const sieved = 32;

/** Passing an entry over costs a fraction of looking at it. */
const perStep = 4;

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
 * whichever leaves fewer to look at. Many rules of a firewall have much the same source. Where
 * `asked` is given, only the boxes of these entries are ever asked about.
 */
export function nearby(program: Program, asked?: readonly number[]): Near {
  let scans = 0;
  let known: Uint32Array | undefined;
  const sorted = new Map<number, Level[]>();
  return (box, end, budget) => {
    known ??= asked ? touching(program, asked) : everyEntry(program);
    const found: number[] = [];
    const scan = (entries: Uint32Array, from: number, to: number) => {
      budget.steps -= (to - from) / perStep;
      for (let at = from; at < to; at += 1) {
        const entry = entries[at]!;
        if (entry < end && meets(program, entry, box)) found.push(entry);
      }
    };
    if (scans < scansBeforeSorting) {
      scans += 1;
      scan(known, 0, known.length);
      return found;
    }
    for (const { level, from, to } of fewestStretches(known, box)) scan(level.entries, from, to);
    return found.sort((a, b) => a - b);
  };

  function fewestStretches(entries: Uint32Array, box: ArrayLike<number>): Stretch[] {
    const narrower = box[1]! - box[0]! < box[5]! - box[4]! ? axes.source : axes.destination;
    const one = stretchesAlong(entries, narrower, box);
    if (sizeOf(one) * fewEnough < entries.length) return one;
    const other = stretchesAlong(entries, axes.source + axes.destination - narrower, box);
    return sizeOf(one) < sizeOf(other) ? one : other;
  }

  function stretchesAlong(entries: Uint32Array, axis: number, box: ArrayLike<number>): Stretch[] {
    const levels = sorted.get(axis) ?? levelsOf(program, entries, axis);
    sorted.set(axis, levels);
    return stretchesOf(levels, box[2 * axis]!, box[2 * axis + 1]!);
  }
}

function everyEntry({ length }: Program): Uint32Array {
  return new Uint32Array(length).map((_, at) => at);
}

/** The entries that touch some of those asked about, and perhaps more. */
function touching(program: Program, asked: readonly number[]): Uint32Array {
  const { boxes, length, space } = program;
  if (asked.length * sieved > length) return everyEntry(program);
  const sieve = sieveOf(space.last, (add) => {
    for (const entry of asked) add(boxes.bounds, entry * boxLength);
  });
  const found = new Uint32Array(length);
  let count = 0;
  for (let entry = 0; entry < length; entry += 1) {
    if (sieve.mayTouch(boxes.bounds, entry * boxLength)) found[count++] = entry;
  }
  return found.slice(0, count);
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

function levelsOf({ boxes }: Program, entries: Uint32Array, axis: number): Level[] {
  const begins = new Uint32Array(entries.length);
  const lengths = new Uint8Array(entries.length);
  const counts = new Uint32Array(levelCount);
  for (let at = 0; at < entries.length; at += 1) {
    const side = entries[at]! * boxLength + 2 * axis;
    begins[at] = boxes.bounds[side]!;
    lengths[at] = levelOf(boxes.bounds[side]!, boxes.bounds[side + 1]!);
    counts[lengths[at]!]! += 1;
  }
  const levels = Array.from(counts, (count, level): Level => {
    const shift = 32 - roundTo * level;
    return { entries: new Uint32Array(count), begins: new Uint32Array(count), shift };
  });
  counts.fill(0);
  for (const at of sortedBy(begins)) {
    const level = lengths[at]!;
    const place = counts[level]!++;
    levels[level]!.entries[place] = entries[at]!;
    levels[level]!.begins[place] = begins[at]!;
  }
  return levels.filter((level) => level.entries.length > 0);
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
