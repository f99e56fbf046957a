import type { Row } from "../src/guide/guide.ts";
import type { BenchWorld } from "./worlds.ts";

/** One run of one tool over all rows. */
export interface Run {
  ms: number;
  /** Rows of which it says what is true of this world. */
  right: number;
  /** Of one process; only where the run was asked to tell. */
  peakKb?: number;
}

/** A column of the bench. */
export interface Tool {
  id: string;
  title: string;
  /** What is run, as one would type it. */
  commands: string[];
  /** The only world it is measured in, where it is not measured in all of them. */
  only?: BenchWorld["id"];
  run(world: BenchWorld, rows: Row[], how?: { memory: boolean }): Promise<Run>;
}

/** Something that makes the figures worthless; one line, exit code 2. */
export class BenchError extends Error {
  constructor(line: string) {
    super(line);
    this.name = "BenchError";
  }
}
