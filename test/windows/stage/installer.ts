/**
 * A program that does to a PC what a file says (`C:\\jochi-fixtures\\NAME.exe.json`): it stands for
 * installers and uninstallers. Built into an executable of its own (scripts/build/fixtures.ts).
 */
import { spawn, spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, readFileSync, rmdirSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";

/** `registry` and `registry32` are .reg texts; a file with null goes, with the folders it leaves empty. */
interface Work {
  registry?: string;
  registry32?: string;
  files?: Record<string, string | null>;
  /** Whether each is there and runs from then on. */
  services?: Record<string, { runs: boolean; program: string }>;
  /** Files with these contents are programs that can be started. */
  contents: { service: string; installer: string };
}

const own = process.execPath;
const system = `${process.env.SystemRoot}\\System32`;
const folder = "C:\\jochi-fixtures";
const quiet = { stdio: "ignore" } as const;
const work = JSON.parse(readFileSync(join(folder, `${basename(own)}.json`), "utf8")) as Work;
const files = Object.entries(work.files ?? {});
const isOwn = ([path, content]: (typeof files)[number]) =>
  content === null && path.toLowerCase() === own.toLowerCase();

process.exitCode = files.some(isOwn) ? goOnElsewhere() : main();

/** A program that runs cannot be deleted: as uninstallers do, a copy of it goes on. */
function goOnElsewhere(): number {
  const copy = join(folder, basename(own));
  copyFileSync(own, copy);
  spawn(copy, [], { detached: true, stdio: "ignore" }).unref();
  return 0;
}

/** What others see it by comes last: by then all is done. */
function main(): number {
  const services = Object.entries(work.services ?? {});
  for (const [name, { runs }] of services) if (!runs) removeService(name);
  for (const [path, content] of files) putFile(path, content);
  const wide = importReg(work.registry);
  for (const [name, { runs, program }] of services) if (runs) addService(name, program);
  // Where they really lie: Wine's reg.exe deletes keys of the 32-bit view nowhere else.
  const narrow = work.registry32?.replace(
    /^(\[-?HKEY_LOCAL_MACHINE\\Software)\\/gim,
    "$1\\WOW6432Node\\",
  );
  return importReg(narrow) === 0 && wide === 0 ? 0 : 1;
}

function putFile(path: string, content: string | null): void {
  if (content === null) {
    rmSync(path, { force: true });
    removeEmpty(dirname(path));
    return;
  }
  mkdirSync(dirname(path), { recursive: true });
  if (content === work.contents.service) copyFileSync(`${system}\\spoolsv.exe`, path);
  else if (content === work.contents.installer) copyFileSync(own, path);
  else writeFileSync(path, content);
}

function removeEmpty(folder: string): void {
  if (folder.split("\\").length <= 2) return;
  try {
    rmdirSync(folder);
  } catch {
    return;
  }
  removeEmpty(dirname(folder));
}

function importReg(text: string | undefined): number | null {
  if (text === undefined) return 0;
  const file = join(process.env.TEMP ?? "C:\\", `installer-${process.pid}.reg`);
  const whole = `\ufeffWindows Registry Editor Version 5.00\r\n\r\n${text.replaceAll("\n", "\r\n")}\r\n`;
  writeFileSync(file, Buffer.from(whole, "utf16le"));
  const { status } = spawnSync(`${system}\\reg.exe`, ["import", file], quiet);
  rmSync(file);
  return status;
}

function addService(name: string, program: string): void {
  sc("create", name, "binPath=", program, "start=", "auto");
  sc("start", name);
}

function removeService(name: string): void {
  sc("stop", name);
  sc("delete", name);
}

function sc(...words: string[]): void {
  spawnSync(`${system}\\sc.exe`, words, quiet);
}
