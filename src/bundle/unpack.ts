import { createHash } from "node:crypto";
import { constants } from "node:fs";
import { chmod, lstat, mkdir, mkdtemp, open, readdir, rename, rm, rmdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { syncFolder } from "./container/beside.ts";
import type { Container } from "./container/read.ts";
import { BundleFault } from "./fault.ts";
import { checkRoom } from "./room.ts";
import type { Artefact, Verified } from "./verify.ts";

export interface Unpacked {
  files: readonly Pick<Artefact, "name" | "size" | "sha256">[];
  /** Signed and yet not to be used, and therefore not written. */
  left: readonly string[];
}

/** Whether a folder can be unpacked into: it is not there, or there is nothing in it. */
export type Place = "free" | "empty" | "taken";

/** A link counts as taken, wherever it leads. */
export async function placeFor(to: string): Promise<Place> {
  try {
    const there = await lstat(to);
    return there.isDirectory() && (await readdir(to)).length === 0 ? "empty" : "taken";
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return "free";
    throw error;
  }
}

/**
 * Writes the files of a verified bundle, but those that are not to be used, into a folder that is new
 * or empty. They are written beside it and compared again as they are; the folder has them all or is
 * not touched. `taken`: there is something already, and it stays as it is. Throws a NoRoom where they
 * do not fit on the disk.
 */
export async function unpackBundle(
  container: Container,
  { artefacts, refused }: Pick<Verified, "artefacts" | "refused">,
  to: string,
): Promise<Unpacked | "taken"> {
  if ((await placeFor(to)) === "taken") return "taken";
  const left = new Set(refused.map(({ name }) => name));
  const files = artefacts.filter(({ name }) => !left.has(name));
  await checkRoom(
    dirname(to),
    files.reduce((sum, { size }) => sum + size, 0),
  );
  // Readable by nobody else until it is whole: no link of another's can get into it.
  const beside = await mkdtemp(join(dirname(to), ".jochi-"));
  try {
    const folders = new Set<string>([beside]);
    for (const file of files) folders.add(await writeOne(container, file, beside));
    for (const folder of folders) await syncFolder(folder);
    await chmod(beside, 0o755);
    await takePlace(beside, to);
    await syncFolder(dirname(to));
  } catch (error) {
    await rm(beside, { recursive: true, force: true });
    throw error;
  }
  return {
    files: files.map(({ name, size, sha256 }) => ({ name, size, sha256 })),
    left: [...left],
  };
}

/** Names in a bundle are plain, without `..`, and none is another's folder. Gives its folder. */
async function writeOne(
  container: Container,
  { name, sha256: expected }: Artefact,
  folder: string,
): Promise<string> {
  const path = join(folder, ...name.split("/"));
  await mkdir(dirname(path), { recursive: true });
  const { O_WRONLY, O_CREAT, O_EXCL } = constants;
  const handle = await open(path, O_WRONLY | O_CREAT | O_EXCL, 0o644);
  try {
    const hash = createHash("sha256");
    for await (const piece of container.stream(name)) {
      hash.update(piece);
      await handle.writeFile(piece);
    }
    const found = hash.digest("hex");
    // It was verified before, and may have become another one since.
    if (found !== expected) throw new BundleFault("entry.hash", name, { found, expected });
    await handle.sync();
  } finally {
    await handle.close();
  }
  return dirname(path);
}

/** Windows moves no folder onto one that is there, even an empty one. */
async function takePlace(beside: string, to: string): Promise<void> {
  if ((await placeFor(to)) === "empty") await rmdir(to);
  await rename(beside, to);
}
