import { payloadBytes } from "./frame.ts";

/**
 * How frames protect each other. The frames of data stand in lines of `width`, one line below the other, `depth`
 * lines in all. Every frame belongs to one column and to one row, each a Reed–Solomon code of its own. With the
 * prime p = width + 1 and u, a generator of its numbers, frame `o` of line `s` is in column u^s (o + 1) mod p and
 * in row u^2s (o + 1) mod p, each less one. As no depth exceeds the width,
 *
 * - each line has exactly one frame in every column and in every row, so a run of lost frames as long as a
 *   line costs any of them one frame, and where frames are lost at even distances, each line scatters them anew;
 * - a column and a row share at most one frame (u^s would have to be the same for two lines), so what the one
 *   cannot mend the other can: fewer lost frames than (columnParity + 1) × (rowParity + 1) are mended
 *   wherever they are.
 *
 * Frames are numbered: data, then the parity of columns, then that of rows, the first of every group first.
 */
export interface Grid {
  dataFrames: number;
  width: number;
  depth: number;
  columnParity: number;
  rowParity: number;
}

/** Data and parity of one code: as many as its field has elements. */
export const groupMax = 256;
const depthMax = 250;
const rowParityMax = 4;

/**
 * The grid for a file of `bytes`, with parity of about `share` of it (0.03 is 3 %). Small files get more: below
 * some megabytes a column is short, and the same few frames of parity are more of it.
 */
export function gridFor(bytes: number, share: number): Grid {
  const dataFrames = Math.max(1, Math.ceil(bytes / payloadBytes));
  const deepest = Math.min(depthMax, Math.floor((groupMax - 4) / (1 + share)));
  const wanted = Math.min(deepest, Math.ceil(Math.sqrt(dataFrames)));
  const width = primeFrom(Math.max(Math.ceil(dataFrames / wanted), wanted) + 1) - 1;
  const depth = Math.ceil(dataFrames / width);
  const parity = Math.ceil(depth * share);
  const rowParity = Math.max(2, Math.min(rowParityMax, Math.round(parity / 3)));
  const columnParity = Math.min(groupMax - depth, Math.max(depth > 64 ? 3 : 2, parity - rowParity));
  return { dataFrames, width, depth, columnParity, rowParity };
}

/** More frames for each of data than any grid of `gridFor` has, the smallest files aside. */
const framesMost = ({ dataFrames }: Grid) => 3 * dataFrames + groupMax;

/**
 * Whether numbers that were read describe a grid; whatever else is refused before it is worked with. A
 * small part must not be able to speak of so much parity that the list of it fills memory and disk.
 */
export function isGrid(grid: Grid): boolean {
  const { dataFrames, width, depth, columnParity, rowParity } = grid;
  return (
    framesOf(grid) <= framesMost(grid) &&
    depth >= 1 &&
    depth <= width &&
    isPrime(width + 1) &&
    depth === Math.ceil(dataFrames / width) &&
    columnParity >= 1 &&
    rowParity >= 1 &&
    depth + Math.max(columnParity, rowParity) <= groupMax
  );
}

export function framesOf({ dataFrames, width, columnParity, rowParity }: Grid): number {
  return dataFrames + width * (columnParity + rowParity);
}

/** A column or a row: what repairs are made in. */
export type Direction = "column" | "row";

export const directions: readonly Direction[] = ["column", "row"];

/** Number of one frame of parity. */
export function parityFrame(grid: Grid, direction: Direction, group: number, at: number): number {
  const { dataFrames, width, columnParity } = grid;
  const before = direction === "column" ? 0 : columnParity;
  return dataFrames + (before + at) * width + group;
}

export const parityOf = (grid: Grid, direction: Direction): number =>
  direction === "column" ? grid.columnParity : grid.rowParity;

/** Which frames are in which groups. */
export class Weave {
  readonly #grid: Grid;
  readonly #prime: number;
  /** For each direction and line: what its frames' places are multiplied by, and what leads back. */
  readonly #there: Record<Direction, number[]>;
  readonly #back: Record<Direction, number[]>;

  constructor(grid: Grid) {
    const prime = grid.width + 1;
    const generator = generatorOf(prime);
    const powers = (step: number, sign: number) =>
      Array.from({ length: grid.depth }, (_, line) => {
        const exponent = (line * step) % grid.width;
        return power(generator, sign > 0 ? exponent : grid.width - exponent, prime);
      });
    this.#grid = grid;
    this.#prime = prime;
    this.#there = { column: powers(1, 1), row: powers(2, 1) };
    this.#back = { column: powers(1, -1), row: powers(2, -1) };
  }

  lineOf(frame: number): number {
    return Math.floor(frame / this.#grid.width);
  }

  groupOf(direction: Direction, frame: number): number {
    const { width } = this.#grid;
    const line = Math.floor(frame / width);
    // Widths are far below 2^26, so products are exact.
    return ((((frame % width) + 1) * this.#there[direction][line]!) % this.#prime) - 1;
  }

  /** Numbers of the frames of data in a group, line by line; undefined where the last line ends before. */
  members(direction: Direction, group: number): (number | undefined)[] {
    const { width, dataFrames } = this.#grid;
    return this.#back[direction].map((factor, line) => {
      const frame = line * width + (((group + 1) * factor) % this.#prime) - 1;
      return frame < dataFrames ? frame : undefined;
    });
  }
}

/** The least number whose powers are all numbers from 1 to `prime` − 1. */
function generatorOf(prime: number): number {
  const order = prime - 1;
  const factors = Array.from({ length: Math.floor(Math.sqrt(order)) }, (_, at) => at + 2)
    .flatMap((divisor) => (order % divisor === 0 ? [divisor, order / divisor] : []))
    .filter((divisor) => divisor > 1 && divisor < order);
  let candidate = 1;
  while (
    power(candidate, order, prime) !== 1 % prime ||
    (order > 1 && candidate === 1) ||
    factors.some((divisor) => power(candidate, divisor, prime) === 1)
  ) {
    candidate += 1;
  }
  return candidate;
}

function power(base: number, exponent: number, modulus: number): number {
  let [result, square] = [1 % modulus, base % modulus];
  for (let rest = exponent; rest > 0; rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) result = (result * square) % modulus;
    square = (square * square) % modulus;
  }
  return result;
}

function primeFrom(least: number): number {
  let candidate = Math.max(2, least);
  while (!isPrime(candidate)) candidate += 1;
  return candidate;
}

function isPrime(value: number): boolean {
  if (value < 2) return false;
  for (let divisor = 2; divisor * divisor <= value; divisor += 1) {
    if (value % divisor === 0) return false;
  }
  return true;
}
