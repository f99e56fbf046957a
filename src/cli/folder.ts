import { randomUUID } from "node:crypto";
import { existsSync, mkdirSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { Refusal } from "./refusal.ts";

/** Words for a folder that cannot be made; each command brings its own. */
export interface FolderWords {
  folderThere(folder: string): string;
  unwritable(folder: string, code: string): string;
}

export interface UsedFolderWords {
  notFolder(folder: string): string;
  unwritable(folder: string, code: string): string;
}

/** Says early that a folder is there already: nothing is ever written over. */
export function checkNoFolder(folder: string, words: FolderWords): void {
  if (existsSync(folder)) throw new Refusal(words.folderThere(folder));
}

/** Makes a folder with all its files, or nothing: it is filled beside its place and then moved. */
export function writeFolder(
  folder: string,
  files: readonly { name: string; text: string }[],
  words: FolderWords,
): void {
  const path = resolve(folder);
  checkNoFolder(path, words);
  const beside = join(dirname(path), `.jochi-${randomUUID().slice(0, 8)}.tmp`);
  try {
    makeFolders(dirname(path));
    mkdirSync(beside);
    for (const { name, text } of files) writeFileSync(join(beside, name), text, { flag: "wx" });
    renameSync(beside, path);
  } catch (error) {
    rmSync(beside, { recursive: true, force: true });
    throw new Refusal(words.unwritable(folder, codeOf(error)));
  }
}

/** Says that a folder is there to be written into, and makes it where it is not. */
export function useFolder(folder: string, words: UsedFolderWords): void {
  try {
    makeFolders(resolve(folder));
    if (!statSync(folder).isDirectory()) throw new Refusal(words.notFolder(folder));
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal(words.unwritable(folder, codeOf(error)));
  }
}

/** One by one: where the system refuses without a reason, Node's own way tries for ever. */
function makeFolders(path: string): void {
  if (existsSync(path)) return;
  makeFolders(dirname(path));
  mkdirSync(path);
}

function codeOf(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? "unknown";
}
