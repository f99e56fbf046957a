import type { Guide } from "../../guide/guide.ts";
import type { Effect, MemoryProgram } from "../../machine/memory/system-world.ts";
import type { WorldPcFacts } from "../../machine/world.ts";
import { type Key, text } from "./key.ts";

const list = "HKLM\\Software\\Microsoft\\Windows\\CurrentVersion\\Uninstall";
const folderOf = (name: string) => `C:\\Program Files\\${name.replace(/[\\/:*?"<>|]/g, "_")}`;

/** Entries of installed programs, each with an uninstaller of its own that takes it away. */
export function programKeys(
  { programs }: WorldPcFacts,
  guide: Guide,
): { keys: Key[]; files: string[]; programs: MemoryProgram[] } {
  const keys: Key[] = [[list, []]];
  const files: string[] = [];
  const removers: MemoryProgram[] = [];
  for (const { name, version, publisher, state } of programs) {
    const path = `${list}\\${name.replaceAll("\\", "_")}`;
    const remover = `${folderOf(name)}\\uninst.exe`;
    keys.push([
      path,
      [
        text("DisplayName", name),
        ...(version === undefined ? [] : [text("DisplayVersion", version)]),
        ...(publisher === undefined ? [] : [text("Publisher", publisher)]),
        text("InstallLocation", folderOf(name)),
        text("UninstallString", `"${remover}"`),
      ],
    ]);
    // Of a half one the entry alone is left.
    if (state === "half") continue;
    files.push(remover);
    const stops = servicesOf(guide, name).map(
      (service): Effect => ({ do: "service", name: service, running: false }),
    );
    const effects: Effect[] = [
      { do: "key", path, view: "64", values: null },
      ...stops,
      { do: "remove", path: remover },
    ];
    removers.push({ path: remover, code: 0, effects });
  }
  return { keys, files, programs: removers };
}

/** The services of the guide's program that goes by this name. */
export function servicesOf(guide: Guide, name: string): string[] {
  const own = guide.programs.find(({ uninstallNames }) =>
    uninstallNames.some((pattern) =>
      pattern.endsWith("*") ? name.startsWith(pattern.slice(0, -1).trim()) : name === pattern,
    ),
  );
  return own?.services ?? [];
}
