import { type Boxes, makeRoom, newBoxes } from "./boxes.ts";
import type { Space } from "./space.ts";

/** What an entry says of a packet. An entry that only leads elsewhere says `none`. */
export const verdicts = { none: 0, permit: 1, deny: 2, unclear: 3 } as const;

/**
 * A policy as one list that packets go through from top to bottom, chains written out and stages one
 * behind the other: the entry that matches decides, or leads forward to another.
 */
export interface Program {
  space: Space;
  length: number;
  /** One box an entry; behind them boxes that are no entries, kept for comparing. */
  boxes: Boxes;
  /** The row of the table, or for a default `defaultRow` of its stage. */
  row: Int32Array;
  verdict: Uint8Array;
  /** 1 where the entry matches only perhaps. */
  doubt: Uint8Array;
  /** The entry that it leads to; -1 where it decides. */
  target: Int32Array;
  /** Whether no entry leads past others: then earlier entries are simply in the way. */
  plain: boolean;
  /** The entry that takes, for certain, all that comes so far: none behind it is met. -1 for none. */
  last: number;
  /** False where chains were too long or too deep to be written out. */
  whole: boolean;
}

export const noStage = -1;
export const defaultRow = (stage: number) => -2 - stage;
export const stageOfDefault = (row: number) => -2 - row;

export function newProgram(space: Space, capacity: number): Program {
  return {
    space,
    length: 0,
    boxes: newBoxes(capacity),
    row: new Int32Array(capacity),
    verdict: new Uint8Array(capacity),
    doubt: new Uint8Array(capacity),
    target: new Int32Array(capacity),
    plain: true,
    last: -1,
    whole: true,
  };
}

export interface Entry {
  row: number;
  verdict: number;
  doubt: boolean;
  target: number;
}

/** Makes the box that was written last but not yet counted an entry. */
export function commit(program: Program, { row, verdict, doubt, target }: Entry): number {
  const entry = program.length;
  if (entry === program.row.length) growProgram(program);
  program.row[entry] = row;
  program.verdict[entry] = verdict;
  program.doubt[entry] = doubt ? 1 : 0;
  program.target[entry] = target;
  program.length += 1;
  program.boxes.length = program.length;
  makeRoom(program.boxes);
  return entry;
}

function growProgram(program: Program): void {
  const capacity = program.row.length * 2 + 16;
  for (const name of ["row", "target"] as const) {
    const larger = new Int32Array(capacity);
    larger.set(program[name]);
    program[name] = larger;
  }
  for (const name of ["verdict", "doubt"] as const) {
    const larger = new Uint8Array(capacity);
    larger.set(program[name]);
    program[name] = larger;
  }
}
