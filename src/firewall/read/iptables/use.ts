import type { Draft } from "./draft.ts";
import type { Reading } from "./reading.ts";

/** One occurrence of an option in a rule. */
export interface Use {
  draft: Draft;
  reading: Reading;
  name: string;
  values: readonly string[];
  negated: boolean;
}
