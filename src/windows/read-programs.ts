import type { InstalledProgram } from "../evidence/pc-outcome.ts";
import { numberOf, type RegistryKey, textOf, type View } from "./registry.ts";

/** One of the keys in which installers leave their entries. */
export interface UninstallList {
  /** `HKLM\Software\Microsoft\Windows\CurrentVersion\Uninstall`, say. */
  path: string;
  /** Absent for a hive of which both kinds of programs see the same. */
  view?: View | undefined;
  key: RegistryKey;
}

/** A program's entry, and the files of which one at least must be there for it to be whole. */
export interface ProgramEntry {
  program: Omit<InstalledProgram, "state">;
  files: string[];
}

const longest = 1_000;
/** Updates of other programs are no programs. */
const updates = new Set(["update", "hotfix", "security update", "service pack", "update rollup"]);
/** What an uninstall command may begin with that is part of Windows and proves nothing. */
const tools = new Set(["msiexec", "rundll32", "cmd", "wscript", "cscript", "powershell"]);

/**
 * The programs of some uninstall lists, as "installed apps" shows them: entries without a name,
 * hidden ones (`SystemComponent`) and updates are left out, and so is an entry of the 32-bit list
 * that is the same as one of the 64-bit list.
 *
 * Source: learn.microsoft.com, "Uninstall Registry Key"; ParentKeyName and ReleaseType as Windows
 * Update writes them.
 */
export function programEntries(lists: readonly UninstallList[]): ProgramEntry[] {
  const seen = new Set<string>();
  return lists.flatMap(({ path, view, key }) =>
    key.keys.flatMap((entry) => {
      const same = JSON.stringify([path.toLowerCase(), entry]);
      if (seen.has(same) || isHidden(entry)) return [];
      seen.add(same);
      const found = programOf(entry, path, view);
      return found ? [found] : [];
    }),
  );
}

function isHidden(entry: RegistryKey): boolean {
  const release = textOf(entry, "ReleaseType")?.toLowerCase() ?? "";
  const parent = textOf(entry, "ParentKeyName") ?? "";
  return numberOf(entry, "SystemComponent") === 1 || parent !== "" || updates.has(release);
}

function programOf(entry: RegistryKey, path: string, view: View | undefined) {
  const name = short(textOf(entry, "DisplayName"));
  if (name === undefined) return undefined;
  const version = short(textOf(entry, "DisplayVersion"));
  const publisher = short(textOf(entry, "Publisher"));
  const installFolder = folderOf(textOf(entry, "InstallLocation"));
  const uninstall = short(textOf(entry, "UninstallString"));
  const program: ProgramEntry["program"] = {
    name,
    ...(version === undefined ? {} : { version }),
    ...(publisher === undefined ? {} : { publisher }),
    key: `${path}\\${entry.name}`.slice(0, longest),
    ...(view === undefined ? {} : { view }),
    ...(installFolder === undefined ? {} : { installFolder }),
    ...(uninstall === undefined ? {} : { uninstall }),
  };
  const icon = fileOf(textOf(entry, "DisplayIcon")?.replace(/,\s*-?\d+\s*$/, ""));
  const remover = fileOf(uninstall);
  const files = [installFolder, icon, remover].filter((file) => file !== undefined);
  return { program, files };
}

function short(text: string | undefined): string | undefined {
  const trimmed = text?.replaceAll("\0", "").trim().slice(0, longest);
  return trimmed === "" ? undefined : trimmed;
}

function folderOf(text: string | undefined): string | undefined {
  const folder = short(text?.replaceAll('"', ""))?.replace(/[\\/]+$/, "");
  return folder !== undefined && isWhole(folder) ? folder : undefined;
}

/** The program at the beginning of a command line, with or without quotes around it. */
function fileOf(command: string | undefined): string | undefined {
  const line = short(command);
  if (line === undefined) return undefined;
  const file =
    /^"([^"]+)"/.exec(line)?.[1] ?? /^(.+?\.(?:exe|ico|dll|bat|cmd))(?:\s|,|$)/i.exec(line)?.[1];
  const name =
    file
      ?.split("\\")
      .at(-1)
      ?.toLowerCase()
      .replace(/\.exe$/, "") ?? "";
  return file !== undefined && isWhole(file) && !tools.has(name) ? file : undefined;
}

/**
 * A path with its drive or variable: nothing that depends on a current folder, and nothing on
 * another PC, which may be off without the program being any less installed.
 */
function isWhole(path: string): boolean {
  return /^(?:[a-z]:\\|%[^%]+%\\)/i.test(path);
}
