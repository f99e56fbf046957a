import type { DraftEndpoint, DraftProgram, Said } from "../draft.ts";

/** A table that is being read. */
export interface Table {
  program: DraftProgram;
  /** The caption or heading, until the first group has been made. */
  from: number | undefined;
  /** Whether there is a column for names, for addresses and for ports. */
  has: { host: boolean; address: boolean; ports: boolean };
  /** What its columns hold was told from the cells. */
  guessed: boolean;
  group?: string;
  groupTitle?: string;
  /** A row of words alone: the title of the rows below. */
  titleAbove?: Said;
  /** The hosts of the last row that named any. */
  hosts: DraftEndpoint[];
  hostCell?: string;
  /** The ports of the last cell that was not empty, and where it stands. */
  portsLine?: number;
  portsCell?: string;
}
