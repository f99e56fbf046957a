import type { Failure } from "../evidence/outcome.ts";
import type { LeftBecause } from "./journal.ts";

/** What became of one change, made or taken back. */
export type Driven =
  | { is: "done" }
  /** It stays as it is. */
  | { is: "left"; why: LeftBecause }
  | { is: "failed"; failure: FailedBecause; code?: string | undefined };

export const failures = [
  /** It was no longer as the preview had shown it. */
  "changed-meanwhile",
  "file-changed",
  "not-started",
  "exit-code",
  /** The program says that all is well, and nothing shows it. */
  "not-seen",
  "stopped",
  "journal",
  "not-verified",
] as const;
export type FailedBecause = Failure | (typeof failures)[number];
