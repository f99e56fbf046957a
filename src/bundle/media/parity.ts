import { Arena } from "../../erasure/arena.ts";
import { coefficient } from "../../erasure/matrix.ts";
import { payloadBytes } from "./frame.ts";
import {
  type Direction,
  directions,
  type Grid,
  parityFrame,
  parityOf,
  type Weave,
} from "./grid.ts";

/** What is worked out at once: 1 GB with the usual parity needs one third of it. */
export const arenaBytes = 96 * 2 ** 20;

/** Groups from one to another, not included, of one direction. */
interface Slice {
  direction: Direction;
  from: number;
  to: number;
}

/** Divides all groups so that the parity of each share fits into memory; each is one reading of the file. */
export function passesOf(grid: Grid, bytes = arenaBytes): Slice[][] {
  const passes: Slice[][] = [];
  let left = 0;
  for (const direction of directions) {
    const each = parityOf(grid, direction) * payloadBytes;
    for (let from = 0; from < grid.width; ) {
      if (left < each) {
        passes.push([]);
        left = Math.max(bytes, each);
      }
      const to = Math.min(grid.width, from + Math.floor(left / each));
      passes.at(-1)!.push({ direction, from, to });
      left -= (to - from) * each;
      from = to;
    }
  }
  return passes;
}

/** The parity of some groups while the file goes by. */
export class ParityPass {
  readonly #grid: Grid;
  readonly #weave: Weave;
  readonly #arena: Arena;
  readonly #source: number;
  readonly #slices: (Slice & { start: number; parity: number })[];

  constructor(grid: Grid, weave: Weave, slices: readonly Slice[]) {
    let start = 0;
    this.#grid = grid;
    this.#weave = weave;
    this.#slices = slices.map((slice) => {
      const parity = parityOf(grid, slice.direction);
      const placed = { ...slice, start, parity };
      start += (slice.to - slice.from) * parity * payloadBytes;
      return placed;
    });
    this.#source = start;
    this.#arena = new Arena(start + payloadBytes);
  }

  /** Takes one frame of data. Each is taken once; the order does not matter. */
  add(frame: number, payload: Uint8Array): void {
    const line = this.#weave.lineOf(frame);
    this.#arena.bytes.set(payload, this.#source);
    for (const { direction, from, to, start, parity } of this.#slices) {
      const group = this.#weave.groupOf(direction, frame);
      if (group < from || group >= to) continue;
      const first = start + (group - from) * parity * payloadBytes;
      for (let at = 0; at < parity; at += 1) {
        const target = first + at * payloadBytes;
        this.#arena.add(target, this.#source, payloadBytes, coefficient(at, line));
      }
    }
  }

  /** What came out, by the numbers of the frames, in their order within each direction. */
  *frames(): Generator<{ index: number; payload: Uint8Array }> {
    for (const { direction, from, to, start, parity } of this.#slices) {
      for (let at = 0; at < parity; at += 1) {
        for (let group = from; group < to; group += 1) {
          const offset = start + ((group - from) * parity + at) * payloadBytes;
          yield {
            index: parityFrame(this.#grid, direction, group, at),
            payload: this.#arena.bytes.subarray(offset, offset + payloadBytes),
          };
        }
      }
    }
  }
}
