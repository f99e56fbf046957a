import type { Placement } from "../opening.ts";

/** A place in a file: before a line that denies, or behind everything where a default does. */
export interface Spot {
  chain: string;
  side: Placement["side"];
  /** From 1. */
  line: number;
  before: boolean;
}

/** A file's lines, and where in it. */
export interface Context extends Spot {
  lines: readonly string[];
  /** The line that denies. */
  text: string;
}

/** What is to be known of it to write rules there; undefined where only a person can name it. */
export type Found = Omit<Placement, "chain" | "side"> | undefined;
