import type { Kept } from "../doctor/journal.ts";
import { hasAction, type Prepared, prepare } from "../doctor/prepare.ts";
import type { Guide } from "../guide/guide.ts";
import { loadGuide } from "../guide/load.ts";
import type { Machine } from "../machine/machine.ts";
import { pick } from "../report/words.ts";
import type { FromBundle } from "./bundle/treat-from.ts";
import type { Command, Io } from "./command.ts";
import { defaultGuide } from "./default-guide.ts";
import { carryOut, exitCodeOf } from "./treat/carry-out.ts";
import { choose, named } from "./treat/choose.ts";
import { goOn } from "./treat/go-on.ts";
import { type TreatArguments, treatArguments } from "./treat/options.ts";
import { alone, guarded, openMachine, openPatient, type Patient } from "./treat/patient.ts";
import { outcomeJson } from "./treat/result.ts";
import { treatText } from "./treat/text.ts";

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
  if (args.bundle !== undefined) return fromBundle(args.bundle, args, io);
  const guide = loadGuide(args.guide ?? defaultGuide);
  if (args.list) return list(guide, args, io);
  named(guide, args.remedies, io);
  const machine = await openMachine(io);
  const look = async () => treatAll(await openPatient(machine, io), guide, args, io);
  return args.dryRun ? look() : alone(io, look);
}

/** By the guide and with the files of a bundle, in place of a known guide and a folder. */
async function fromBundle(file: string, args: TreatArguments, io: Io): Promise<number> {
  const { treatFrom } = await import("./bundle/treat-from.ts");
  const machine = await openMachine(io);
  const { fingerprint, dryRun, guide = defaultGuide } = args;
  const given = { file, fingerprint, guide, dryRun };
  const look = () =>
    treatFrom(machine, given, io, async (from) => {
      named(from.guide, args.remedies, io);
      const patient = await openPatient(machine, io);
      return treatAll(patient, from.guide, { ...args, files: from.files }, io, from);
    });
  return dryRun ? look() : alone(io, look);
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
  from?: FromBundle,
): Promise<number> {
  const machine = from?.machine ?? patient.machine;
  const resumed = await goOn(
    patient,
    { ...args, guideFor: (kept) => sameGuide(kept, guide, args) },
    io,
  );
  const { chosen, open } = resumed
    ? { chosen: [await prepareAgain(machine, guide, args, resumed.kept)], open: 0 }
    : await choose(machine, guide, args, io);
  if (io.signal.aborted) return 2;
  const text = treatText[io.lang];
  if (chosen.length === 0) (args.json ? io.err : io.out)(`${text.nothingAutomatic}\n`);
  const wish = {
    ...args,
    ...(from && { ready: from.ready }),
    isNamed: ({ remedy }: Prepared) => args.remedies.includes(remedy.id),
  };
  const all = chosen.map((prepared) => ({ guide, prepared, kept: resumed?.kept }));
  const results = await carryOut(patient, all, wish, io);
  if (args.json) io.out(json(outcomeJson(guide, args.dryRun, results, io.lang)));
  const code = exitCodeOf(results);
  return code === 0 && open > 0 ? 1 : code;
}

/** Whether an interrupted treatment is of this guide and is, or may be, what was asked for. */
function sameGuide({ journal }: Kept, guide: Guide, { remedies }: TreatArguments) {
  const { remedy: name, guide: of } = journal;
  const known = guide.remedies.some((each) => each.id === name);
  const wanted = remedies.length === 0 || (remedies.length === 1 && remedies[0] === name);
  const same = of.id === guide.id && of.edition === guide.edition;
  return same && known && wanted ? guide : undefined;
}

function prepareAgain(machine: Machine, guide: Guide, args: TreatArguments, kept: Kept) {
  const remedy = guide.remedies.find(({ id }) => id === kept.journal.remedy)!;
  return prepare({ machine }, guide, remedy, args.files);
}

const nameOf = ({ id, edition }: Guide) => ({ id, edition });

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
