import { parseArgs } from "node:util";
import { Collection, type Progress } from "../../carry/collect.ts";
import { CarryFault } from "../../carry/fault.ts";
import { unpack } from "../../carry/pack.ts";
import { codesOn, pictureKind } from "../../carry/picture-codes.ts";
import { EvidenceError, parseEvidence } from "../../evidence/parse.ts";
import type { Io } from "../command.ts";
import { diagnoseText } from "../diagnose-text.ts";
import { checkWritable, readBytes } from "../files.ts";
import { Refusal } from "../refusal.ts";
import { keep, keepApart, pathOf } from "./options.ts";
import { evidenceText } from "./text.ts";

/** A photo of a large phone camera, as PNG. */
const inputBytesMax = 64_000_000;

/** More numbers are not listed; whoever scans sees them on the sheet. */
const numbersMost = 40;

/** `jochi evidence import`: 1 while codes are missing, which are then named. */
export async function importEvidence(argv: string[], io: Io): Promise<number> {
  const { values, positionals } = parseArgs({
    args: argv,
    options: {
      output: { type: "string" },
      series: { type: "string" },
      json: { type: "boolean", default: false },
    },
    allowPositionals: true,
  });
  const text = evidenceText[io.lang];
  const { output, series, json } = values;
  if (positionals.length === 0) throw new Refusal(text.needsFile);
  if (json && output === undefined) throw new Refusal(text.jsonNeedsOutput);
  keepApart([output], positionals, io);
  if (output !== undefined) checkWritable(pathOf(output, io), diagnoseText[io.lang]);

  const collection = new Collection();
  let whole: string | undefined;
  for (const file of positionals) {
    const bytes = readBytes(pathOf(file, io), inputBytesMax, diagnoseText[io.lang]);
    const found = await contentOf(file, bytes, io);
    if (typeof found === "string" && found.trimStart().startsWith("{")) {
      if (positionals.length > 1) throw new Refusal(text.fileAlone(file));
      whole = found;
    } else for (const one of [found].flat()) collection.addText(one);
  }
  const progress = collection.progress();
  const chosen = whole === undefined ? choose(progress, series, collection, io) : undefined;
  if (whole === undefined && !chosen?.complete) {
    report(progress, collection, io);
    if (json) io.out(`${JSON.stringify(summary(progress, collection), null, 2)}\n`);
    return 1;
  }
  const evidence = checked(whole ?? unpack(collection.packed(chosen!.series)), positionals, io);
  if (output === undefined) io.out(evidence);
  else keep(output, evidence, io);
  if (chosen) {
    report(
      progress.filter(({ series: id }) => id !== chosen.series),
      collection,
      io,
    );
    io.err(`${text.imported(chosen.series, chosen.have.length, chosen.total)}\n`);
  }
  if (json) io.out(`${JSON.stringify(summary(progress, collection), null, 2)}\n`);
  return 0;
}

/** The text of a file, or of every code on a picture. A picture without one is told and left out. */
async function contentOf(file: string, bytes: Buffer, io: Io): Promise<string | string[]> {
  if (pictureKind(bytes) === undefined) return textOf(bytes);
  try {
    return await codesOn(bytes);
  } catch (error) {
    if (!(error instanceof CarryFault) || error.code !== "picture-without-code") throw error;
    io.err(`jochi evidence: ${evidenceText[io.lang].noCodeOn(file)}\n`);
    return [];
  }
}

/** Windows programs write UTF-16 with a mark, and UTF-8 with one too. */
function textOf(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return bytes.subarray(2).toString("utf16le");
  const text = bytes.toString("utf8");
  return text.startsWith("\ufeff") ? text.slice(1) : text;
}

function choose(
  progress: Progress[],
  series: string | undefined,
  { counts }: Collection,
  io: Io,
): Progress {
  const text = evidenceText[io.lang];
  if (progress.length === 0) {
    if (counts.damaged + counts.foreign > 0) {
      io.err(`${text.unused(counts.damaged, counts.foreign)}\n`);
    }
    throw new CarryFault("no-frame");
  }
  if (series !== undefined) {
    const named = progress.find((one) => one.series === series.toLowerCase());
    if (!named) throw new Refusal(text.noSeries(series));
    return named;
  }
  const complete = progress.filter((one) => one.complete);
  if (complete.length > 1) {
    throw new Refusal(text.severalSeries(complete.map((one) => one.series).join(", ")));
  }
  return progress[0]!;
}

/** Trusted no more than any file from outside. */
function checked(evidence: string, files: readonly string[], { lang }: Io): string {
  try {
    parseEvidence(evidence);
  } catch (error) {
    if (!(error instanceof EvidenceError)) throw error;
    const { place, found, expected } = error;
    throw new Refusal(diagnoseText[lang].badEvidence(files.join(", "), place, found, expected));
  }
  return `${evidence.trimEnd()}\n`;
}

function report(progress: Progress[], { counts }: Collection, io: Io): void {
  const text = evidenceText[io.lang];
  for (const { series, have, needed, total, missing } of progress) {
    io.err(`${text.progress(series, have.length, needed, total)}\n`);
    const some = missing.slice(0, numbersMost).join(", ");
    if (have.length < needed) {
      io.err(`  ${text.missing(missing.length > numbersMost ? `${some} …` : some)}\n`);
    }
  }
  if (counts.damaged + counts.foreign > 0) {
    io.err(`${text.unused(counts.damaged, counts.foreign)}\n`);
  }
}

function summary(progress: Progress[], { counts }: Collection) {
  return { schema: "jochi.evidence-import/1", series: progress, ...counts };
}
