import { isAbsolute, join } from "node:path";
import { parseArgs } from "node:util";
import type { Io } from "./command.ts";
import { diagnoseText } from "./diagnose-text.ts";
import { Refusal } from "./refusal.ts";

export interface DiagnoseArguments {
  help: boolean;
  guide: string | undefined;
  symptom: string | undefined;
  evidence: string | undefined;
  saveEvidence: string | undefined;
  publicCa: string | undefined;
  html: string | undefined;
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
      timeout: { type: "string" },
      json: { type: "boolean", default: false },
    },
  });
  const path = (file: string | undefined) =>
    file === undefined || isAbsolute(file) ? file : join(cwd, file);
  const { timeout } = values;
  const timeoutMs = timeout === undefined ? undefined : Number(timeout);
  const sane =
    timeoutMs === undefined ||
    (Number.isInteger(timeoutMs) && timeoutMs >= leastMs && timeoutMs <= mostMs);
  if (!sane) throw new Refusal(text.notNumber("--timeout", String(timeout), leastMs, mostMs));
  if (values.evidence !== undefined && values["save-evidence"] !== undefined) {
    throw new Refusal(text.together("--evidence", "--save-evidence"));
  }
  return {
    help: values.help,
    guide: values.guide,
    symptom: values.symptom,
    evidence: path(values.evidence),
    saveEvidence: path(values["save-evidence"]),
    // The lab's own authority is public inside the lab.
    publicCa: path(values["public-ca"]) ?? env.JOCHI_PUBLIC_CA,
    html: path(values.html),
    timeoutMs,
    json: values.json,
  };
}
