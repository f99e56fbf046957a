import { diagnose as judge } from "../engine/diagnose.ts";
import type { Evidence } from "../evidence/evidence.ts";
import type { Walk } from "../evidence/facts.ts";
import type { Diagnosis } from "../evidence/report.ts";
import { foundOf } from "../evidence/trouble.ts";
import { oneLine } from "../guide/error.ts";
import type { Guide } from "../guide/guide.ts";
import { GuideError, listGuides, loadGuide } from "../guide/load.ts";
import type { Command, Io } from "./command.ts";
import { defaultGuide } from "./default-guide.ts";
import { type DiagnoseArguments, diagnoseArguments } from "./diagnose-options.ts";
import { diagnoseText } from "./diagnose-text.ts";
import { checkWritable, writeWhole } from "./files.ts";
import { lookOf } from "./output.ts";
import { ownMachine } from "./own-machine.ts";
import { readPublicCa } from "./public-ca.ts";
import { Refusal } from "./refusal.ts";
import { toldFacts, withTold } from "./told.ts";

export const diagnoseCommand: Command = {
  name: "diagnose",
  summary: {
    ko: "이 PC에서 무엇이 막혀 있는지 찾아냅니다",
    en: "finds out what is in the way on this PC",
  },
  async run(argv, io) {
    try {
      return await run(diagnoseArguments(argv, io), io);
    } catch (error) {
      if (!(error instanceof Refusal || error instanceof GuideError)) throw error;
      const line = error instanceof GuideError ? error.words[io.lang] : error.message;
      io.err(`jochi: ${oneLine(line)}\n`);
      return 2;
    }
  },
};

async function run(args: DiagnoseArguments, io: Io): Promise<number> {
  if (args.help) {
    io.out(diagnoseText[io.lang].help);
    return 0;
  }
  for (const file of [args.saveEvidence, args.html]) {
    if (file !== undefined) checkWritable(file, diagnoseText[io.lang]);
  }
  const { guide, evidence, diagnosis } =
    args.evidence === undefined
      ? await lookNow(args, io)
      : await judgeAgain(args, args.evidence, io);
  // Stopped by the user: what was not finished is neither shown nor kept.
  if (io.signal.aborted) return 2;
  if (args.saveEvidence !== undefined) {
    writeWhole(args.saveEvidence, `${JSON.stringify(evidence)}\n`, diagnoseText[io.lang]);
  }
  await print(args, io, guide, diagnosis);
  return await exitCode(diagnosis, evidence, io);
}

async function lookNow(args: DiagnoseArguments, io: Io) {
  const text = diagnoseText[io.lang];
  const guide = loadGuide(args.guide ?? defaultGuide);
  checkSymptom(guide, args.symptom, io);
  const given = toldFacts(guide, args.told, io);
  const publicCaPems = args.publicCa === undefined ? [] : [readPublicCa(args.publicCa, text)];
  const machine = await ownMachine({ publicCaPems, env: io.env });
  if (machine === undefined) throw new Refusal(text.noMachine(process.platform));
  const [{ diagnose }, { outcomesHere }, { watch }] = await Promise.all([
    import("../doctor/diagnose.ts"),
    import("../doctor/outcomes.ts"),
    import("./watch.ts"),
  ]);
  const helped = await outcomesHere(machine.system, guide);
  const result = await diagnose(machine, guide, {
    symptom: args.symptom,
    given: helped ? [...given, helped] : given,
    signal: io.signal,
    onEvent: watch(io, args.json),
    ...(args.timeoutMs !== undefined && { budgetMs: args.timeoutMs }),
  });
  return { guide, ...result };
}

/** Judges a saved file: no network, no clock, no probe. */
async function judgeAgain(args: DiagnoseArguments, file: string, io: Io) {
  const text = diagnoseText[io.lang];
  const { readEvidence } = await import("./evidence.ts");
  let evidence = readEvidence(file, io);
  const bad = (place: string, found: unknown, values: string[]) =>
    new Refusal(text.badEvidence(file, place, foundOf(found), { is: "one-of", values }));
  const { id, edition } = evidence.guide;
  const name = `${id}@${edition}`;
  if (args.guide === undefined) {
    const known = listGuides().map((one) => `${one.id}@${one.edition}`);
    if (!known.includes(name)) throw bad("guide", name, known);
  }
  const guide = loadGuide(args.guide ?? name);
  checkSymptom(guide, args.symptom, io);
  const symptom = args.symptom ?? evidence.symptom;
  const symptoms = guide.symptoms.map((one) => one.id);
  if (symptom !== undefined && !symptoms.includes(symptom)) throw bad("symptom", symptom, symptoms);
  if (symptom !== undefined) evidence = { ...evidence, symptom };
  evidence = withTold(evidence, toldFacts(guide, args.told, io));
  return { guide, evidence, diagnosis: judge(guide, evidence).diagnosis };
}

function checkSymptom(guide: Guide, symptom: string | undefined, io: Io): void {
  if (symptom === undefined || guide.symptoms.some(({ id }) => id === symptom)) return;
  const known = guide.symptoms.map(({ id }) => id).join(", ");
  throw new Refusal(diagnoseText[io.lang].unknownSymptom(symptom, known));
}

async function print(args: DiagnoseArguments, io: Io, guide: Guide, diagnosis: Diagnosis) {
  if (args.html !== undefined) {
    const { reportHtml } = await import("../report/html.ts");
    writeWhole(args.html, reportHtml(diagnosis, guide, io.lang), diagnoseText[io.lang]);
  }
  if (args.json) {
    const { reportJson } = await import("../report/json.ts");
    io.out(visible(reportJson(diagnosis, guide, io.lang)));
    return;
  }
  const { reportText } = await import("../report/text.ts");
  const look = lookOf(1);
  const columns = Math.min(look.columns, 100);
  const colour = look.isTTY && !io.env.NO_COLOR;
  io.out(reportText(diagnosis, guide, io.lang, { columns, colour }));
}

/** The same JSON, with whatever would steer a terminal written as an escape. */
function visible(json: string): string {
  return json.replace(/(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, (mark) =>
    Array.from({ length: mark.length }, (_, at) => mark.charCodeAt(at).toString(16))
      .map((code) => `\\u${code.padStart(4, "0")}`)
      .join(""),
  );
}

/** Failed is found, even where no cause is known; not looked at is neither found nor healthy. */
async function exitCode(diagnosis: Diagnosis, evidence: Evidence, io: Io): Promise<number> {
  const { statusOf } = await import("../report/summary.ts");
  const status = statusOf(diagnosis);
  if (status === "healthy") return 0;
  if (status !== "unknown" || diagnosis.checks.some(({ verdict }) => verdict === "fail")) return 1;
  const text = diagnoseText[io.lang];
  const why = isGuarded(evidence) ? "guarded" : evidence.incomplete ? "notFinished" : "undecided";
  io.err(`jochi: ${text[why]}\n`);
  return 2;
}

/** Whether the guard, and not the network, kept every connection from leaving. */
function isGuarded({ facts }: Evidence): boolean {
  const rows = facts.filter(({ probe }) => probe === "row");
  const stopped = rows.filter(({ fact }) => (fact as Walk | undefined)?.tcp.outcome === "guarded");
  return rows.length > 0 && stopped.length === rows.length;
}
