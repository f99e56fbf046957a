import type { Kind } from "../files.ts";
import type { Guide } from "../guide.ts";
import type { DataPath } from "../value.ts";
import type { Words } from "../words.ts";

/**
 * `error`: the guide misleads or cannot work. `warning`: it is incomplete or growing old. `info`:
 * worth knowing, and no fault.
 */
export type Severity = "error" | "warning" | "info";

/** A guide, and the day by which its dates are judged (YYYY-MM-DD). */
export interface LintContext {
  guide: Guide;
  today: string;
}

/** Where a rule is broken, and which of the rule's messages says so. */
export interface Breach {
  kind: Kind;
  path: DataPath;
  message: string;
  with?: Record<string, string | number>;
}

/** One rule of a guide. `check` judges the guide as data and knows neither files nor lines. */
export interface LintRule {
  id: string;
  title: Words;
  severity: Severity;
  messages: Record<string, Words>;
  check(context: LintContext): Iterable<Breach>;
}
