import { find, inOneTree, setKey } from "../../src/machine/memory/system-registry.ts";
import { emptySystem, type SystemWorld } from "../../src/machine/memory/system-world.ts";
import { parseRegFile } from "../../src/windows/parse-reg.ts";
import type { RegChange } from "../../src/windows/reg-file.ts";
import type { RegistryKey, RegistryValue, View } from "../../src/windows/registry.ts";
import { type Pc, regText } from "./_pcs.ts";

/** A PC of plain data from the same .reg files that a real registry takes. */
export function worldOf(pc: Pc): SystemWorld {
  const world = emptySystem();
  for (const [file, view] of pc.registry) importInto(world, regText(file), view);
  for (const [path, text] of Object.entries(pc.files)) {
    const whole = path.replace(/^%([^%]+)%/, (_, name) => world.variables[name] ?? "");
    world.files.push({ path: whole, base64: Buffer.from(text).toString("base64") });
  }
  return world;
}

/** As `reg import` does it: values are set or taken away one by one, and keys with all below them. */
export function importInto(world: SystemWorld, text: string, view?: View): void {
  const parsed = parseRegFile(text);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.trouble));
  for (const { path, remove, changes } of parsed.sections) {
    const place = inOneTree(path, view);
    const key = find(world.registry, place);
    if (remove) removeTree(world.registry, place, key);
    else setKey(world.registry, place, changed(key?.values ?? [], changes));
  }
}

function removeTree(hives: RegistryKey[], path: string, key: RegistryKey | undefined): void {
  for (const below of [...(key?.keys ?? [])]) removeTree(hives, `${path}\\${below.name}`, below);
  setKey(hives, path, null);
}

function changed(values: readonly RegistryValue[], changes: readonly RegChange[]): RegistryValue[] {
  const left = new Map(values.map((each) => [each.name.toLowerCase(), each]));
  for (const { name, value } of changes) {
    if (value === null) left.delete(name.toLowerCase());
    else left.set(name.toLowerCase(), { name, value });
  }
  return [...left.values()];
}
