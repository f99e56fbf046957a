import { createHash } from "node:crypto";
import { basename, dirname, join } from "node:path";
import { syncFolder } from "../container/beside.ts";
import { openSource, pieces, type Source } from "../container/source.ts";
import { BundleFault } from "../fault.ts";
import { checkRoom } from "../room.ts";
import { isName, type SetDescription, setOf } from "./descriptor.ts";
import { payloadBytes } from "./frame.ts";
import { framesOf, type Grid, gridFor, Weave } from "./grid.ts";
import { planRepairs } from "./mend-plan.ts";
import { ParityPass, passesOf } from "./parity.ts";
import { PartWriter } from "./part-writer.ts";
import { capacityOf, partBytes, partBytesMin, partsMax, shareOf, wholeBytesMax } from "./places.ts";
import { slotsIn } from "./size.ts";
import { whoseFile } from "./survey.ts";

export interface SplitOptions {
  /** Folder for the parts, which exists. */
  to: string;
  /** Bytes that a part may have. */
  partBytes: number;
  /** Share of parity: 0.03 is 3 %. */
  share: number;
  signal?: AbortSignal;
  onProgress?: (done: number, of: number) => void;
}

export interface SplitResult {
  set: string;
  name: string;
  bytes: number;
  sha256: string;
  parts: { file: string; bytes: number }[];
  /** Bytes of parity for each byte of the file. */
  parity: number;
  /** Whether any one part may be missing altogether. */
  anyPartSpare: boolean;
}

/**
 * Splits a file into parts from which `join` makes it again, some damage notwithstanding. All parts are written
 * under other names first, so there are all of them or none.
 *
 * @throws {BundleFault} with a code of `mediaCodes`
 * @throws {NoRoom} where the parts do not fit on the disk
 */
export async function splitFile(path: string, options: SplitOptions): Promise<SplitResult> {
  const source = await openSource(path);
  if (!source) throw new BundleFault("media.not-plain", path);
  try {
    return await split(source, path, options);
  } finally {
    await source.close();
  }
}

async function split(source: Source, path: string, options: SplitOptions): Promise<SplitResult> {
  const { to, share, signal, onProgress } = options;
  const bytes = source.size;
  if (bytes === 0) throw new BundleFault("media.empty", path);
  if (bytes > wholeBytesMax) {
    throw new BundleFault("media.too-large", path, { bytes, most: wholeBytesMax });
  }
  if (options.partBytes < partBytesMin) {
    throw new BundleFault("media.part-too-small", undefined, { least: partBytesMin });
  }
  const grid = gridFor(bytes, share);
  const total = framesOf(grid);
  const slots = Math.min(slotsIn(options.partBytes), 2 ** 32);
  const parts = Math.ceil(total / capacityOf(slots));
  if (parts > partsMax) {
    throw new BundleFault("media.too-many-parts", undefined, { parts, most: partsMax });
  }
  const sizes = Array.from({ length: parts }, (_, at) => partBytes(at + 1, total, slots));
  await checkRoom(
    to,
    sizes.reduce((sum, size) => sum + size, 0),
  );
  const passes = passesOf(grid);
  const report = counted(bytes * (passes.length + 1), signal, onProgress);
  const set: SetDescription = {
    schema: "jochi.part/1",
    name: isName(basename(path)) ? basename(path) : "bundle.zip",
    bytes,
    sha256: await hashOf(source, report),
    parts,
    slots,
    width: grid.width,
    depth: grid.depth,
    columnParity: grid.columnParity,
    rowParity: grid.rowParity,
  };
  const named = setOf(set).toString("hex");
  const paths = partNames(set.name, parts).map((name) => join(to, name));
  for (const file of paths) {
    const owner = await whoseFile(file);
    if (owner !== undefined && owner !== named) throw new BundleFault("media.exists", file);
  }
  const writer = new PartWriter(set, total, paths, (file) =>
    join(dirname(file), `.${basename(file)}.tmp`),
  );
  const weave = new Weave(grid);
  try {
    for (const [at, slices] of passes.entries()) {
      const pass = new ParityPass(grid, weave, slices);
      const hash = createHash("sha256");
      for await (const { first, payloads } of payloadsOf(source)) {
        report(Math.min(payloads.length, bytes - first * payloadBytes));
        hash.update(payloads.subarray(0, bytes - first * payloadBytes));
        for (let from = 0; from < payloads.length; from += payloadBytes) {
          const frame = first + from / payloadBytes;
          const payload = payloads.subarray(from, from + payloadBytes);
          if (at === 0) writer.put(frame, payload);
          pass.add(frame, payload);
        }
      }
      if (hash.digest("hex") !== set.sha256) {
        throw new BundleFault("media.changed-while-reading", path);
      }
      for (const { index, payload } of pass.frames()) writer.put(index, payload);
    }
    writer.finish();
  } catch (error) {
    writer.discard();
    throw error;
  }
  await syncFolder(to);
  return {
    set: named,
    name: set.name,
    bytes,
    sha256: set.sha256,
    parts: paths.map((file, at) => ({ file, bytes: sizes[at]! })),
    parity: (total - grid.dataFrames) / grid.dataFrames,
    anyPartSpare: anyPartSpare(grid, weave, slots, parts),
  };
}

/** `NAME.07-of-12.part`, so that a folder lists them in their order. */
export function partNames(name: string, parts: number): string[] {
  const digits = String(parts).length;
  return Array.from({ length: parts }, (_, at) => {
    const number = String(at + 1).padStart(digits, "0");
    return `${name}.${number}-of-${parts}.part`;
  });
}

/** Tries each part: what it has of data and parity is taken away, and the rest must do. */
function anyPartSpare(grid: Grid, weave: Weave, slots: number, parts: number): boolean {
  if (parts === 1) return false;
  const total = framesOf(grid);
  for (let part = 1; part <= parts; part += 1) {
    const { from, to } = shareOf(part, total, slots);
    const has = (frame: number) => frame < from || frame >= to;
    const suspects = { from, to: Math.min(to, grid.dataFrames) };
    if (planRepairs(grid, has, weave, suspects).lost > 0) return false;
  }
  return true;
}

async function hashOf(source: Source, report: (bytes: number) => void): Promise<string> {
  const hash = createHash("sha256");
  for await (const piece of pieces(source, 0, source.size)) {
    report(piece.length);
    hash.update(piece);
  }
  return hash.digest("hex");
}

const batchFrames = 512;

/** The file in whole payloads, many at a time; zeros fill the last. */
async function* payloadsOf(source: Source): AsyncGenerator<{ first: number; payloads: Buffer }> {
  const frames = Math.ceil(source.size / payloadBytes);
  for (let first = 0; first < frames; first += batchFrames) {
    const payloads = Buffer.alloc(Math.min(batchFrames, frames - first) * payloadBytes);
    await source.read(payloads, first * payloadBytes);
    yield { first, payloads };
  }
}

function counted(
  of: number,
  signal: AbortSignal | undefined,
  onProgress: ((done: number, of: number) => void) | undefined,
): (bytes: number) => void {
  let done = 0;
  return (bytes) => {
    signal?.throwIfAborted();
    done += bytes;
    onProgress?.(done, of);
  };
}
