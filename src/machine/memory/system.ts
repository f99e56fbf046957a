import { readFileSync, renameSync, writeFileSync } from "node:fs";
import type { Reading } from "../../evidence/outcome.ts";
import type { RegistryKey, View } from "../../windows/registry.ts";
import type { Done, FileFact, KeyState, System } from "../system.ts";
import { start } from "./system-programs.ts";
import { find, inOneTree, isAtOrBelow, order, setKey, sortKeys } from "./system-registry.ts";
import { type Effect, SystemWorld } from "./system-world.ts";

export type MemorySystemOptions = (
  | { world: SystemWorld }
  /** Kept here and written anew at each change; read anew before each question. */
  | { file: string }
) & {
  /** After so many changes the power fails: the next one throws a PowerCut and has not happened. */
  changesUntilPowerCut?: number;
  /** After so many changes the disk is full: every further one is refused. */
  changesUntilFull?: number;
};

/** The power failed in the middle: nothing of the running program goes on after it. */
export class PowerCut extends Error {}

export interface MemorySystem extends System {
  /** The PC as it is now; a copy. */
  world(): SystemWorld;
  /** Changes made so far, each of which is whole or has not happened. */
  changes(): number;
}

const full: Done = { ok: false, failure: "other", code: "ENOSPC" };
const notPermitted: Done = { ok: false, failure: "not-permitted", code: "EACCES" };
const unreadable = { state: "unreadable", failure: "not-permitted", code: "EACCES" } as const;

/** What only an administrator may change. */
const administrators = ["HKLM", "HKCU\\Software\\Policies"];
const protectedFolders = ["%SystemRoot%", "%ProgramFiles%", "%ProgramFiles(x86)%"];

/** A PC's registry, files and programs made of plain data. Names are compared as Windows does. */
export function memorySystem(options: MemorySystemOptions): MemorySystem {
  let kept = "world" in options ? sorted(structuredClone(options.world)) : undefined;
  let changes = 0;

  const load = () =>
    kept ?? SystemWorld.parse(JSON.parse(readFileSync((options as { file: string }).file, "utf8")));

  /** One change, whole or not at all. */
  function change(make: (world: SystemWorld) => Done): Done {
    const world = structuredClone(load());
    const done = make(world);
    if (!done.ok) return done;
    sorted(world);
    if (changes >= (options.changesUntilPowerCut ?? Number.POSITIVE_INFINITY)) throw new PowerCut();
    if (changes >= (options.changesUntilFull ?? Number.POSITIVE_INFINITY)) return full;
    changes += 1;
    if ("world" in options) kept = world;
    else save(options.file, world);
    return done;
  }

  const expanded = (path: string) => expand(load(), path);
  const blockedToRead = (path: string) =>
    load().unreadable.some((each) => isAtOrBelow(path, expanded(each)));
  const fileAt = (path: string) => {
    const whole = expanded(path).toLowerCase();
    return load().files.find((each) => each.path.toLowerCase() === whole);
  };
  const bytesAt = (path: string) => {
    const file = fileAt(path);
    return file && Buffer.from(file.base64, "base64");
  };
  const readBytes = (path: string): Reading<Buffer> => {
    if (blockedToRead(expanded(path))) return unreadable;
    const bytes = bytesAt(path);
    return bytes === undefined ? { state: "absent" } : { state: "found", value: bytes };
  };

  return {
    world: () => structuredClone(load()),
    changes: () => changes,

    async readKey(path: string, view?: View): Promise<Reading<RegistryKey>> {
      const whole = inOneTree(path, view);
      if (blockedToRead(whole)) return unreadable;
      const key = find(load().registry, whole);
      return key ? { state: "found", value: structuredClone(key) } : { state: "absent" };
    },
    writeKey: async (state) => change((world) => writeKey(world, state)),

    async fileFact(path): Promise<Reading<FileFact>> {
      const whole = expanded(path);
      if (blockedToRead(whole)) return unreadable;
      const bytes = bytesAt(path);
      if (bytes) return { state: "found", value: { kind: "file", size: bytes.length } };
      return isFolder(load(), whole)
        ? { state: "found", value: { kind: "folder", size: 0 } }
        : { state: "absent" };
    },
    async readFile(path, maxBytes) {
      const read = readBytes(path);
      if (read.state === "found" && read.value.length > maxBytes) {
        return { state: "unreadable", failure: "too-large" };
      }
      return read;
    },
    async readPart(path, offset, length) {
      const read = readBytes(path);
      if (read.state !== "found") return read;
      return { state: "found", value: read.value.subarray(offset, offset + length) };
    },
    async listFolder(path, most) {
      const whole = expanded(path);
      if (blockedToRead(whole)) return unreadable;
      if (!isFolder(load(), whole)) return { state: "absent" };
      return { state: "found", value: namesIn(load(), whole).slice(0, most) };
    },
    async freeBytes() {
      const { freeBytes } = load();
      return freeBytes === undefined
        ? { state: "not-applicable" }
        : { state: "found", value: freeBytes };
    },
    writeFile: async (path, bytes) =>
      change((world) => putFile(world, expand(world, path), Buffer.from(bytes))),
    remove: async (path) => change((world) => removePath(world, expand(world, path))),
    move: async (from, to) =>
      change((world) => {
        const [source, target] = [expand(world, from), expand(world, to)];
        const file = world.files.find((each) => same(each.path, source));
        if (file === undefined) return { ok: false, failure: "other", code: "ENOENT" };
        const bytes = Buffer.from(file.base64, "base64");
        const gone = removePath(world, source);
        return gone.ok ? putFile(world, target, bytes) : gone;
      }),

    async run(program, args) {
      const whole = expanded(program);
      const ran = start(load(), whole, args, bytesAt);
      if (ran === undefined) return { state: "absent" };
      // A program goes on when whoever started it is gone, so all that it does is one change.
      if (ran.effects.length > 0) {
        change((world) => {
          for (const effect of ran.effects) apply(world, effect);
          return { ok: true };
        });
      }
      return { state: "found", value: { code: ran.code, output: Buffer.from(ran.output) } };
    },
    elevated: async () => ({ state: "found", value: load().elevated }),
  };
}

/** Nothing of the order in which things were made can be seen on a PC, so none is kept. */
function sorted(world: SystemWorld): SystemWorld {
  sortKeys(world.registry);
  world.files.sort((a, b) => order(a.path, b.path));
  world.folders.sort(order);
  world.running.sort(order);
  return world;
}

function save(file: string, world: SystemWorld): void {
  const beside = `${file}.${process.pid}.tmp`;
  writeFileSync(beside, `${JSON.stringify(world, null, 1)}\n`);
  renameSync(beside, file);
}

const same = (a: string, b: string) => a.toLowerCase() === b.toLowerCase();

function expand(world: SystemWorld, path: string): string {
  return path.replaceAll("/", "\\").replace(/^%([^%]+)%/, (whole, name: string) => {
    const found = Object.entries(world.variables).find(([each]) => same(each, name));
    return found?.[1] ?? whole;
  });
}

function mayChange(world: SystemWorld, path: string): boolean {
  const kept = [...administrators, ...protectedFolders.map((each) => expand(world, each))];
  if (!world.elevated && kept.some((each) => isAtOrBelow(path, each))) return false;
  return !world.denied.some((each) => isAtOrBelow(path, expand(world, each)));
}

function writeKey(world: SystemWorld, { path, view, values }: KeyState): Done {
  const whole = inOneTree(path, view);
  if (!mayChange(world, whole)) return notPermitted;
  return setKey(world.registry, whole, values)
    ? { ok: true }
    : { ok: false, failure: "other", code: "not-empty" };
}

function putFile(world: SystemWorld, path: string, bytes: Buffer): Done {
  if (!mayChange(world, path)) return notPermitted;
  const base64 = bytes.toString("base64");
  const file = world.files.find((each) => same(each.path, path));
  if (file) file.base64 = base64;
  else world.files.push({ path, base64 });
  return { ok: true };
}

function removePath(world: SystemWorld, path: string): Done {
  if (!mayChange(world, path)) return notPermitted;
  if (namesIn(world, path).length > 0) return { ok: false, failure: "other", code: "ENOTEMPTY" };
  const rest = world.files.filter((each) => !same(each.path, path));
  const folders = world.folders.filter((each) => !same(each, path));
  if (rest.length === world.files.length && folders.length === world.folders.length) {
    return { ok: false, failure: "other", code: "ENOENT" };
  }
  world.files = rest;
  world.folders = folders;
  return { ok: true };
}

function isFolder(world: SystemWorld, path: string): boolean {
  return world.folders.some((each) => same(each, path)) || namesIn(world, path).length > 0;
}

function namesIn(world: SystemWorld, folder: string): string[] {
  const start = `${folder}\\`.toLowerCase();
  const inside = [...world.files.map((each) => each.path), ...world.folders]
    .filter((path) => path.toLowerCase().startsWith(start))
    .map((path) => path.slice(start.length).split("\\")[0]!);
  return [...new Set(inside)].sort();
}

/** A program does what it does whoever may change what: it has been started with its own rights. */
function apply(world: SystemWorld, effect: Effect): void {
  if (effect.do === "key") {
    setKey(world.registry, inOneTree(effect.path, effect.view), effect.values);
  } else if (effect.do === "file") {
    const path = expand(world, effect.path);
    world.files = world.files.filter((each) => !same(each.path, path));
    world.files.push({ path, base64: effect.base64 });
  } else if (effect.do === "remove") {
    const path = expand(world, effect.path);
    world.files = world.files.filter((each) => !same(each.path, path));
    world.folders = world.folders.filter((each) => !same(each, path));
  } else {
    world.running = world.running.filter((each) => !same(each, effect.name));
    if (effect.running) world.running.push(effect.name);
  }
}
