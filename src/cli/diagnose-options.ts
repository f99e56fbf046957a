import { isAbsolute, join } from "node:path";
import { parseArgs } from "node:util";
import { toldAs, triedInVain } from "../evidence/told.ts";
import type { Io } from "./command.ts";
import { type DiagnoseText, diagnoseText } from "./diagnose-text.ts";
import { isSameFile } from "./files.ts";
import { Refusal } from "./refusal.ts";

export interface DiagnoseArguments {
  help: boolean;
  guide: string | undefined;
  symptom: string | undefined;
  evidence: string | undefined;
  saveEvidence: string | undefined;
  publicCa: string | undefined;
  html: string | undefined;
  /** Question and answer, by the words of evidence: answers, and remedies that did not help. */
  told: Record<string, string>;
  timeoutMs: number | undefined;
  json: boolean;
}

const leastMs = 100;
const mostMs = 600_000;

export function diagnoseArguments(argv: string[], { lang, cwd, env }: Io): DiagnoseArguments {
  const text = diagnoseText[lang];
  const { values } = parseArgs({
    args: argv,
    options: {
      help: { type: "boolean", short: "h", default: false },
      guide: { type: "string" },
      symptom: { type: "string" },
      evidence: { type: "string" },
      "save-evidence": { type: "string" },
      "public-ca": { type: "string" },
      html: { type: "string" },
      answer: { type: "string", multiple: true, default: [] },
      tried: { type: "string", multiple: true, default: [] },
      timeout: { type: "string" },
      json: { type: "boolean", default: false },
    },
  });
  const path = (file: string | undefined) =>
    file === undefined || isAbsolute(file) ? file : join(cwd, file);
  const args: DiagnoseArguments = {
    help: values.help,
    guide: values.guide,
    symptom: values.symptom,
    evidence: path(values.evidence),
    saveEvidence: path(values["save-evidence"]),
    // The lab's own authority is public inside the lab.
    publicCa: path(values["public-ca"]) ?? (env.JOCHI_PUBLIC_CA || undefined),
    html: path(values.html),
    told: toldIn(values.answer, values.tried, text),
    timeoutMs: values.timeout === undefined ? undefined : wholeNumber(values.timeout),
    json: values.json,
  };
  if (args.timeoutMs !== undefined && !(args.timeoutMs >= leastMs && args.timeoutMs <= mostMs)) {
    throw new Refusal(text.notNumber("--timeout", String(values.timeout), leastMs, mostMs));
  }
  if (args.evidence !== undefined && args.saveEvidence !== undefined) {
    throw new Refusal(text.together("--evidence", "--save-evidence"));
  }
  refuseSameFile(args, text);
  return args;
}

/** Whether the guide has them is seen when there is one. */
function toldIn(answers: string[], tried: string[], text: DiagnoseText): Record<string, string> {
  const told = answers.map((given) => {
    const [, question, answer] = /^([a-z0-9-]+)=([a-z0-9-]+)$/.exec(given) ?? [];
    if (question === undefined || answer === undefined) throw new Refusal(text.badAnswer(given));
    return [`${toldAs.answer}${question}`, answer] as const;
  });
  for (const [at, [question]] of told.entries()) {
    const before = told.findIndex(([one]) => one === question);
    if (before < at)
      throw new Refusal(text.together(`--answer ${answers[before]}`, `--answer ${answers[at]}`));
  }
  const vain = tried.map((remedy) => [`${toldAs.tried}${remedy}`, triedInVain] as const);
  return Object.fromEntries([...told, ...vain]);
}

function wholeNumber(text: string): number {
  return /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
}

/** What is written must not take the place of what is read, or of what else is written. */
function refuseSameFile(args: DiagnoseArguments, text: DiagnoseText): void {
  const { html, saveEvidence, evidence, publicCa } = args;
  const files: [option: string, file: string | undefined][] = [
    ["--html", html],
    ["--save-evidence", saveEvidence],
    ["--evidence", evidence],
    ["--public-ca", publicCa],
  ];
  for (const [at, [option, file]] of files.slice(0, 2).entries()) {
    for (const [other, read] of files.slice(at + 1)) {
      if (file === undefined || read === undefined || !isSameFile(file, read)) continue;
      throw new Refusal(text.sameFile(option, other, file));
    }
  }
}
