import { isReversible } from "../actions/change.ts";
import type { CheckResult } from "../evidence/report.ts";
import { version } from "../evidence/version.ts";
import type { Guide } from "../guide/guide.ts";
import type { Machine } from "../machine/machine.ts";
import { forward } from "./drive.ts";
import type { FailedBecause } from "./driven.ts";
import { noteSeen } from "./give-back.ts";
import type { Entry, Journals, Kept } from "./journal.ts";
import type { Prepared } from "./prepare.ts";
import { compareChecks, recheck } from "./recheck.ts";
import { type WalkedBack, walkBack } from "./walk-back.ts";

/** What one treatment came to. */
export interface Treated {
  outcome:
    | "done"
    /** A change failed, or the checks did not get better: all of it was taken back. */
    | "rolled-back"
    /** The same, but something of it could not be taken back. */
    | "rolled-back-in-part"
    /** Nothing was begun. */
    | "not-begun";
  /** Its journal, by the id under which it can be undone. */
  journal?: string;
  failure?: FailedBecause;
  code?: string | undefined;
  /** The change that failed. */
  at?: Entry;
  /** The checks it verifies, as they were and as they are. */
  before: CheckResult[];
  after: CheckResult[];
  /** It stays, and no check could show whether it helps: the browser has to ask the person first. */
  notProven?: true;
  walkedBack?: WalkedBack;
}

export interface TreatOptions {
  machine: Machine;
  guide: Guide;
  journals: Journals;
  signal: AbortSignal;
  /** A treatment that was cut off, to be brought to its end. */
  resumed?: Kept | undefined;
}

/**
 * Does what was prepared: writes down each change before it makes it, looks again at what the
 * remedy verifies, and takes everything back where a change failed or nothing got better. What cannot
 * be judged, because only the person can answer the browser, stays.
 */
export async function treat(prepared: Prepared, options: TreatOptions): Promise<Treated> {
  const { machine, guide, journals, signal, resumed } = options;
  const { remedy } = prepared;
  const before = await recheck(machine, guide, remedy, signal);
  const kept = resumed ?? (await begin(prepared, options));
  const { journal } = kept;
  const planned = prepared.entries.map((entry): Entry => ({ ...entry, state: "planned" }));
  journal.entries = [...journal.entries.filter(({ state }) => state !== "planned"), ...planned];
  const noted = await journals.write(kept);
  if (!noted.ok) {
    const { code } = noted;
    return { outcome: "not-begun", failure: "journal", code, before, after: before };
  }

  const failed = await walkForward(kept, options);
  if (failed) return takeBack(kept, options, { ...failed, before, after: [] });
  const after = await recheck(machine, guide, remedy, signal);
  const compared = compareChecks(before, after);
  // Where somebody else has a part in it, what was done is right though nothing is better yet.
  const shared =
    prepared.refused.length > 0 || journal.entries.some(({ change }) => change.kind === "open");
  const lasting = journal.entries.every(({ change }) => !isReversible(change));
  if (!lasting && (compared === "worse" || (compared === "no-better" && !shared)))
    return takeBack(kept, options, { failure: "not-verified", before, after });
  journal.ended = "applied";
  if (compared === "better") journal.helped = true;
  const ended = await journals.write(kept);
  const result: Treated = {
    outcome: "done",
    journal: journal.id,
    before,
    after,
    ...(compared === "not-proven" && { notProven: true }),
  };
  return ended.ok ? result : { ...result, failure: "journal", code: ended.code };
}

async function begin({ remedy }: Prepared, { machine, guide, journals }: TreatOptions) {
  const now = machine.now();
  return journals.begin(
    {
      schema: "jochi.journal/1",
      writtenBy: version,
      guide: { id: guide.id, edition: guide.edition },
      remedy: remedy.id,
      direction: "forward",
      ended: null,
      entries: [],
    },
    now,
  );
}

type Failed = { failure: FailedBecause; code?: string | undefined; at?: Entry };

/** Undefined: every change is made. */
async function walkForward(
  kept: Kept,
  { machine, journals, signal }: TreatOptions,
): Promise<Failed | undefined> {
  for (const entry of kept.journal.entries) {
    if (entry.state !== "planned") continue;
    if (signal.aborted) return { failure: "stopped" };
    entry.state = "begun";
    const noted = await journals.write(kept);
    if (!noted.ok) {
      entry.state = "planned";
      return { failure: "journal", code: noted.code, at: entry };
    }
    const driven = await forward(machine, entry.change);
    if (driven.is === "failed") {
      if (hasTouchedNothing(entry, driven.failure)) entry.state = "planned";
      return { failure: driven.failure, code: driven.code, at: entry };
    }
    entry.state = driven.is === "needless" ? "undone" : "done";
    await noteSeen(machine.system, entry);
  }
  const noted = await journals.write(kept);
  return noted.ok ? undefined : { failure: "journal", code: noted.code };
}

/** A key or file that was not written is as it was; a program may have done part of its work. */
function hasTouchedNothing({ change }: Entry, failure: FailedBecause): boolean {
  if (change.kind === "key" || change.kind === "file") return failure !== "not-seen";
  return ["changed-meanwhile", "file-changed", "not-started", "unreadable"].includes(failure);
}

async function takeBack(
  kept: Kept,
  { machine, journals }: TreatOptions,
  told: Failed & Pick<Treated, "before" | "after">,
): Promise<Treated> {
  const walkedBack = await walkBack(machine, journals, kept, "rolled-back");
  const whole = walkedBack.failed.length === 0 && walkedBack.left.length === 0;
  return {
    outcome: whole ? "rolled-back" : "rolled-back-in-part",
    journal: kept.journal.id,
    ...told,
    walkedBack,
  };
}
