import { randomUUID } from "node:crypto";
import { type FileHandle, lstat, open, realpath, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { checkRoom } from "../room.ts";

/**
 * Has a file written under another name in the same folder, brings it to the disk, and only then gives it
 * its own. A run that is killed leaves a `.jochi-….tmp` and nothing under the final name.
 *
 * @param needed bytes that it will weigh
 * @throws {NoRoom} where the disk has less left
 */
export async function writeBeside<T>(
  path: string,
  needed: number,
  write: (file: FileHandle) => Promise<T>,
): Promise<T> {
  // Through a link the file itself is replaced, not the link.
  const target = await realpath(path).catch(() => path);
  await checkRoom(dirname(target), needed);
  const beside = join(dirname(target), `.jochi-${randomUUID().slice(0, 8)}.tmp`);
  const file = await open(beside, "wx+", 0o644);
  try {
    let made: T;
    try {
      made = await write(file);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(beside, target);
    await syncFolder(dirname(target));
    return made;
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
}

/** Brings a folder's names to the disk, where the system can: Windows cannot, and does it itself. */
export async function syncFolder(folder: string): Promise<void> {
  let handle: FileHandle | undefined;
  try {
    handle = await open(folder, "r");
    await handle.sync();
  } catch {
    // The file itself is on the disk; a name that is lost with the power is a file not yet made.
  } finally {
    await handle?.close();
  }
}

/** Whether something stands under a name, a dangling link too. */
export async function isTaken(path: string): Promise<boolean> {
  try {
    await lstat(path);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== "ENOENT";
  }
}
