import { parseArgs } from "node:util";
import { type Carried, carried } from "../../carry/carried.ts";
import { spokenCode } from "../../carry/code.ts";
import { terminalOf } from "../../carry/draw.ts";
import { matrixOf, paperSize, terminalSize } from "../../carry/qr.ts";
import { isDiagnosedAlike } from "../../carry/same.ts";
import type { Series } from "../../carry/series.ts";
import { sheetHtml } from "../../carry/sheet.ts";
import type { Removal } from "../../redact/redact.ts";
import { wrap } from "../../report/columns.ts";
import { activeFindings, statusOf } from "../../report/summary.ts";
import { guideName, koreanTime } from "../../report/words.ts";
import { say } from "../../text/say.ts";
import type { Io } from "../command.ts";
import { diagnoseText } from "../diagnose-text.ts";
import { checkWritable } from "../files.ts";
import { Refusal } from "../refusal.ts";
import { ask, canAsk } from "../treat/ask.ts";
import { type Looked, look } from "./look.ts";
import { keep, keepApart, pathOf } from "./options.ts";
import { redacted, removalLines } from "./redacted.ts";
import { checkFolder, saveCodes } from "./save-codes.ts";
import { evidenceText } from "./text.ts";
import { readAloud } from "./words.ts";

const options = {
  guide: { type: "string" },
  output: { type: "string" },
  qr: { type: "string" },
  code: { type: "boolean", default: false },
  "key-file": { type: "string" },
  full: { type: "boolean", default: false },
  yes: { type: "boolean", default: false },
  json: { type: "boolean", default: false },
} as const;

type Values = ReturnType<typeof parseArgs<{ options: typeof options }>>["values"];

/** What goes out, before any of it is written. */
interface Parcel {
  looked: Looked;
  json: string;
  /** Undefined where nothing was taken out because nobody wanted it. */
  removals: Removal[] | undefined;
  codes: Carried | undefined;
  code: string | undefined;
}

/** `jochi evidence export`: nothing is written before everything has been made. */
export async function exportEvidence(argv: string[], io: Io): Promise<number> {
  const { values, positionals } = parseArgs({ args: argv, options, allowPositionals: true });
  const text = evidenceText[io.lang];
  const [file, surplus] = positionals;
  if (surplus !== undefined) throw new Refusal(text.oneFile(surplus));
  checkTargets(values, file, io);
  if (values.full && !(await mayGoOut(values.yes, io))) throw new Refusal(text.notFull);
  const parcel = parcelOf(await look(file, values.guide, io), values, io);
  if (io.signal.aborted) return 2;
  write(parcel, values, io);
  io.out(
    values.json
      ? `${JSON.stringify(summary(parcel, values), null, 2)}\n`
      : told(parcel, values, io),
  );
  return 0;
}

function checkTargets(values: Values, file: string | undefined, io: Io): void {
  const { output, qr, code, json } = values;
  const text = evidenceText[io.lang];
  if (output === undefined && qr === undefined && !code) throw new Refusal(text.nowhere);
  keepApart([output, qr, values["key-file"]], [file], io);
  if (output !== undefined) checkWritable(pathOf(output, io), diagnoseText[io.lang]);
  if (qr === undefined) return;
  if (qr === "-") {
    if (json) throw new Refusal(text.jsonNeedsOutput);
  } else if (isPage(qr)) checkWritable(pathOf(qr, io), diagnoseText[io.lang]);
  else if (isOtherFile(qr)) throw new Refusal(text.qrKind(qr));
  else checkFolder(pathOf(qr, io), io);
}

function isPage(qr: string): boolean {
  return /\.html?$/i.test(qr);
}

/** Whoever names one means a file, and would find a folder of that name. */
function isOtherFile(qr: string): boolean {
  return /\.(png|svg|pdf|txt|json)$/i.test(qr);
}

async function mayGoOut(yes: boolean, io: Io): Promise<boolean> {
  const text = evidenceText[io.lang];
  if (yes) return true;
  if (!canAsk()) throw new Refusal(text.noTerminal);
  return await ask(text.askFull, io);
}

function parcelOf(looked: Looked, values: Values, io: Io): Parcel {
  const { guide, evidence, diagnosis } = looked;
  const out = values.full
    ? { evidence, removals: undefined }
    : redacted(evidence, guide, values["key-file"], io);
  if (out.removals && !isDiagnosedAlike(guide, out.evidence, diagnosis))
    throw new Refusal(evidenceText[io.lang].otherwise);
  const json = JSON.stringify(out.evidence);
  const otherwise = statusOf(diagnosis) === "healthy" ? "healthy" : "unknown";
  const size = values.qr === "-" ? terminalSize : paperSize;
  // A sheet carries the digits as well: where no phone may come near, it is read out.
  const wantsCode = values.code || (values.qr !== undefined && isPage(values.qr));
  return {
    looked,
    json,
    removals: out.removals,
    codes: values.qr === undefined ? undefined : carried(guide, out.evidence, size),
    code: wantsCode ? spokenCode(guide, activeFindings(diagnosis), otherwise) : undefined,
  };
}

function write(parcel: Parcel, values: Values, io: Io): void {
  const { looked, json, removals, code } = parcel;
  const series = parcel.codes?.series;
  const codes = series?.texts.map(matrixOf) ?? [];
  if (values.output !== undefined) keep(values.output, `${json}\n`, io);
  if (!series || values.qr === undefined || values.qr === "-") return;
  const path = pathOf(values.qr, io);
  if (!isPage(values.qr)) {
    saveCodes(path, series.texts, codes, io);
    io.err(`${evidenceText[io.lang].wrote(path)}\n`);
    return;
  }
  const spoken = code === undefined ? {} : { spoken: readAloud(code, io.lang) };
  const words = sheetWords(looked, series, removals, io);
  keep(values.qr, sheetHtml({ codes, ...spoken }, words), io);
}

function sheetWords(
  { guide, evidence }: Looked,
  { id: series, needed, texts }: Series,
  removals: Removal[] | undefined,
  { lang }: Io,
) {
  const word = (key: string, given = {}) => say(lang, `carry.sheet.${key}`, given);
  const count = new Set(removals?.map(({ kind, token }) => `${kind} ${token}`)).size;
  return {
    lang,
    title: word("title"),
    lead: [
      word("lead", { total: texts.length, needed }),
      word("lead.back"),
      removals ? word("lead.redacted", { count }) : word("lead.full"),
    ],
    code: (at: number, total: number) => word("code", { at, total }),
    one: word("one"),
    all: word("all"),
    before: word("before"),
    next: word("next"),
    spokenTitle: word("spoken"),
    spokenHow: word("spoken.how"),
    foot: word("foot", {
      series,
      guide: guideName(guide),
      time: koreanTime(evidence.startedAt),
    }),
  };
}

/** What a person reads: the codes where they are wanted here, the digits, and what was taken out. */
function told(parcel: Parcel, { qr }: Values, io: Io): string {
  const { removals, codes, code, json } = parcel;
  const text = evidenceText[io.lang];
  const lines = qr === "-" ? codesInTerminal(codes?.series.texts ?? [], io) : [];
  if (codes) {
    const { series, packed, left } = codes;
    const probes = Object.entries(left).map(([probe, count]) => `${probe} ${count}`);
    lines.push(text.codes(series.needed, series.texts.length));
    lines.push(text.bytes(Buffer.byteLength(json), packed.length));
    if (probes.length > 0) lines.push(text.leftOut(probes.join(", ")));
  }
  if (code !== undefined) {
    const groups = readAloud(code, io.lang);
    if (lines.length > 0) lines.push("");
    lines.push(say(io.lang, "carry.sheet.spoken"), "", `  ${code}`, "");
    lines.push(...groups.map(({ digits, read }) => `  ${digits}  ${read}`));
    lines.push("", ...wrap(say(io.lang, "carry.sheet.spoken.how"), 80));
  }
  if (lines.length > 0) lines.push("");
  lines.push(...(removals ? removalLines(removals, io) : [text.full]));
  return `${lines.join("\n")}\n`;
}

function codesInTerminal(texts: readonly string[], { lang }: Io): string[] {
  const total = texts.length;
  return texts.flatMap((digits, at) => [
    terminalOf(matrixOf(digits)),
    `${say(lang, "carry.sheet.code", { at: at + 1, total })}`,
    "",
  ]);
}

function summary({ removals, codes, code, json }: Parcel, values: Values) {
  const { series, packed, left } = codes ?? {};
  return {
    schema: "jochi.evidence-export/1",
    bytes: Buffer.byteLength(json),
    output: values.output,
    qr: values.qr,
    codes: series && {
      series: series.id,
      needed: series.needed,
      total: series.texts.length,
      packed: packed?.length,
      left,
    },
    spoken: code,
    full: removals === undefined,
    removals: removals ?? [],
  };
}
