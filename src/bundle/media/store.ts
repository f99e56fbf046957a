import { createHash } from "node:crypto";
import {
  closeSync,
  constants,
  fdatasyncSync,
  fsyncSync,
  ftruncateSync,
  lstatSync,
  openSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import { openAnew } from "./anew.ts";
import { payloadBytes } from "./frame.ts";

const batchFrames = 512;
const digestBytes = 32;
/** So much work at most is done again after a run was killed. */
const saveEveryFrames = 65_536;

/**
 * The payloads of a set while it is joined, each at its number's place, in one file beside the one to be made.
 * A second file says which are there; it is written after the payloads have reached the disk, so a killed run is gone
 * on with. Data comes first, so that in the end the file is only cut to its size and renamed.
 */
export class FrameStore {
  readonly total: number;
  /** How many frames an earlier run had left. */
  readonly resumed: number;
  readonly #output: string;
  readonly #set: string;
  readonly #there: Uint8Array;
  readonly #handle: number;
  readonly #batch = Buffer.alloc(batchFrames * payloadBytes);
  #batched = { first: 0, count: 0 };
  #unsaved = 0;

  constructor(output: string, set: string, total: number) {
    this.#output = output;
    this.#set = set;
    this.total = total;
    const kept = openKept(output, set, total);
    this.#handle = kept?.handle ?? openAnew(pathsOf(output).frames);
    this.#there = kept?.there ?? new Uint8Array(total);
    this.resumed = this.#there.reduce((sum, is) => sum + is, 0);
  }

  has(frame: number): boolean {
    return this.#there[frame] === 1;
  }

  put(frame: number, payload: Uint8Array): void {
    if (this.has(frame)) return;
    const { first, count } = this.#batched;
    if (count === batchFrames || frame !== first + count) {
      this.#flush();
      this.#batched = { first: frame, count: 0 };
    }
    this.#batch.set(payload, this.#batched.count * payloadBytes);
    this.#batched.count += 1;
    this.#there[frame] = 1;
    this.#unsaved += 1;
    if (this.#unsaved >= saveEveryFrames) this.save();
  }

  /** The payload of a frame that is there, put into `into`. */
  read(frame: number, into: Buffer): Buffer {
    const { first, count } = this.#batched;
    if (frame >= first && frame < first + count) this.#flush();
    readSync(this.#handle, into, 0, payloadBytes, frame * payloadBytes);
    return into;
  }

  /** Brings to the disk what is there, then the list of it. */
  save(): void {
    this.#flush();
    fdatasyncSync(this.#handle);
    const { state } = pathsOf(this.#output);
    const content = Buffer.concat([Buffer.from(`${this.#set}\n`), this.#there]);
    const digest = createHash("sha256").update(content).digest();
    const handle = openAnew(`${state}.new`);
    try {
      writeFileSync(handle, Buffer.concat([digest, content]));
    } finally {
      closeSync(handle);
    }
    renameSync(`${state}.new`, state);
    this.#unsaved = 0;
  }

  /** SHA-256 of the first `bytes` bytes, which are the file where all data is there. */
  sha256(bytes: number, step: (bytes: number) => void): string {
    this.#flush();
    const hash = createHash("sha256");
    const piece = Buffer.alloc(1 << 20);
    for (let at = 0; at < bytes; ) {
      const wanted = Math.min(piece.length, bytes - at);
      const read = readSync(this.#handle, piece, 0, wanted, at);
      if (read === 0) break;
      hash.update(piece.subarray(0, read));
      step(read);
      at += read;
    }
    return hash.digest("hex");
  }

  /** Cuts the file to its size and gives it its name. */
  finish(bytes: number): void {
    this.save();
    ftruncateSync(this.#handle, bytes);
    fsyncSync(this.#handle);
    closeSync(this.#handle);
    const { frames, state } = pathsOf(this.#output);
    renameSync(frames, this.#output);
    rmSync(state, { force: true });
  }

  /** Keeps what is there for the next run. */
  close(): void {
    this.save();
    closeSync(this.#handle);
  }

  /** Takes away what is there: it is not what the set says. */
  discard(): void {
    closeSync(this.#handle);
    const { frames, state } = pathsOf(this.#output);
    for (const path of [state, frames]) rmSync(path, { force: true });
  }

  #flush(): void {
    const { first, count } = this.#batched;
    const bytes = count * payloadBytes;
    for (let done = 0; done < bytes; ) {
      done += writeSync(this.#handle, this.#batch, done, bytes - done, first * payloadBytes + done);
    }
    this.#batched.count = 0;
  }
}

/** Bytes that joining still takes, beyond what an earlier run has left. */
export function roomFor(output: string, set: string, total: number): number {
  const there = begunSet(output) === set ? listIn(output).reduce((sum, is) => sum + is, 0) : 0;
  // The list stands there twice while it takes the place of the one before.
  return (total - there) * payloadBytes + 2 * total;
}

/** The set that a file was begun to be joined from. */
export function begunSet(output: string): string | undefined {
  const content = stateContent(output);
  const end = content?.indexOf(10) ?? -1;
  return end < 0 ? undefined : content!.toString("latin1", 0, end);
}

function pathsOf(output: string) {
  const start = join(dirname(output), `.${basename(output)}`);
  return { frames: `${start}.joining`, state: `${start}.joining-list` };
}

function openKept(output: string, set: string, total: number) {
  const content = stateContent(output);
  if (!content || begunSet(output) !== set) return undefined;
  const there = listIn(output);
  if (there.length !== total) return undefined;
  const { frames } = pathsOf(output);
  const file = lstatSync(frames, { throwIfNoEntry: false });
  // A medium of others may hold links under these names: no run of ours has left one.
  if (!file?.isFile() || file.nlink > 1) return undefined;
  return { handle: openSync(frames, constants.O_RDWR | (constants.O_NOFOLLOW ?? 0)), there };
}

/** Which frames an earlier run has left: 1 for each that is there. */
function listIn(output: string): Uint8Array {
  const content = stateContent(output);
  return content ? Uint8Array.from(content.subarray(content.indexOf(10) + 1)) : new Uint8Array();
}

/** What the list says, where it is whole. */
function stateContent(output: string): Buffer | undefined {
  try {
    const all = readFileSync(pathsOf(output).state);
    const content = all.subarray(digestBytes);
    const digest = createHash("sha256").update(content).digest();
    return digest.equals(all.subarray(0, digestBytes)) ? content : undefined;
  } catch {
    // None, or none that can be read: everything is done from the start.
    return undefined;
  }
}
