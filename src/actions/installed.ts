import type { InstalledProgram } from "../machine/pc.ts";
import type { System } from "../machine/system.ts";
import { textOf } from "../windows/registry.ts";
import { type ParsedCommand, parseCommand } from "./command-line.ts";

/** `*` at the end of a known name stands for any rest; versions and marks follow names. */
export function hasName(names: readonly string[], { name }: Pick<InstalledProgram, "name">) {
  const seen = name.toLowerCase();
  return names.some((known) => {
    const pattern = known.toLowerCase();
    return pattern.endsWith("*") ? seen.startsWith(pattern.slice(0, -1)) : seen === pattern;
  });
}

/** Whether its entry stands in the user's own part of the registry. */
export function isOfUser({ key = "" }: InstalledProgram): boolean {
  return key.toUpperCase().startsWith("HKCU\\");
}

/** Whether a user can write what is in this place, and so exchange a program that lies there. */
export function isInProfile(path: string): boolean {
  const place = path.replaceAll("/", "\\");
  return /^(?:[a-z]:\\users\\|%(?:localappdata|appdata|userprofile)%\\)/i.test(place);
}

/** The command by which a program removes itself, quiet where it knows how; absent: it has none. */
export async function uninstallerOf(
  system: System,
  program: InstalledProgram,
): Promise<ParsedCommand | undefined> {
  const entry =
    program.key === undefined ? undefined : await system.readKey(program.key, program.view);
  const key = entry?.state === "found" ? entry.value : undefined;
  const text =
    textOf(key, "QuietUninstallString") ?? textOf(key, "UninstallString") ?? program.uninstall;
  return text === undefined ? undefined : parseCommand(system, text);
}
