import { lstatSync } from "node:fs";
import { dirname } from "node:path";
import type { Io } from "../command.ts";
import { Refusal } from "../refusal.ts";
import { checkFolder, pathIn } from "./media.ts";
import { bundleText } from "./text.ts";

/** The path of a file that is yet to be made; nothing that is there is written over. */
export function freeFile(file: string, io: Io): string {
  const path = pathIn(io, file);
  if (lstatSync(path, { throwIfNoEntry: false }))
    throw new Refusal(bundleText[io.lang].taken(file));
  checkFolder(dirname(path), io);
  return path;
}
