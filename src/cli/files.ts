import { randomUUID } from "node:crypto";
import {
  closeSync,
  constants,
  fstatSync,
  fsyncSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
  writeSync,
} from "node:fs";
import { Refusal } from "./refusal.ts";

/** Words for a file that cannot be used; each command brings its own. */
export interface FileWords {
  unreadable(file: string, code: string): string;
  tooLarge(file: string, bytes: number, most: number): string;
  unwritable(file: string, code: string): string;
}

/** A whole text file of limited size, or a Refusal. Never waits for a pipe or a device. */
export function readTextFile(file: string, bytesMax: number, words: FileWords): string {
  try {
    const handle = openSync(file, constants.O_RDONLY | constants.O_NONBLOCK);
    try {
      return readUpTo(handle, bytesMax, (bytes) => words.tooLarge(file, bytes, bytesMax));
    } finally {
      closeSync(handle);
    }
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal(words.unreadable(file, codeOf(error)));
  }
}

const chunkBytes = 65_536;

function readUpTo(handle: number, bytesMax: number, tooLarge: (bytes: number) => string): string {
  const { size } = fstatSync(handle);
  if (size > bytesMax) throw new Refusal(tooLarge(size));
  const chunks: Buffer[] = [];
  // A device says that it is empty and never ends, so what was read is counted, not what was told.
  for (let total = 0; ; ) {
    const chunk = Buffer.allocUnsafe(chunkBytes);
    const read = readSync(handle, chunk);
    if (read === 0) return Buffer.concat(chunks).toString("utf8");
    total += read;
    if (total > bytesMax) throw new Refusal(tooLarge(total));
    chunks.push(chunk.subarray(0, read));
  }
}

/** Writes beside the target and then takes its place, so that it is never half there. */
export function writeTextFile(file: string, text: string, words: FileWords): void {
  const beside = `${file}.${randomUUID().slice(0, 8)}.tmp`;
  try {
    const handle = openSync(beside, "wx", 0o644);
    try {
      writeSync(handle, text);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    renameSync(beside, file);
  } catch (error) {
    rmSync(beside, { force: true });
    throw new Refusal(words.unwritable(file, codeOf(error)));
  }
}

function codeOf(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? "unknown";
}
