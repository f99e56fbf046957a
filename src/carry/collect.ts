import { recover } from "../erasure/erasure.ts";
import { CarryFault } from "./fault.ts";
import { type Frame, frameDigitsMin, readFrame } from "./frame.ts";
import { joined } from "./series.ts";

/** How far one series has come. */
export interface Progress {
  series: string;
  needed: number;
  total: number;
  /** Places that are there, from 1, in order. */
  have: number[];
  missing: number[];
  complete: boolean;
}

/** What became of everything that was given. */
export interface Counts {
  /** Frames that were taken. */
  taken: number;
  /** Frames that had been there before. */
  again: number;
  /** Runs of digits whose check sum does not fit. */
  damaged: number;
  /** Runs of digits that are something else. */
  foreign: number;
}

type Kept = Map<number, Frame>;

/**
 * Frames of one or several series, in any order, any number of times. Series are told apart by their
 * name and form, so that what is lost of one is never made good out of another.
 */
export class Collection {
  readonly counts: Counts = { taken: 0, again: 0, damaged: 0, foreign: 0 };
  readonly #series = new Map<string, Kept>();

  /** Takes every frame out of a text: what a scanner typed, a phone sent, a log kept. */
  addText(text: string): void {
    for (const [run] of text.matchAll(digitRuns)) this.addDigits(run);
  }

  addDigits(digits: string): void {
    const frame = readFrame(digits);
    if (typeof frame === "string") {
      this.counts[frame] += 1;
      return;
    }
    const { series, data, parity, block } = frame;
    const key = `${series} ${data} ${parity} ${block.length}`;
    const kept = this.#series.get(key) ?? new Map<number, Frame>();
    this.#series.set(key, kept);
    const before = kept.get(frame.at);
    if (before && !isSame(before.block, block)) {
      throw new CarryFault("contradiction", { series, at: frame.at + 1 });
    }
    kept.set(frame.at, frame);
    this.counts[before ? "again" : "taken"] += 1;
  }

  /** Every series that a frame of was seen, those with the most frames first. */
  progress(): Progress[] {
    return [...this.#series.values()]
      .map(progressOf)
      .sort((a, b) => b.have.length / b.needed - a.have.length / a.needed);
  }

  /** What a complete series carries. Throws while frames are missing. */
  packed(series: string): Uint8Array {
    const all = [...this.#series.values()].filter((kept) => first(kept).series === series);
    const kept = all.find((one) => progressOf(one).complete);
    if (!kept) {
      const best = all[0] ? progressOf(all[0]) : { have: [], needed: 1 };
      throw new CarryFault("missing", { series, have: best.have.length, needed: best.needed });
    }
    const { data, parity } = first(kept);
    const blocks = Array.from({ length: data + parity }, (_, at) => kept.get(at)?.block);
    return joined(series, recover(blocks, data));
  }
}

/** Long enough for a frame; what stands around it is of no matter. */
const digitRuns = new RegExp(`[0-9]{${frameDigitsMin},}`, "g");

function first(kept: Kept): Frame {
  return kept.values().next().value!;
}

function progressOf(kept: Kept): Progress {
  const { series, data, parity } = first(kept);
  const places = Array.from({ length: data + parity }, (_, at) => at);
  const have = places.filter((at) => kept.has(at)).map((at) => at + 1);
  const missing = places.filter((at) => !kept.has(at)).map((at) => at + 1);
  return {
    series,
    needed: data,
    total: data + parity,
    have,
    missing,
    complete: have.length >= data,
  };
}

function isSame(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, at) => byte === b[at]);
}
