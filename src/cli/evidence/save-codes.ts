import { randomUUID } from "node:crypto";
import { mkdirSync, readdirSync, renameSync, rmdirSync, rmSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { svgOf } from "../../carry/draw.ts";
import { pngOf } from "../../carry/png-write.ts";
import type { Matrix } from "../../carry/qr.ts";
import { say } from "../../text/say.ts";
import type { Io } from "../command.ts";
import { diagnoseText } from "../diagnose-text.ts";
import { writeWhole } from "../files.ts";
import { Refusal } from "../refusal.ts";
import { evidenceText } from "./text.ts";

/** Says early that a folder cannot be the target: only a new or an empty one can. */
export function checkFolder(folder: string, { lang }: Io): void {
  const old = statSync(folder, { throwIfNoEntry: false });
  const free = !old || (old.isDirectory() && readdirSync(folder).length === 0);
  if (!free) throw new Refusal(evidenceText[lang].folderInUse(folder));
  if (statSync(dirname(folder), { throwIfNoEntry: false })?.isDirectory()) return;
  throw new Refusal(diagnoseText[lang].unwritable(folder, "ENOENT"));
}

/**
 * The codes as pictures, `01.png` and `01.svg` and so on, and their digits as `codes.txt`. All of them
 * are written beside the folder, which then takes its name, so that it is never half there.
 */
export function saveCodes(
  folder: string,
  texts: readonly string[],
  codes: readonly Matrix[],
  io: Io,
): void {
  const beside = join(dirname(folder), `.jochi-${randomUUID().slice(0, 8)}.tmp`);
  const words = diagnoseText[io.lang];
  const total = codes.length;
  try {
    mkdirSync(beside);
    for (const [at, code] of codes.entries()) {
      const name = String(at + 1).padStart(String(total).length, "0");
      const label = say(io.lang, "carry.sheet.code", { at: at + 1, total });
      writeWhole(join(beside, `${name}.png`), pngOf(code), words);
      writeWhole(join(beside, `${name}.svg`), `${svgOf(code, label)}\n`, words);
    }
    writeWhole(join(beside, "codes.txt"), `${texts.join("\n")}\n`, words);
    if (statSync(folder, { throwIfNoEntry: false })) rmdirSync(folder);
    renameSync(beside, folder);
  } catch (error) {
    rmSync(beside, { recursive: true, force: true });
    if (error instanceof Refusal) throw error;
    const { code = "unknown" } = error as NodeJS.ErrnoException;
    throw new Refusal(words.unwritable(folder, code));
  }
}
