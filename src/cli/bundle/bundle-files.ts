import { createHash } from "node:crypto";
import type { Change } from "../../actions/change.ts";
import { installerBytesMax } from "../../actions/file-hash.ts";
import type { Container } from "../../bundle/container/read.ts";
import { BundleFault } from "../../bundle/fault.ts";
import type { Artefact } from "../../bundle/verify.ts";
import type { Machine } from "../../machine/machine.ts";
import type { Done, System } from "../../machine/system.ts";

/** Files of a verified bundle that may be installed, and where they stand once they are unpacked. */
export interface BundleFiles {
  container: Container;
  /** By path, lower case. */
  byPath: ReadonlyMap<string, Artefact>;
}

/** Where a file of this name in the bundle stands on the PC. */
export const placeOf = (folder: string, name: string) => `${folder}\\${name.replaceAll("/", "\\")}`;

/** @param place where a file of this name will stand */
export function bundleFiles(
  container: Container,
  artefacts: readonly Artefact[],
  place: (name: string) => string,
): BundleFiles {
  const places = artefacts.map((one) => [place(one.name).toLowerCase(), one] as const);
  return { container, byPath: new Map(places) };
}

/**
 * The same PC as it will be with the files unpacked, which they are not yet: what would be done can
 * be planned and shown without anything having been written.
 */
export function asIfUnpacked(machine: Machine, { container, byPath }: BundleFiles): Machine {
  const { system } = machine;
  const at = (path: string) => byPath.get(path.toLowerCase());
  const withFiles: System = {
    ...system,
    async fileFact(path) {
      const one = at(path);
      if (!one) return system.fileFact(path);
      return { state: "found", value: { kind: "file", size: one.size } };
    },
    async readFile(path, maxBytes) {
      const one = at(path);
      if (!one) return system.readFile(path, maxBytes);
      if (one.size > maxBytes) return { state: "unreadable", failure: "too-large" };
      return { state: "found", value: await container.read(one.name, maxBytes) };
    },
    async readPart(path, offset, length) {
      const one = at(path);
      if (!one) return system.readPart(path, offset, length);
      return { state: "found", value: await container.readPart(one.name, offset, length) };
    },
  };
  return { ...machine, system: withFiles };
}

/** Writes the files of these paths to the PC, each the very one that was verified. */
export async function unpackTo(
  system: System,
  { container, byPath }: BundleFiles,
  paths: readonly string[],
): Promise<Done> {
  for (const path of paths) {
    const one = byPath.get(path.toLowerCase());
    if (!one) continue;
    const bytes = await container.read(one.name, installerBytesMax);
    const found = createHash("sha256").update(bytes).digest("hex");
    // The bundle lies where others may write, and was read before.
    if (found !== one.sha256)
      throw new BundleFault("entry.hash", one.name, { found, expected: one.sha256 });
    const written = await system.writeFile(path, bytes);
    if (!written.ok) return written;
  }
  return { ok: true };
}

/**
 * Bytes that installing writes: each file as it is unpacked, and the copy of it that is started. What
 * several guides need stands there once.
 */
export function bytesToUnpack({ byPath }: BundleFiles, changes: readonly Change[]): number {
  const files = changes.flatMap((change) => (change.kind === "run" ? change.files : []));
  const sizes = new Map<string, number>();
  for (const { path, copy } of files) {
    const size = byPath.get(path.toLowerCase())?.size ?? 0;
    for (const each of [path, copy ?? path]) sizes.set(each.toLowerCase(), size);
  }
  return [...sizes.values()].reduce((sum, size) => sum + size, 0);
}

const namesMost = 1_000;

/**
 * Takes away what was unpacked, also what a run that was cut off has left.
 *
 * @returns paths that could not be taken away
 */
export async function clearUnpacked(system: System, folder: string): Promise<string[]> {
  const kept: string[] = [];
  for (const name of await namesIn(system, folder)) {
    const path = `${folder}\\${name}`;
    for (const below of await namesIn(system, path)) {
      const file = `${path}\\${below}`;
      if (!(await system.remove(file)).ok) kept.push(file);
    }
    if ((await system.fileFact(path)).state === "found") await system.remove(path);
  }
  if ((await system.fileFact(folder)).state === "found") await system.remove(folder);
  return kept;
}

async function namesIn(system: System, folder: string): Promise<string[]> {
  const names = await system.listFolder(folder, namesMost);
  return names.state === "found" ? names.value : [];
}
