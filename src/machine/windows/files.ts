import { randomBytes } from "node:crypto";
import { mkdir, open, opendir, rename, rm, rmdir, stat, statfs, unlink } from "node:fs/promises";
import { dirname } from "node:path";
import type { Reading } from "../failure.ts";
import { codeOf, fileFailure } from "../node/codes.ts";
import type { Done, FileFact, System } from "../system.ts";
import type { Places } from "./places.ts";

type Files = Pick<
  System,
  | "fileFact"
  | "readFile"
  | "readPart"
  | "listFolder"
  | "freeBytes"
  | "writeFile"
  | "remove"
  | "move"
>;

/** Nothing there, or nothing that could have anything below it. */
const absentCodes = new Set(["ENOENT", "ENOTDIR"]);
const mostAtOnce = 67_108_864;

/**
 * Files of a PC through the operating system's own calls. Where nothing may leave loopback, those
 * of other PCs are not asked for.
 */
export function files(places: Places): Files {
  const reading = async <T>(path: string, read: (whole: string) => Promise<T>) => {
    const place = await places.toRead(path);
    if ("code" in place) return { state: "absent" } as const;
    const { whole } = place;
    if (places.isGuarded(whole)) return { state: "unreadable", failure: "guarded" } as const;
    try {
      return { state: "found", value: await read(whole) } as const;
    } catch (error) {
      if (absentCodes.has(codeOf(error))) return { state: "absent" } as const;
      return { state: "unreadable", ...fileFailure(error) } as const;
    }
  };
  const doing = async (path: string, act: (whole: string) => Promise<void>): Promise<Done> => {
    const place = await places.toChange(path);
    if ("code" in place) return nowhere(place);
    const { whole } = place;
    if (places.isGuarded(whole)) return { ok: false, failure: "guarded" };
    try {
      await act(whole);
      return { ok: true };
    } catch (error) {
      return { ok: false, ...changeFailure(error) };
    }
  };
  return {
    fileFact: (path) => reading(path, factOf),
    async readFile(path, maxBytes) {
      const bytes = await reading(path, (whole) =>
        part(whole, 0, Math.min(maxBytes, mostAtOnce) + 1),
      );
      return bytes.state === "found" && bytes.value.length > maxBytes
        ? { state: "unreadable", failure: "too-large" }
        : bytes;
    },
    readPart: (path, offset, length) =>
      reading(path, (whole) => part(whole, offset, Math.min(length, mostAtOnce))),
    listFolder: (path, most): Promise<Reading<string[]>> =>
      reading(path, (whole) => namesIn(whole, most)),
    freeBytes: (folder): Promise<Reading<number>> => reading(folder, freeAt),
    writeFile: (path, bytes) => doing(path, (whole) => replace(whole, bytes)),
    remove: (path) => doing(path, removeOne),
    async move(from, to) {
      const place = await places.toChange(to);
      if ("code" in place) return nowhere(place);
      const target = place.whole;
      if (places.isGuarded(target)) return { ok: false, failure: "guarded" };
      return doing(from, async (whole) => {
        await mkdir(dirname(target), { recursive: true });
        await rename(whole, target);
      });
    },
  };
}

function nowhere({ code }: { code: string }): Done {
  return { ok: false, failure: "other", code: code === "NOT_WHOLE" ? "ENOENT" : code };
}

/** `unreadable` is no word for a change that did not happen. */
function changeFailure(error: unknown): {
  failure: "not-permitted" | "too-large" | "other";
  code: string;
} {
  const { failure, code } = fileFailure(error);
  return {
    failure: failure === "not-permitted" || failure === "too-large" ? failure : "other",
    code,
  };
}

async function factOf(path: string): Promise<FileFact> {
  const found = await stat(path);
  return found.isDirectory() ? { kind: "folder", size: 0 } : { kind: "file", size: found.size };
}

/** Of the nearest folder on the way up that is there. */
async function freeAt(folder: string): Promise<number> {
  try {
    const { bavail, bsize, blocks } = await statfs(folder);
    // Some network shares tell of a disk of no size at all, and can be written to.
    if (blocks === 0) throw Object.assign(new Error(folder), { code: "NO_SIZE" });
    return bavail * bsize;
  } catch (error) {
    const above = dirname(folder);
    if (above === folder || !absentCodes.has(codeOf(error))) throw error;
    return freeAt(above);
  }
}

async function part(path: string, offset: number, length: number): Promise<Uint8Array> {
  const file = await open(path, "r");
  try {
    // The size only bounds the buffer; what is read decides.
    const { size } = await file.stat();
    const buffer = new Uint8Array(Math.max(0, Math.min(length, size - offset)));
    let have = 0;
    while (have < buffer.length) {
      const { bytesRead } = await file.read(buffer, have, buffer.length - have, offset + have);
      if (bytesRead === 0) break;
      have += bytesRead;
    }
    return buffer.subarray(0, have);
  } finally {
    await file.close();
  }
}

async function namesIn(path: string, most: number): Promise<string[]> {
  const names: string[] = [];
  const folder = await opendir(path);
  for await (const { name } of folder) {
    if (names.length === most) break;
    names.push(name);
  }
  return names.sort();
}

async function replace(path: string, bytes: Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const beside = `${path}.${randomBytes(6).toString("hex")}.tmp`;
  try {
    const file = await open(beside, "wx");
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(beside, path);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
}

async function removeOne(path: string): Promise<void> {
  const { kind } = await factOf(path);
  await (kind === "folder" ? rmdir(path) : unlink(path));
}
