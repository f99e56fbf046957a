import { diagnose } from "../../doctor/diagnose.ts";
import { hasAction, type Prepared, prepare, type Remedy } from "../../doctor/prepare.ts";
import { isVerifiedBy } from "../../doctor/recheck.ts";
import type { Guide } from "../../guide/guide.ts";
import type { Machine } from "../../machine/machine.ts";
import type { Io } from "../command.ts";
import { Refusal } from "../refusal.ts";
import type { TreatArguments } from "./options.ts";
import { treatText } from "./text.ts";

/** The remedies that were named, in the guide's order. */
export function named(guide: Guide, ids: readonly string[], io: Io): Remedy[] {
  const text = treatText[io.lang];
  for (const id of ids) {
    const remedy = guide.remedies.find((each) => each.id === id);
    if (remedy === undefined) {
      const known = guide.remedies.filter(hasAction).map((each) => each.id);
      throw new Refusal(text.unknownRemedy(id, known.join(", ")));
    }
    if (!hasAction(remedy)) throw new Refusal(text.noAction(id));
  }
  return guide.remedies.filter(({ id }) => ids.includes(id));
}

/** What is to be done, all prepared for the PC as it is now. */
export interface Choice {
  chosen: Prepared[];
  /** Checks that fail and that nothing of it will put right. */
  open: number;
}

export async function choose(
  machine: Machine,
  guide: Guide,
  args: TreatArguments,
  io: Io,
): Promise<Choice> {
  if (args.remedies.length > 0) {
    const chosen: Prepared[] = [];
    for (const remedy of named(guide, args.remedies, io))
      chosen.push(await prepare({ machine }, guide, remedy, args.files));
    return { chosen, open: 0 };
  }
  return chooseNeeded(machine, guide, args, io);
}

/**
 * Without a name: the plan's automatic remedies, each only where a check fails that none before it
 * will put right. Chosen once and before anything is changed, so that a preview shows what is done.
 */
async function chooseNeeded(
  machine: Machine,
  guide: Guide,
  args: TreatArguments,
  io: Io,
): Promise<Choice> {
  const { watch } = await import("../watch.ts");
  const { diagnosis } = await diagnose(machine, guide, {
    signal: io.signal,
    onEvent: watch(io, args.json),
  });
  const failing = diagnosis.checks.filter(({ verdict }) => verdict === "fail");
  const open = new Set(failing.map(({ id }) => id));
  const chosen: Prepared[] = [];
  for (const step of diagnosis.plan.filter(({ automatic }) => automatic)) {
    const remedy = guide.remedies.find(({ id }) => id === step.remedy)!;
    const wanted = [...open].filter((id) => isVerifiedBy(guide, remedy, id));
    if (wanted.length === 0) continue;
    const prepared = await prepare({ machine }, guide, remedy, args.files);
    if (prepared.entries.length === 0 && prepared.refused.length === 0) continue;
    chosen.push(prepared);
    if (prepared.entries.length > 0) for (const id of wanted) open.delete(id);
  }
  return { chosen, open: open.size };
}
