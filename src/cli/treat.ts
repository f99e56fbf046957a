import { isElevated } from "../actions/action.ts";
import { isUnfinished, type Kept, whoseIs } from "../doctor/journal.ts";
import { hasAction, type Prepared, prepare } from "../doctor/prepare.ts";
import { previewSettling, settleInterrupted } from "../doctor/resume.ts";
import { type Treated, treat } from "../doctor/treat.ts";
import type { Guide } from "../guide/guide.ts";
import { loadGuide } from "../guide/load.ts";
import { isLasting } from "../report/treatment.ts";
import { pick } from "../report/words.ts";
import type { Command, Io } from "./command.ts";
import { Refusal } from "./refusal.ts";
import { ask, canAsk } from "./treat/ask.ts";
import { choose, named } from "./treat/choose.ts";
import { type TreatArguments, treatArguments } from "./treat/options.ts";
import { alone, guarded, openMachine, openPatient, type Patient } from "./treat/patient.ts";
import { outcomeJson, type Result } from "./treat/result.ts";
import { preview, undoPreview } from "./treat/show.ts";
import { treatText } from "./treat/text.ts";
import { told } from "./treat/told.ts";

const defaultGuide = "bankpay-transfer";

export const treatCommand: Command = {
  name: "treat",
  summary: {
    ko: "고칠 수 있는 것을 보여 주고, 물어보고, 고칩니다",
    en: "shows what it can put right, asks, and does it",
  },
  run: (argv, io) => guarded(io, () => run(treatArguments(argv, io), io)),
};

async function run(args: TreatArguments, io: Io): Promise<number> {
  if (args.help) {
    io.out(treatText[io.lang].help);
    return 0;
  }
  const guide = loadGuide(args.guide ?? defaultGuide);
  if (args.list) return list(guide, args, io);
  named(guide, args.remedies, io);
  const machine = await openMachine(io);
  const look = async () => treatAll(await openPatient(machine, io), guide, args, io);
  return args.dryRun ? look() : alone(io, look);
}

function list(guide: Guide, args: TreatArguments, io: Io): number {
  const text = treatText[io.lang];
  const remedies = guide.remedies.filter(hasAction);
  if (args.json) {
    const shown = remedies.map(({ id, owner, automatic, title, irreversible, steps }) => ({
      id,
      title,
      owner,
      automatic,
      ...(irreversible && { irreversible }),
      actions: steps.flatMap(({ action }) => action ?? []),
    }));
    io.out(json({ schema: "jochi.remedies/1", guide: nameOf(guide), remedies: shown }));
    return 0;
  }
  for (const { id, title, automatic } of remedies) {
    io.out(`${id}  ${pick(title, io.lang)} · ${automatic ? text.automatic : text.onRequest}\n`);
  }
  return 0;
}

async function treatAll(
  patient: Patient,
  guide: Guide,
  args: TreatArguments,
  io: Io,
): Promise<number> {
  const resumed = await goOn(patient, guide, args, io);
  const { chosen, open } = resumed
    ? { chosen: [resumed.prepared], open: 0 }
    : await choose(patient.machine, guide, args, io);
  if (io.signal.aborted) return 2;
  const text = treatText[io.lang];
  const say = args.json ? io.err : io.out;
  if (chosen.length === 0) say(`${text.nothingAutomatic}\n`);
  const results: Result[] = [];
  for (const prepared of chosen) {
    say(preview(prepared, guide, io.lang));
    const result = await one(patient, guide, args, io, { prepared, kept: resumed?.kept });
    results.push(result);
    say(told(result, guide, io.lang));
    if (io.signal.aborted) break;
  }
  if (args.dryRun) say(`${text.dryRun}\n`);
  const notAsked = results.some(({ outcome }) => outcome === "not-asked");
  if (notAsked) io.err(`jochi: ${text.nobodyAsked}\n`);
  if (args.json) io.out(json(outcomeJson(guide, args.dryRun, results, io.lang)));
  if (notAsked || results.some(({ outcome }) => outcome === "not-begun")) return 2;
  return open === 0 && results.every(isWell) ? 0 : 1;
}

/** Done, or there was nothing to do; and nothing that it looks at fails, or may still. */
function isWell({ outcome, treated, prepared }: Result): boolean {
  if (outcome !== "done" && outcome !== "nothing" && outcome !== "preview") return false;
  const failed = new Set(
    treated?.before.filter(({ verdict }) => verdict === "fail").map(({ id }) => id),
  );
  const fails = treated?.after.some(
    ({ id, verdict }) => verdict === "fail" || (verdict === "unknown" && failed.has(id)),
  );
  return !fails && prepared.refused.length === 0;
}

interface Chosen {
  prepared: Prepared;
  kept: Kept | undefined;
}

async function one(
  { machine, journals }: Patient,
  guide: Guide,
  args: TreatArguments,
  io: Io,
  { prepared, kept }: Chosen,
): Promise<Result> {
  const { remedy, entries } = prepared;
  const result = (outcome: Result["outcome"], treated?: Treated): Result => ({
    prepared,
    outcome,
    ...(treated && { treated }),
  });
  if (args.dryRun) return result("preview");
  if (entries.length === 0 && !kept)
    return result(prepared.refused.length > 0 ? "refused" : "nothing");
  const lasting = entries.some(({ change }) => isLasting(change));
  if (args.yes && lasting && !args.remedies.includes(remedy.id)) return result("needs-name");
  if (!args.yes) {
    if (!canAsk()) return result("not-asked");
    if (!(await ask(treatText[io.lang].askTreat, io))) return result("declined");
  }
  const options = { machine, guide, journals, signal: io.signal, resumed: kept };
  const treated = await treat(prepared, options);
  return result(treated.outcome, treated);
}

/** A treatment that was cut off comes before anything else. */
async function goOn(
  { machine, journals, kept }: Patient,
  guide: Guide,
  args: TreatArguments,
  io: Io,
): Promise<Chosen | undefined> {
  const text = treatText[io.lang];
  const unfinished = kept.filter(isUnfinished).at(-1);
  if (!unfinished) return undefined;
  const { id, remedy: name, guide: of } = unfinished.journal;
  const remedy = guide.remedies.find((each) => each.id === name);
  const same = of.id === guide.id && of.edition === guide.edition && remedy !== undefined;
  const wanted =
    args.remedies.length === 0 || (args.remedies.length === 1 && args.remedies[0] === name);
  if (!same || !wanted || args.dryRun) throw new Refusal(text.interrupted(id, name));
  if (!args.yes && !canAsk()) throw new Refusal(text.interrupted(id, name));
  // What is added to it would stand in a folder that tells of other things than these rights change.
  const own = (await isElevated({ machine })) ? "machine" : "user";
  if (whoseIs(unfinished) !== own) throw new Refusal(text.otherRights(id));
  if (!args.yes) {
    const steps = await previewSettling(machine, unfinished);
    if (steps.length > 0) (args.json ? io.err : io.out)(undoPreview(id, steps, guide, io.lang));
    if (steps.length > 0 && !(await ask(text.askUndo, io)))
      throw new Refusal(text.interrupted(id, name));
  }
  const settled = await settleInterrupted(machine, journals, unfinished);
  const stuck = settled.is === "back" && settled.walkedBack.failed.length > 0;
  if (settled.is === "failed" || stuck) throw new Refusal(text.interrupted(id, name));
  if (settled.is === "back") {
    io.err(`${text.wentBack(id)}\n`);
    return undefined;
  }
  io.err(`${text.resuming(id)}\n`);
  return { prepared: await prepare({ machine }, guide, remedy, args.files), kept: unfinished };
}

const nameOf = ({ id, edition }: Guide) => ({ id, edition });

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
