import { createHash } from "node:crypto";
import { encode } from "../erasure/erasure.ts";
import { CarryFault } from "./fault.ts";
import { frameOverhead, framesMax, frameText } from "./frame.ts";

/** The length of what is packed stands before it: the last block is filled up with zeros. */
const lengthBytes = 4;

/** What a series of codes looks like, before anything is drawn. */
export interface Series {
  id: string;
  /** So many frames, whichever, are enough. */
  needed: number;
  /** The text of every code, in order; all of them are of one length, give or take a digit. */
  texts: string[];
}

/**
 * Cuts packed bytes into frames and adds as many again, so that any half of all is enough: a sheet that
 * was folded, stained and photographed in haste still is, and nobody has to scan the others.
 *
 * @param frameBytesMax how many bytes one code holds
 */
export function cut(packed: Uint8Array, frameBytesMax: number): Series {
  const carried = Buffer.alloc(lengthBytes + packed.length);
  carried.writeUInt32BE(packed.length);
  carried.set(packed, lengthBytes);
  const data = Math.ceil(carried.length / (frameBytesMax - frameOverhead));
  const parity = data;
  if (data + parity > framesMax) {
    throw new CarryFault("too-large", { frames: data + parity, most: framesMax });
  }
  // All alike, so that no code is finer than it has to be.
  const size = Math.ceil(carried.length / data);
  const blocks = Array.from({ length: data }, (_, at) => {
    const block = new Uint8Array(size);
    block.set(carried.subarray(at * size, (at + 1) * size));
    return block;
  });
  const id = seriesOf(packed);
  const all = [...blocks, ...encode(blocks, parity)];
  const texts = all.map((block, at) => frameText({ series: id, at, data, parity, block }));
  return { id, needed: data, texts };
}

/** What was cut, from its blocks of data. Throws where they do not belong together. */
export function joined(series: string, blocks: readonly Uint8Array[]): Uint8Array {
  const carried = Buffer.concat(blocks);
  const length = carried.length < lengthBytes ? -1 : carried.readUInt32BE();
  if (length < 0 || length > carried.length - lengthBytes) throw new CarryFault("broken");
  const packed = new Uint8Array(carried.subarray(lengthBytes, lengthBytes + length));
  if (seriesOf(packed) !== series) throw new CarryFault("broken");
  return packed;
}

export function seriesOf(packed: Uint8Array): string {
  return createHash("sha256").update(packed).digest("hex").slice(0, 8);
}
