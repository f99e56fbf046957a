import { mkdirSync, readdirSync, rmdirSync, statSync } from "node:fs";
import { isAbsolute, join } from "node:path";
import { BundleFault } from "../../bundle/fault.ts";
import { NoRoom } from "../../bundle/room.ts";
import type { Io } from "../command.ts";
import { Refusal } from "../refusal.ts";
import { mediaText } from "./media-text.ts";

export const pathIn = ({ cwd }: Io, path: string): string =>
  isAbsolute(path) ? path : join(cwd, path);

/** Files as they are named, and those in a folder; hidden ones are what a run has not finished. */
export function plainFiles(paths: readonly string[], io: Io): string[] {
  return paths.flatMap((named) => {
    const path = pathIn(io, named);
    try {
      if (!statSync(path).isDirectory()) return [path];
      return readdirSync(path, { withFileTypes: true })
        .filter((entry) => entry.isFile() && !entry.name.startsWith("."))
        .map(({ name }) => join(path, name))
        .sort();
    } catch (error) {
      throw new Refusal(mediaText[io.lang].unreadable(named, codeOf(error)));
    }
  });
}

export function checkFolder(path: string, io: Io): void {
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) return;
  throw new Refusal(mediaText[io.lang].notFolder(path));
}

/** Works in a folder, which is made where there is none; it does not stay where nothing came of it. */
export async function inFolder<T>(path: string, io: Io, work: () => Promise<T>): Promise<T> {
  const made = statSync(path, { throwIfNoEntry: false }) === undefined;
  if (!made) checkFolder(path, io);
  return orRefusal(io, async () => {
    if (made) mkdirSync(path);
    try {
      return await work();
    } catch (error) {
      if (made && readdirSync(path).length === 0) rmdirSync(path);
      throw error;
    }
  });
}

/** Does the work; what can go wrong with files becomes one line, as a fault of a bundle does in the table. */
export async function orRefusal<T>(io: Io, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const line = fileWords(error, io);
    throw line === undefined ? error : new Refusal(line);
  }
}

/** What went wrong with a file, where that is what went wrong. */
export function fileWords(error: unknown, io: Io): string | undefined {
  if (error instanceof BundleFault) return undefined;
  if (error instanceof NoRoom) return roomWords(error, io);
  const { code, path, syscall } = error as NodeJS.ErrnoException;
  if (code === undefined || syscall === undefined) return undefined;
  const text = mediaText[io.lang];
  const reads = ["open", "read", "stat"].includes(syscall) && !["ENOSPC", "EROFS"].includes(code);
  return reads && path !== undefined
    ? text.unreadable(path, code)
    : `${path === undefined ? "" : `${path}: `}${text.unwritable(code)}`;
}

/** How much would be needed and how much is left: in full where rounded they would be the same. */
export function roomWords({ folder, needed, free }: NoRoom, { lang }: Io): string {
  const rounded = [sizeOf(needed), sizeOf(free)] as const;
  const exact = [`${needed} B`, `${free} B`] as const;
  const [wanted, left] = rounded[0] === rounded[1] ? exact : rounded;
  return mediaText[lang].noRoom(folder, wanted, left);
}

/** A line for every tenth of a long work, on standard error. */
export function progressTo(io: Io): (done: number, of: number) => void {
  let told = 0;
  return (done, of) => {
    if (of < longBytes) return;
    const tenth = Math.min(10, Math.floor((done * 10) / of));
    if (tenth <= told) return;
    told = tenth;
    io.err(`${mediaText[io.lang].progress(tenth * 10)}\n`);
  };
}

/** Less is read before anybody wonders. */
const longBytes = 200_000_000;

/** `1.2 GB`, `4.1 KB`: as much as says how large something is. */
export function sizeOf(bytes: number): string {
  const steps = [
    [1e9, "GB"],
    [1e6, "MB"],
    [1e3, "KB"],
  ] as const;
  const [factor, unit] = steps.find(([least]) => bytes >= least) ?? [1, "B"];
  return `${factor === 1 ? bytes : (bytes / factor).toFixed(1)} ${unit}`;
}

function codeOf(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? "unknown";
}
