import { isOpen, type Kept } from "../doctor/journal.ts";
import { journalStateOf } from "../doctor/journal-state.ts";
import { previewUndo, undo } from "../doctor/undo.ts";
import type { WalkedBack } from "../doctor/walk-back.ts";
import type { Guide } from "../guide/guide.ts";
import { GuideError, loadGuide } from "../guide/load.ts";
import { exactBack } from "../report/treatment.ts";
import type { Command, Io } from "./command.ts";
import { Refusal } from "./refusal.ts";
import { ask, canAsk } from "./treat/ask.ts";
import { type UndoArguments, undoArguments } from "./treat/options.ts";
import { alone, guarded, openMachine, openPatient, type Patient } from "./treat/patient.ts";
import { undoPreview } from "./treat/show.ts";
import { treatText } from "./treat/text.ts";
import { remains } from "./treat/told.ts";

export const undoCommand: Command = {
  name: "undo",
  summary: {
    ko: "고치면서 바꾼 것을 되돌립니다",
    en: "takes back what a treatment has changed",
  },
  run: (argv, io) => guarded(io, () => run(undoArguments(argv, io), io)),
};

async function run(args: UndoArguments, io: Io): Promise<number> {
  if (args.help) {
    io.out(treatText[io.lang].undoHelp);
    return 0;
  }
  const machine = await openMachine(io);
  const look = async () => {
    const patient = await openPatient(machine, io);
    return args.list ? list(patient, args, io) : undoAll(patient, args, io);
  };
  return args.list || args.dryRun ? look() : alone(io, look);
}

function list({ kept }: Patient, args: UndoArguments, io: Io): number {
  const text = treatText[io.lang];
  const all = [...kept].reverse();
  if (args.json) {
    const journals = all.map((one) => {
      const { id, remedy, startedAt } = one.journal;
      return { id, remedy, startedAt, state: journalStateOf(one) };
    });
    io.out(json({ schema: "jochi.journals/1", journals }));
    return 0;
  }
  if (all.length === 0) io.out(`${text.nothingToUndo}\n`);
  for (const one of all) io.out(`${one.journal.id}  ${text.states[journalStateOf(one)]}\n`);
  return 0;
}

function chosen({ kept }: Patient, args: UndoArguments, io: Io): Kept[] {
  const open = kept.filter(isOpen).reverse();
  if (args.id === undefined) return args.all ? open : open.slice(0, 1);
  const found = kept.filter(({ journal }) => journal.id === args.id);
  if (found.length > 0) return found.filter(isOpen);
  const known = open.map(({ journal }) => journal.id).join(", ") || "-";
  throw new Refusal(treatText[io.lang].unknownJournal(args.id, known));
}

interface Undone {
  kept: Kept;
  outcome: "undone" | "undone-in-part" | "not-undone" | "preview" | "declined" | "not-asked";
  walked?: WalkedBack;
  will: { will: string; exact: string[] }[];
}

async function undoAll(patient: Patient, args: UndoArguments, io: Io): Promise<number> {
  const text = treatText[io.lang];
  const say = args.json ? io.err : io.out;
  const todo = chosen(patient, args, io);
  if (todo.length === 0) say(`${text.nothingToUndo}\n`);
  const results: Undone[] = [];
  for (const kept of todo) {
    if (io.signal.aborted) break;
    const result = await one(patient, kept, args, io);
    results.push(result);
    if (result.outcome === "not-asked") break;
  }
  if (args.dryRun && todo.length > 0) say(`${text.dryRun}\n`);
  const outcomes = results.map(({ outcome }) => outcome);
  if (args.json) io.out(json(undoJson(args.dryRun, results)));
  if (outcomes.includes("not-asked")) {
    io.err(`jochi: ${text.nobodyAsked}\n`);
    return 2;
  }
  if (io.signal.aborted || outcomes.includes("not-undone")) return 2;
  return outcomes.every((each) => each === "undone" || each === "preview") ? 0 : 1;
}

async function one(
  { machine, journals }: Patient,
  kept: Kept,
  args: UndoArguments,
  io: Io,
): Promise<Undone> {
  const text = treatText[io.lang];
  const say = args.json ? io.err : io.out;
  const { id } = kept.journal;
  const guide = guideOf(kept);
  const steps = await previewUndo(machine, kept);
  const will = steps.map(({ entry, will, runs }) => ({
    will,
    exact: exactBack(entry.change, runs, io.lang),
  }));
  say(undoPreview(id, steps, guide, io.lang));
  if (args.dryRun) return { kept, outcome: "preview", will };
  if (!args.yes) {
    if (!canAsk()) return { kept, outcome: "not-asked", will };
    if (!(await ask(text.askUndo, io))) {
      say(`${text.declined}\n`);
      return { kept, outcome: "declined", will };
    }
  }
  const walked = await undo(machine, journals, kept);
  const outcome =
    walked.failed.length > 0 ? "not-undone" : walked.left.length > 0 ? "undone-in-part" : "undone";
  const words = {
    undone: text.undone,
    "undone-in-part": text.undoneInPart,
    "not-undone": text.notUndone,
  };
  say(`${[words[outcome](id), ...remains(walked, guide, io.lang)].join("\n")}\n`);
  return { kept, outcome, walked, will };
}

/** Only for its words: a guide that is gone keeps nobody from undoing. */
function guideOf({ journal }: Kept): Guide | undefined {
  try {
    return loadGuide(`${journal.guide.id}@${journal.guide.edition}`);
  } catch (error) {
    if (error instanceof GuideError) return undefined;
    throw error;
  }
}

function undoJson(dryRun: boolean, results: Undone[]) {
  return {
    schema: "jochi.undo/1",
    dryRun,
    journals: results.map(({ kept, outcome, will, walked }) => ({
      id: kept.journal.id,
      remedy: kept.journal.remedy,
      outcome,
      changes: will,
      left: walked?.left.map(({ why }) => why) ?? [],
      failed: walked?.failed.map(({ failure }) => failure) ?? [],
    })),
  };
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
