import { type Journals, type Kept, openJournals } from "../../doctor/journal.ts";
import { journalStateOf } from "../../doctor/journal-state.ts";
import { previewUndo, undo } from "../../doctor/undo.ts";
import type { WalkedBack } from "../../doctor/walk-back.ts";
import type { Machine } from "../../machine/machine.ts";
import type {
  JournalLine,
  JournalList,
  Remains,
  UndoPreview,
  UndoResult,
} from "../../portal/wire.ts";
import { refuse } from "../refusal.ts";
import type { Emit } from "./practice.ts";

/** All journals, the newest first. */
export async function listJournals(machine: Machine): Promise<JournalList> {
  if ((await machine.system.elevated()).state === "not-applicable")
    return { items: [], damaged: [] };
  const { kept, damaged } = await openJournals(machine.system).list();
  const items = kept.toReversed().map((one) => {
    const { id, guide, remedy, startedAt, entries } = one.journal;
    const changes = entries.map(({ change }) => change);
    return { id, guide, remedy, startedAt, state: journalStateOf(one), changes };
  });
  return { items, damaged: damaged.map(({ file, problem }) => ({ file, problem })) };
}

export async function showUndo(machine: Machine, id: string): Promise<UndoPreview> {
  const steps = await previewUndo(machine, await find(machine, id));
  return {
    id,
    steps: steps.map(({ entry, will, why, runs }) => ({
      change: entry.change,
      will,
      ...(why !== undefined && { why }),
      ...(runs !== undefined && { runs }),
    })),
  };
}

/** Takes a treatment back. Once begun it is not stopped: half of it would be worse than either. */
export async function undoOne(machine: Machine, id: string, emit: Emit): Promise<UndoResult> {
  const kept = await find(machine, id);
  const journals = openJournals(machine.system);
  const walked = await undo(machine, tellingJournals(journals, emit), kept);
  const outcome =
    walked.failed.length > 0 ? "not-undone" : walked.left.length > 0 ? "undone-in-part" : "undone";
  return { outcome, remains: remainsOf(walked) };
}

async function find(machine: Machine, id: string): Promise<Kept> {
  if ((await machine.system.elevated()).state === "not-applicable") throw refuse("cannot-treat");
  const { kept } = await openJournals(machine.system).list();
  const found = kept.find(({ journal }) => journal.id === id);
  if (found === undefined) throw refuse("unknown-journal", id.slice(0, 120));
  return found;
}

function tellingJournals(journals: Journals, emit: Emit): Journals {
  return {
    ...journals,
    async write(kept) {
      const done = await journals.write(kept);
      if (done.ok) emit(told(kept));
      return done;
    },
  };
}

/** How a journal stands now, for those who watch. */
export function told({ journal }: Kept): JournalLine {
  const { id, direction, entries } = journal;
  return { type: "journal", journal: id, direction, states: entries.map(({ state }) => state) };
}

export function remainsOf({ left, failed }: WalkedBack): Remains[] {
  return [
    ...left.map(({ entry, why }) => ({ change: entry.change, why: { left: why } })),
    ...failed.map(({ entry, failure, code }) => ({
      change: entry.change,
      why: { failed: failure, ...(code !== undefined && { code }) },
    })),
  ];
}
