import { find, order, setKey } from "../../machine/memory/system-registry.ts";
import type { SystemWorld } from "../../machine/memory/system-world.ts";
import type { RegistryKey, RegistryValue } from "../../windows/registry.ts";

/**
 * A PC on which somebody has done by hand what makes one PC of the lab the other: everything in
 * which those two differ, and nothing else, so that what was done to it meanwhile stays.
 */
export function withDoneByHand(
  now: SystemWorld,
  before: SystemWorld,
  after: SystemWorld,
): SystemWorld {
  const next = structuredClone(now);
  redoRegistry(next.registry, valuesOf(before.registry), valuesOf(after.registry));
  const path = (each: { path: string }) => each.path;
  next.files = redone(next.files, before.files, after.files, path);
  next.programs = redone(next.programs, before.programs, after.programs, path);
  next.running = redone(next.running, before.running, after.running, (name) => name);
  return next;
}

/** Things by name: what came, went or changed between two lists does so in a third. */
function redone<T>(now: T[], before: T[], after: T[], nameOf: (thing: T) => string): T[] {
  const name = (thing: T) => nameOf(thing).toLowerCase();
  const byName = (things: T[]) => new Map(things.map((thing) => [name(thing), thing]));
  const [old, fresh] = [byName(before), byName(after)];
  const isTouched = (key: string) =>
    JSON.stringify(old.get(key)) !== JSON.stringify(fresh.get(key));
  const kept = now.filter((thing) => !isTouched(name(thing)));
  return [...kept, ...after.filter((thing) => isTouched(name(thing)))];
}

type Keys = Map<string, RegistryValue[]>;

/** Every key with its values; keys are told apart as Windows does. */
function valuesOf(keys: RegistryKey[], above = "", found: Keys = new Map()): Keys {
  for (const { name, values, keys: below } of keys) {
    const path = above === "" ? name : `${above}\\${name}`;
    found.set(path, values);
    valuesOf(below, path, found);
  }
  return found;
}

function redoRegistry(registry: RegistryKey[], before: Keys, after: Keys): void {
  const name = (value: RegistryValue) => value.name;
  for (const [path, values] of after) {
    const old = before.get(path);
    if (JSON.stringify(old) === JSON.stringify(values)) continue;
    const now = find(registry, path)?.values ?? [];
    setKey(registry, path, redone(now, old ?? [], values, name));
  }
  // What lies below goes first: a key that still holds another is not taken away.
  const gone = [...before.keys()].filter((path) => !after.has(path)).sort((a, b) => order(b, a));
  for (const path of gone) {
    const now = find(registry, path)?.values ?? [];
    const left = redone(now, before.get(path) ?? [], [], name);
    setKey(registry, path, left.length > 0 ? left : null);
  }
}
