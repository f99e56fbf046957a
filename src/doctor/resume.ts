import type { Machine } from "../machine/machine.ts";
import { back } from "./drive.ts";
import { isUnfinished, type Journals, type Kept } from "./journal.ts";
import { standingOf } from "./standing.ts";
import { type WalkedBack, walkBack } from "./walk-back.ts";

/** What became of a treatment that was cut off. */
export type Settled =
  /** It had been going back, and now is back. */
  | { is: "back"; walkedBack: WalkedBack }
  /** What it had done stands, and the rest is to be planned anew. */
  | { is: "open" }
  | { is: "failed"; code?: string | undefined };

/**
 * Brings an interrupted treatment to a state from which it can go on. The one change during which
 * it ended is made whole or taken back; what had not been begun is forgotten, because the plan is
 * made anew from how things are now, and never from a file.
 */
export async function settleInterrupted(
  machine: Machine,
  journals: Journals,
  kept: Kept,
): Promise<Settled> {
  const { journal } = kept;
  if (!isUnfinished(kept)) return { is: "open" };
  if (journal.direction === "back") {
    const walkedBack = await walkBack(machine, journals, kept, "undone");
    return { is: "back", walkedBack };
  }
  for (const entry of journal.entries) {
    if (entry.state !== "begun") continue;
    const now = await standingOf(machine, entry.change);
    if (now.is === "after" && now.exact) entry.state = "done";
    // Nothing shows whether it ran: it counts as done, and is planned again where it is wanted.
    else if (now.is === "unknown") entry.state = "done";
    else {
      const driven = await back(machine, entry.change, true);
      if (driven.is === "failed") return { is: "failed", code: driven.code ?? driven.failure };
      entry.state = driven.is === "done" ? "undone" : "left";
      if (driven.is === "left") entry.why = driven.why;
    }
  }
  journal.entries = journal.entries.filter(({ state }) => state !== "planned");
  const noted = await journals.write(kept);
  return noted.ok ? { is: "open" } : { is: "failed", code: noted.code };
}
