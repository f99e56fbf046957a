import type { Machine } from "../machine/machine.ts";
import { back } from "./drive.ts";
import type { FailedBecause } from "./driven.ts";
import { type Entry, type Journals, type Kept, type LeftBecause, whoseIs } from "./journal.ts";

/** What going back came to. */
export interface WalkedBack {
  /** Entries that stay as they are, the newest first. */
  left: { entry: Entry; why: LeftBecause }[];
  /** Entries that could not be taken back now; they can be tried again. */
  failed: { entry: Entry; failure: FailedBecause; code?: string | undefined }[];
}

/**
 * Takes back everything that a journal has begun, the newest first, and writes down each step
 * before it is made. Entries that cannot be taken back stay open, and the others go on.
 */
export async function walkBack(
  machine: Machine,
  journals: Journals,
  kept: Kept,
  ended: "rolled-back" | "undone",
): Promise<WalkedBack> {
  const { journal } = kept;
  const walked: WalkedBack = { left: [], failed: [] };
  const wasEnded = journal.ended;
  journal.direction = "back";
  journal.ended = null;
  for (const entry of [...journal.entries].reverse()) {
    if (entry.state === "planned") entry.state = "undone";
    if (entry.state === "undone" || entry.state === "left") continue;
    const midway = entry.state === "begun" || entry.state === "undoing";
    const was = entry.state;
    entry.state = "undoing";
    const noted = await journals.write(kept);
    if (!noted.ok) {
      // Without its journal nothing is touched: it still says how things stand.
      entry.state = was;
      journal.ended = wasEnded;
      walked.failed.push({ entry, failure: "journal", code: noted.code });
      return walked;
    }
    const driven = await back(machine, entry, whoseIs(kept), midway);
    if (driven.is === "done") entry.state = "undone";
    else if (driven.is === "left") {
      entry.state = "left";
      entry.why = driven.why;
      walked.left.push({ entry, why: driven.why });
    } else {
      // Midway it may still be half of each, and whoever tries again must know.
      entry.state = midway ? "undoing" : was;
      walked.failed.push({ entry, failure: driven.failure, code: driven.code });
    }
  }
  journal.ended = walked.failed.length === 0 ? ended : wasEnded;
  const noted = await journals.write(kept);
  if (!noted.ok && walked.failed.length === 0) {
    const [entry] = journal.entries;
    if (entry) walked.failed.push({ entry, failure: "journal", code: noted.code });
  }
  return walked;
}
