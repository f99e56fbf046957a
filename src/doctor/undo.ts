import type { CommandLine } from "../actions/command-line.ts";
import type { Machine } from "../machine/machine.ts";
import { wayBackNow } from "./drive.ts";
import { type Entry, type Journals, type Kept, type LeftBecause, whoseIs } from "./journal.ts";
import { removalOf } from "./removal.ts";
import { keyName, standingOf } from "./standing.ts";
import { type WalkedBack, walkBack } from "./walk-back.ts";

/** What undoing would do to one entry, as things are now. */
export interface UndoStep {
  entry: Entry;
  will: "take-back" | "give-back-kept" | "nothing" | "stay" | "unknown";
  why?: LeftBecause;
  /** The uninstaller that would be started. */
  runs?: CommandLine;
}

/** Every entry that undoing would look at, the newest first; changes nothing. */
export async function previewUndo(machine: Machine, kept: Kept): Promise<UndoStep[]> {
  const { journal } = kept;
  const steps: UndoStep[] = [];
  // A key that was made for another stays while that one is there, and going back begins with it.
  const gone = new Set<string>();
  for (const entry of [...journal.entries].reverse()) {
    const { state, change } = entry;
    if (state === "planned" || state === "undone" || state === "left") continue;
    const now = await standingOf(machine, change, gone);
    if (now.is === "unreadable") {
      steps.push({ entry, will: "unknown" });
      continue;
    }
    const way = wayBackNow(change, now, whoseIs(kept), state !== "done");
    if (way.is === "left") steps.push({ entry, will: "stay", why: way.why });
    else if (way.is === "is-back") steps.push({ entry, will: "nothing" });
    else if (way.is === "give-back-kept")
      steps.push(
        change.kind === "run" && change.kept.length > 0
          ? { entry, will: "give-back-kept" }
          : { entry, will: "stay", why: "lasting" },
      );
    else if (change.kind === "run" && change.back.way === "uninstall") {
      const removal = await removalOf(machine, change.back.names);
      if (removal.is === "left") steps.push({ entry, will: "stay", why: removal.why });
      else if (removal.is === "failed") steps.push({ entry, will: "unknown" });
      else steps.push({ entry, will: "take-back", runs: removal.command });
    } else {
      steps.push({ entry, will: "take-back" });
      if (change.kind === "key" && change.before === null) gone.add(keyName(change));
    }
  }
  return steps;
}

/** Takes a treatment back, the newest change first. */
export function undo(machine: Machine, journals: Journals, kept: Kept): Promise<WalkedBack> {
  return walkBack(machine, journals, kept, "undone");
}
