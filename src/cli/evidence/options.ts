import { isAbsolute, join } from "node:path";
import type { Evidence } from "../../evidence/evidence.ts";
import type { Guide } from "../../guide/guide.ts";
import { loadGuide } from "../../guide/load.ts";
import type { Io } from "../command.ts";
import { diagnoseText } from "../diagnose-text.ts";
import { isSameFile, writeWhole } from "../files.ts";
import { Refusal } from "../refusal.ts";
import { evidenceText } from "./text.ts";

export function pathOf(file: string, { cwd }: Io): string {
  return isAbsolute(file) || file === "-" ? file : join(cwd, file);
}

/** What is written must not take the place of what is read, or of what else is written. */
export function keepApart(
  written: readonly (string | undefined)[],
  read: readonly (string | undefined)[],
  io: Io,
): void {
  for (const [at, file] of written.entries()) {
    for (const other of [...read, ...written.slice(at + 1)]) {
      if (file === undefined || other === undefined || file === "-" || other === "-") continue;
      if (isSameFile(pathOf(file, io), pathOf(other, io))) {
        throw new Refusal(evidenceText[io.lang].sameFile(file));
      }
    }
  }
}

/** The guide that was named, or the one that the evidence names. */
export function guideFor(evidence: Evidence, named: string | undefined): Guide {
  const { id, edition } = evidence.guide;
  return loadGuide(named ?? `${id}@${edition}`);
}

/** Writes a file whole and says so on standard error. */
export function keep(file: string, content: string | Uint8Array, io: Io): void {
  const path = pathOf(file, io);
  writeWhole(path, content, diagnoseText[io.lang]);
  io.err(`${evidenceText[io.lang].wrote(path)}\n`);
}
