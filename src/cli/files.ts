import { randomUUID } from "node:crypto";
import {
  accessSync,
  closeSync,
  constants,
  fchmodSync,
  fstatSync,
  fsyncSync,
  openSync,
  readSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, join, resolve } from "node:path";
import { Refusal } from "./refusal.ts";

/** Words for a file that cannot be used; each command brings its own. */
export interface FileWords {
  unreadable(file: string, code: string): string;
  notPlain(file: string): string;
  tooLarge(file: string, bytes: number, most: number): string;
  unwritable(file: string, code: string): string;
}

/** A whole text file of limited size, or a Refusal. Never waits for a pipe or a device. */
export function readTextFile(file: string, bytesMax: number, words: FileWords): string {
  return readBytes(file, bytesMax, words).toString("utf8");
}

/** The same as bytes; `-` is standard input, which may be a pipe. */
export function readBytes(file: string, bytesMax: number, words: FileWords): Buffer {
  const tooLarge = (bytes: number) => words.tooLarge(file, bytes, bytesMax);
  try {
    if (file === "-") return readUpTo(0, chunkBytes, bytesMax, tooLarge);
    const handle = openSync(file, constants.O_RDONLY | constants.O_NONBLOCK);
    try {
      const stat = fstatSync(handle);
      if (!stat.isFile()) throw new Refusal(words.notPlain(file));
      if (stat.size > bytesMax) throw new Refusal(tooLarge(stat.size));
      return readUpTo(handle, Math.max(chunkBytes, stat.size + 1), bytesMax, tooLarge);
    } finally {
      closeSync(handle);
    }
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal(words.unreadable(file, codeOf(error)));
  }
}

const chunkBytes = 65_536;

/** Some files (in /proc, say) tell no size and some grow, so what was read is counted. */
function readUpTo(
  handle: number,
  sizeOfChunk: number,
  bytesMax: number,
  tooLarge: (bytes: number) => string,
): Buffer {
  const chunks: Buffer[] = [];
  let chunk = Buffer.allocUnsafe(sizeOfChunk);
  let [total, filled] = [0, 0];
  for (;;) {
    const read = readSync(handle, chunk, { offset: filled });
    if (read === 0) break;
    total += read;
    filled += read;
    if (total > bytesMax) throw new Refusal(tooLarge(total));
    if (filled < sizeOfChunk) continue;
    chunks.push(chunk);
    chunk = Buffer.allocUnsafe(sizeOfChunk);
    filled = 0;
  }
  const last = chunk.subarray(0, filled);
  return chunks.length === 0 ? last : Buffer.concat([...chunks, last]);
}

/** Whether two paths lead to one file, by whatever links. */
export function isSameFile(one: string, other: string): boolean {
  if (resolve(one) === resolve(other)) return true;
  try {
    const [a, b] = [statSync(one), statSync(other)];
    return a.dev === b.dev && a.ino === b.ino;
  } catch {
    // What is not there yet is no other file's second name.
    return false;
  }
}

/** Says early what would keep a file from being written, before anybody has waited for its text. */
export function checkWritable(file: string, words: FileWords): void {
  try {
    const { beside } = targetOf(file, words);
    closeSync(openSync(beside, "wx"));
    rmSync(beside);
  } catch (error) {
    throw refusalOf(error, file, words);
  }
}

/** Writes beside the target and then takes its place, so that it is never half there. */
export function writeWhole(file: string, content: string | Uint8Array, words: FileWords): void {
  let made: string | undefined;
  try {
    const { path, beside, mode } = targetOf(file, words);
    const handle = openSync(beside, "wx", 0o644);
    made = beside;
    try {
      if (mode !== undefined) fchmodSync(handle, mode);
      writeFileSync(handle, content);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    renameSync(beside, path);
  } catch (error) {
    if (made !== undefined) rmSync(made, { force: true });
    throw refusalOf(error, file, words);
  }
}

/** Where the text will really stand. Whatever is no file stays: root could replace a device. */
function targetOf(file: string, words: FileWords) {
  const old = statSync(file, { throwIfNoEntry: false });
  if (old && !old.isFile()) throw new Refusal(words.notPlain(file));
  const path = old ? realpathSync(file) : file;
  // Renaming asks nobody whether the old file was protected.
  if (old) accessSync(path, constants.W_OK);
  const beside = join(dirname(path), `.jochi-${randomUUID().slice(0, 8)}.tmp`);
  return { path, beside, mode: old && old.mode & 0o777 };
}

function refusalOf(error: unknown, file: string, words: FileWords): Refusal {
  return error instanceof Refusal ? error : new Refusal(words.unwritable(file, codeOf(error)));
}

function codeOf(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? "unknown";
}
