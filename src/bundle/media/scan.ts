import type { Source } from "../container/source.ts";
import { gridOf, parseDescription, type SetDescription } from "./descriptor.ts";
import { describing, frameBytes, headBytes, headOf } from "./frame.ts";
import { framesOf } from "./grid.ts";
import { capacityOf, partBytes } from "./places.ts";

/** Bytes of a file from one to another, not included. */
export interface Range {
  from: number;
  to: number;
}

/** What one file was found to be. */
export interface PartReport {
  file: string;
  /** A part of this set, a part of another, or nothing of the kind. */
  is: "part" | "foreign" | "nothing";
  /** Which part, where it is one of this set. */
  part?: number;
  /** The set that it is of, where that is another. */
  set?: string;
  /** Another file of the same run that is the same part. */
  repeats?: string;
  bytes: number;
  /** Frames that are whole. */
  whole: number;
  /** What is damaged, as places in this file; what was cut off is the last. */
  damaged: Range[];
  /** Bytes that are damaged or cut off, altogether. */
  damagedBytes: number;
}

/** More are counted, and not listed. */
export const rangesMax = 1_000;

const batchFrames = 512;

/** Reads one file to its end and hands on the frames of the set that are whole. */
export async function scanFile(
  source: Source,
  file: string,
  { set, description }: { set: string; description: SetDescription },
  take: (index: number, payload: Buffer) => void,
  step: (bytes: number) => void,
): Promise<PartReport> {
  const total = framesOf(gridOf(description));
  const capacity = capacityOf(description.slots);
  const bad = new Ranges();
  const foreign = new Map<string, number>();
  let [whole, part] = [0, 0];
  for await (const { slot, frame } of framesIn(source, step)) {
    const head = frame && headOf(frame);
    const ours = head?.set === set && (head.index === describing || head.index < total);
    if (!ours) {
      if (head) foreign.set(head.set, (foreign.get(head.set) ?? 0) + 1);
      bad.add(slot * frameBytes, Math.min(source.size, (slot + 1) * frameBytes));
      continue;
    }
    whole += 1;
    if (head.index === describing) {
      part ||= parseDescription(frame!.subarray(headBytes), set)?.part ?? 0;
      continue;
    }
    part ||= Math.floor(head.index / capacity) + 1;
    take(head.index, frame!.subarray(headBytes));
  }
  const about = { file, bytes: source.size };
  if (part === 0) {
    const [other] = [...foreign].sort((a, b) => b[1] - a[1]);
    const none = { whole: 0, damaged: [], damagedBytes: 0 };
    if (!other) return { ...about, is: "nothing", ...none };
    return { ...about, is: "foreign", set: other[0], ...none };
  }
  const full = partBytes(part, total, description.slots);
  if (source.size < full) bad.add(source.size, full);
  return { ...about, is: "part", part, whole, damaged: bad.list, damagedBytes: bad.bytes };
}

/** Every frame's place in a file and what stands there; undefined where that cannot be read. */
async function* framesIn(
  source: Source,
  step: (bytes: number) => void,
): AsyncGenerator<{ slot: number; frame: Buffer | undefined }> {
  const buffer = Buffer.alloc(batchFrames * frameBytes);
  for (let start = 0; start < source.size; start += buffer.length) {
    const wanted = buffer.subarray(0, Math.min(buffer.length, source.size - start));
    const readable = await readAll(source, wanted, start);
    step(wanted.length);
    for (let at = 0; at < wanted.length; at += frameBytes) {
      const slot = (start + at) / frameBytes;
      const frame = wanted.subarray(at, at + frameBytes);
      yield { slot, frame: readable(at) ? frame : undefined };
    }
  }
}

/** Where a drive gives up on a sector, the others around it are read one by one. */
async function readAll(
  source: Source,
  into: Buffer,
  start: number,
): Promise<(at: number) => boolean> {
  const tried = async (from: number, to: number): Promise<boolean> => {
    try {
      return (await source.read(into.subarray(from, to), start + from)) === to - from;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === "EIO") return false;
      throw error;
    }
  };
  if (await tried(0, into.length)) return () => true;
  const good = new Set<number>();
  for (let at = 0; at < into.length; at += frameBytes) {
    if (await tried(at, Math.min(into.length, at + frameBytes))) good.add(at);
  }
  return (at) => good.has(at);
}

class Ranges {
  readonly list: Range[] = [];
  bytes = 0;
  #end = -1;

  add(from: number, to: number): void {
    this.bytes += to - from;
    const last = this.list.at(-1);
    if (last && from === this.#end && this.list.length <= rangesMax) last.to = to;
    else if (this.list.length < rangesMax) this.list.push({ from, to });
    this.#end = to;
  }
}
