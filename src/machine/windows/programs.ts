import { type ProgramEntry, programEntries } from "../../windows/read-programs.ts";
import type { Reading } from "../failure.ts";
import type { InstalledProgram } from "../pc.ts";
import type { System } from "../system.ts";
import { keys } from "./keys.ts";
import { readKeys } from "./read-keys.ts";

const mostPrograms = 2_000;

/** Programs as their installers entered them, and whether their files are still there. */
export async function programs(system: System): Promise<Reading<InstalledProgram[]>> {
  const read = await readKeys(system, {
    machine: [keys.machinePrograms, "64"],
    machine32: [keys.machinePrograms, "32"],
    user: keys.userPrograms,
  });
  if (read.state !== "found") return read;
  const { machine, machine32, user } = read.value;
  const lists = [
    ...(machine ? [{ path: keys.machinePrograms, view: "64" as const, key: machine }] : []),
    ...(machine32 ? [{ path: keys.machinePrograms, view: "32" as const, key: machine32 }] : []),
    ...(user ? [{ path: keys.userPrograms, key: user }] : []),
  ];
  const entries = programEntries(lists).slice(0, mostPrograms);
  const value = await Promise.all(entries.map((entry) => withState(system, entry)));
  return { state: "found", value };
}

/** Only where every file that an entry names was looked for and is gone, it is a half one. */
async function withState(system: System, { program, files }: ProgramEntry) {
  const seen = await Promise.all(files.map((file) => system.fileFact(file)));
  const isHalf = seen.length > 0 && seen.every(({ state }) => state === "absent");
  return { ...program, state: isHalf ? ("half" as const) : ("complete" as const) };
}
