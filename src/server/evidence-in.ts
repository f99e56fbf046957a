import type { Evidence } from "../evidence/evidence.ts";
import { parseEvidence } from "../evidence/parse.ts";
import { EvidenceError } from "../evidence/trouble.ts";
import { refuse } from "./refusal.ts";

/** Evidence that a page sends back: it may be of a file that somebody else has written. */
export function evidenceIn(text: string): Evidence {
  try {
    return parseEvidence(text);
  } catch (error) {
    if (error instanceof EvidenceError) throw refuse("bad-evidence", error.place.slice(0, 200));
    throw error;
  }
}
