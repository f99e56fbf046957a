import {
  closeSync,
  fsyncSync,
  ftruncateSync,
  openSync,
  renameSync,
  rmSync,
  writeSync,
} from "node:fs";
import { openAnew } from "./anew.ts";
import { describe, type SetDescription, setOf } from "./descriptor.ts";
import { describing, frameBytes, headBytes, seal } from "./frame.ts";
import {
  capacityOf,
  describingLast,
  isDescribing,
  partBytes,
  shareOf,
  slotOf,
  slotsFor,
} from "./places.ts";

const batchFrames = 512;

/** Writes frames to the parts they belong to, under other names until all are whole. */
export class PartWriter {
  readonly #set: SetDescription;
  readonly #name: Buffer;
  readonly #total: number;
  readonly #paths: readonly string[];
  readonly #besides: readonly string[];
  /** Frames that follow each other in one part and are not yet written. */
  readonly #batch = Buffer.alloc(batchFrames * frameBytes);
  #batched = { part: 0, slot: 0, count: 0 };
  #open: { part: number; handle: number } | undefined;
  readonly #begun = new Set<number>();

  constructor(
    set: SetDescription,
    total: number,
    paths: readonly string[],
    beside: (path: string, set: string) => string,
  ) {
    this.#set = set;
    this.#name = setOf(set);
    this.#total = total;
    this.#paths = paths;
    this.#besides = paths.map((path) => beside(path, this.#name.toString("hex")));
  }

  /** Adds one numbered frame; those before and behind it in its part that describe the set come by themselves. */
  put(index: number, payload: Uint8Array): void {
    const part = Math.floor(index / capacityOf(this.#set.slots)) + 1;
    const { from, to } = shareOf(part, this.#total, this.#set.slots);
    const slot = slotOf(index - from);
    if (isDescribing(slot - 1)) this.#append(part, slot - 1, describing, this.#described(part));
    this.#append(part, slot, index, payload);
    const end = slotsFor(to - from);
    if (slot + 1 < end - describingLast) return;
    for (let last = slot + 1; last < end; last += 1) {
      this.#append(part, last, describing, this.#described(part));
    }
  }

  /** Brings all parts to the disk and gives them their names. */
  finish(): void {
    this.#flush();
    this.#close();
    for (const [at, beside] of this.#besides.entries()) renameSync(beside, this.#paths[at]!);
  }

  /** Takes everything away that was begun. */
  discard(): void {
    this.#close();
    for (const part of this.#begun) rmSync(this.#besides[part - 1]!, { force: true });
  }

  #described(part: number): Buffer {
    return describe(this.#set, part);
  }

  #append(part: number, slot: number, index: number, payload: Uint8Array): void {
    const { part: lastPart, slot: first, count } = this.#batched;
    if (count === batchFrames || part !== lastPart || slot !== first + count) {
      this.#flush();
      this.#batched = { part, slot, count: 0 };
    }
    const at = this.#batched.count * frameBytes;
    const frame = this.#batch.subarray(at, at + frameBytes);
    frame.set(payload, headBytes);
    seal(frame, this.#name, index);
    this.#batched.count += 1;
  }

  #flush(): void {
    const { part, slot, count } = this.#batched;
    if (count === 0) return;
    const handle = this.#handleOf(part);
    const bytes = count * frameBytes;
    for (let done = 0; done < bytes; ) {
      done += writeSync(handle, this.#batch, done, bytes - done, slot * frameBytes + done);
    }
    this.#batched.count = 0;
  }

  #handleOf(part: number): number {
    if (this.#open?.part === part) return this.#open.handle;
    this.#close();
    const beside = this.#besides[part - 1]!;
    const handle = this.#begun.has(part) ? openSync(beside, "r+") : openAnew(beside);
    this.#open = { part, handle };
    if (!this.#begun.has(part)) {
      this.#begun.add(part);
      // A full disk is noticed before the work, where the file system keeps no holes.
      ftruncateSync(handle, partBytes(part, this.#total, this.#set.slots));
    }
    return handle;
  }

  #close(): void {
    if (!this.#open) return;
    const { handle } = this.#open;
    this.#open = undefined;
    try {
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
  }
}
