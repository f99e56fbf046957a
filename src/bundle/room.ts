import { statfs } from "node:fs/promises";

/** A disk has less left than a file would need. Nothing has been written. */
export class NoRoom extends Error {
  override name = "NoRoom";
  readonly folder: string;
  /** Bytes. */
  readonly needed: number;
  readonly free: number;

  constructor(folder: string, needed: number, free: number) {
    super(`${folder}: ${needed} bytes needed, ${free} free`);
    this.folder = folder;
    this.needed = needed;
    this.free = free;
  }
}

/**
 * Bytes that a user may still write to the disk of a folder; undefined where the system does not say, as
 * for some network shares, which also tell of a disk of no size at all.
 */
async function freeIn(folder: string): Promise<number | undefined> {
  try {
    const { bavail, bsize, blocks } = await statfs(folder);
    return blocks > 0 ? bavail * bsize : undefined;
  } catch {
    // Whatever is wrong with the folder is told by whoever writes into it.
    return undefined;
  }
}

/**
 * Says before the work that there is no room for what it makes: otherwise that would be found out after
 * a gigabyte. Somebody else may still fill the disk meanwhile.
 *
 * @throws {NoRoom}
 */
export async function checkRoom(folder: string, needed: number, freeOf = freeIn): Promise<void> {
  const free = await freeOf(folder);
  if (free !== undefined && free < needed) throw new NoRoom(folder, needed, free);
}
