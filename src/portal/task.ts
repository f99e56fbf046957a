import type { Owner } from "../evidence/verdict.ts";

/** Who brings a task to its end: Jochi with consent, the person at the PC, another team. */
export type TaskKind = "auto" | "self" | "other";

/**
 * How far a task has come. `asked`: a message went out and nothing is known yet. `checking`: it was
 * done and is being checked. `tried`: it was done, and what it was for is still there or cannot be
 * seen from here. There is no "failed": a remedy that changes nothing is tried, and the next one
 * comes. `needless`: what it was for went away without it.
 */
export type TaskState = "open" | "asked" | "checking" | "tried" | "skipped" | "done" | "needless";

/** One step on the way to a working service. */
export interface Task {
  /** A remedy's id, `cause:` and the cause, or `letter:` and whom it is to. */
  id: string;
  owner: Owner;
  kind: TaskKind;
  state: TaskState;
  /** What is done by it: a letter's wishes in their order, or itself. */
  asks: readonly string[];
}
