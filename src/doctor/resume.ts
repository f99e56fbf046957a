import type { Machine } from "../machine/machine.ts";
import { dropCopies } from "./copies.ts";
import { back } from "./drive.ts";
import { noteSeen } from "./give-back.ts";
import { type Entry, isUnfinished, type Journals, type Kept, whoseIs } from "./journal.ts";
import { type Standing, standingOf } from "./standing.ts";
import { previewUndo, type UndoStep } from "./undo.ts";
import { type WalkedBack, walkBack } from "./walk-back.ts";

/** What became of a treatment that was cut off. */
export type Settled =
  /** It had been going back, and now is back. */
  | { is: "back"; walkedBack: WalkedBack }
  /** What it had done stands, and the rest is to be planned anew. */
  | { is: "open" }
  | { is: "failed"; code?: string | undefined };

/** Whether the change during which it ended can stand as it is. */
const stands = ({ is, exact }: Standing) => is === "unknown" || (is === "after" && exact);

/** What bringing it there would take back; changes nothing. */
export async function previewSettling(machine: Machine, kept: Kept): Promise<UndoStep[]> {
  const { journal } = kept;
  const entries: Entry[] = [];
  for (const entry of journal.entries) {
    if (journal.direction === "forward") {
      if (entry.state !== "begun") continue;
      if (stands(await standingOf(machine, entry.change))) continue;
    }
    entries.push(entry);
  }
  const steps = await previewUndo(machine, { ...kept, journal: { ...journal, entries } });
  return steps.filter(({ will }) => will !== "nothing");
}

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
    await dropCopies(machine.system, entry.change);
    const now = await standingOf(machine, entry.change);
    // Where nothing shows whether it ran it counts as done, and is planned again where it is wanted.
    if (stands(now)) {
      entry.state = "done";
      await noteSeen(machine.system, entry);
    } else {
      const driven = await back(machine, entry, whoseIs(kept), true);
      if (driven.is === "failed") return { is: "failed", code: driven.code ?? driven.failure };
      entry.state = driven.is === "done" ? "undone" : "left";
      if (driven.is === "left") entry.why = driven.why;
    }
  }
  journal.entries = journal.entries.filter(({ state }) => state !== "planned");
  const noted = await journals.write(kept);
  return noted.ok ? { is: "open" } : { is: "failed", code: noted.code };
}
