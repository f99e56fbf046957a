import { isElevated } from "../../actions/action.ts";
import { isUnfinished, type Kept, whoseIs } from "../../doctor/journal.ts";
import { previewSettling, settleInterrupted } from "../../doctor/resume.ts";
import type { Guide } from "../../guide/guide.ts";
import type { Io } from "../command.ts";
import { Refusal } from "../refusal.ts";
import { ask, canAsk } from "./ask.ts";
import type { Patient } from "./patient.ts";
import { undoPreview } from "./show.ts";
import { treatText } from "./text.ts";

/** Under which name a bundle's programs and certificates stand in the records. */
export const bundleRemedy = "bundle-install";

export interface Asked {
  dryRun: boolean;
  yes: boolean;
  json: boolean;
  /** The guide by which an interrupted treatment goes on; undefined where it is not what was asked. */
  guideFor(kept: Kept): Guide | undefined;
}

/**
 * A treatment that was cut off comes before anything else: it is settled, so that it can go on, or
 * the command is refused. Undefined where there is none, or where it had been going back and now is.
 */
export async function goOn(
  { machine, journals, kept }: Patient,
  asked: Asked,
  io: Io,
): Promise<{ kept: Kept; guide: Guide } | undefined> {
  const text = treatText[io.lang];
  const unfinished = kept.filter(isUnfinished).at(-1);
  if (!unfinished) return undefined;
  const { id, remedy } = unfinished.journal;
  const interrupted = () => new Refusal(text.interrupted(id, commandFor(remedy)));
  const guide = asked.guideFor(unfinished);
  if (!guide || asked.dryRun) throw interrupted();
  if (!asked.yes && !canAsk()) throw interrupted();
  // What is added to it would stand in a folder that tells of other things than these rights change.
  const own = (await isElevated({ machine })) ? "machine" : "user";
  if (whoseIs(unfinished) !== own) throw new Refusal(text.otherRights(id));
  if (!asked.yes) {
    const steps = await previewSettling(machine, unfinished);
    if (steps.length > 0) (asked.json ? io.err : io.out)(undoPreview(id, steps, guide, io.lang));
    if (steps.length > 0 && !(await ask(text.askUndo, io))) throw interrupted();
  }
  const settled = await settleInterrupted(machine, journals, unfinished);
  const stuck = settled.is === "back" && settled.walkedBack.failed.length > 0;
  if (settled.is === "failed" || stuck) throw interrupted();
  if (settled.is === "back") {
    io.err(`${text.wentBack(id)}\n`);
    return undefined;
  }
  io.err(`${text.resuming(id)}\n`);
  return { kept: unfinished, guide };
}

/** What finishes it. */
const commandFor = (remedy: string) =>
  remedy === bundleRemedy ? "jochi bundle install" : `jochi treat ${remedy}`;
