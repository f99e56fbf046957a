import { diagnose as judge } from "../engine/diagnose.ts";
import type { Evidence } from "../evidence/evidence.ts";
import type { Diagnosis } from "../evidence/report.ts";
import type { Guide } from "../guide/guide.ts";
import { GuideError, loadGuide } from "../guide/load.ts";
import type { Command, Io } from "./command.ts";
import { type DiagnoseArguments, diagnoseArguments } from "./diagnose-options.ts";
import { diagnoseText } from "./diagnose-text.ts";
import { readTextFile, writeTextFile } from "./files.ts";
import { Refusal } from "./refusal.ts";

const defaultGuide = "bankpay-transfer";
const caBytesMax = 4 * 1_048_576;

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
      io.err(`jochi: ${error.message}\n`);
      return 2;
    }
  },
};

async function run(args: DiagnoseArguments, io: Io): Promise<number> {
  if (args.help) {
    io.out(diagnoseText[io.lang].help);
    return 0;
  }
  const { guide, evidence, diagnosis } =
    args.evidence === undefined
      ? await lookNow(args, io)
      : await judgeAgain(args, args.evidence, io);
  // Stopped by the user: what was not finished is neither shown nor kept.
  if (io.signal.aborted) return 2;
  if (args.saveEvidence !== undefined) {
    writeTextFile(args.saveEvidence, `${JSON.stringify(evidence)}\n`, diagnoseText[io.lang]);
  }
  await print(args, io, guide, diagnosis);
  return exitCode(diagnosis, evidence, io);
}

async function lookNow(args: DiagnoseArguments, io: Io) {
  const text = diagnoseText[io.lang];
  const guide = loadGuide(args.guide ?? defaultGuide);
  checkSymptom(guide, args.symptom, io);
  const publicCaPems = args.publicCa === undefined ? [] : [publicCa(args.publicCa, io)];
  if (process.platform !== "linux") throw new Refusal(text.noMachine(process.platform));
  const [{ linuxMachine }, { diagnose }, { watch }] = await Promise.all([
    import("../machine/linux.ts"),
    import("../doctor/diagnose.ts"),
    import("./watch.ts"),
  ]);
  const machine = linuxMachine({ publicCaPems, env: io.env });
  const result = await diagnose(machine, guide, {
    symptom: args.symptom,
    signal: io.signal,
    onEvent: watch(io, args.json),
    ...(args.timeoutMs !== undefined && { budgetMs: args.timeoutMs }),
  });
  return { guide, ...result };
}

/** Judges a saved file: no network, no clock, no probe. */
async function judgeAgain(args: DiagnoseArguments, file: string, io: Io) {
  const text = diagnoseText[io.lang];
  const { EvidenceError, evidenceBytesMax, parseEvidence } = await import("../evidence/parse.ts");
  let evidence: Evidence;
  try {
    evidence = parseEvidence(readTextFile(file, evidenceBytesMax, text));
  } catch (error) {
    if (!(error instanceof EvidenceError)) throw error;
    throw new Refusal(text.badEvidence(file, error.place, error.found, error.expected));
  }
  const { id, edition } = evidence.guide;
  const guide = loadGuide(args.guide ?? `${id}@${edition}`);
  const symptom = args.symptom ?? evidence.symptom;
  checkSymptom(guide, symptom, io);
  if (symptom !== undefined) evidence = { ...evidence, symptom };
  return { guide, evidence, diagnosis: judge(guide, evidence).diagnosis };
}

function checkSymptom(guide: Guide, symptom: string | undefined, io: Io): void {
  if (symptom === undefined || guide.symptoms.some(({ id }) => id === symptom)) return;
  const known = guide.symptoms.map(({ id }) => id).join(", ");
  throw new Refusal(diagnoseText[io.lang].unknownSymptom(symptom, known));
}

function publicCa(file: string, io: Io): string {
  const text = diagnoseText[io.lang];
  const pem = readTextFile(file, caBytesMax, text);
  if (!pem.includes("-----BEGIN CERTIFICATE-----")) throw new Refusal(text.badCa(file));
  return pem;
}

async function print(args: DiagnoseArguments, io: Io, guide: Guide, diagnosis: Diagnosis) {
  if (args.html !== undefined) {
    const { reportHtml } = await import("../report/html.ts");
    writeTextFile(args.html, reportHtml(diagnosis, guide, io.lang), diagnoseText[io.lang]);
  }
  if (args.json) {
    const { reportJson } = await import("../report/json.ts");
    io.out(reportJson(diagnosis, guide, io.lang));
    return;
  }
  const { reportText } = await import("../report/text.ts");
  const columns = Math.min(process.stdout.columns ?? 80, 100);
  const colour = process.stdout.isTTY === true && !io.env.NO_COLOR;
  io.out(reportText(diagnosis, guide, io.lang, { columns, colour }));
}

function exitCode({ findings, endpoints }: Diagnosis, { incomplete }: Evidence, io: Io): number {
  if (findings.some(({ certainty }) => certainty !== "ruled-out")) return 1;
  const untold = endpoints.filter(({ verdict }) => verdict === "insufficient").length;
  if (untold === 0) return 0;
  const text = diagnoseText[io.lang];
  if (io.env.JOCHI_NETWORK === "none" && untold === endpoints.length)
    io.err(`jochi: ${text.guarded}\n`);
  else if (incomplete) io.err(`jochi: ${text.notFinished}\n`);
  return 2;
}
