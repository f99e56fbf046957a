import { hash } from "node:crypto";

/**
 * A part is nothing but frames of one size, and each says by itself which set it belongs to, which one it is, and
 * whether it is whole. So damage stays where it is, and a frame is found wherever it stands.
 *
 *     0  "JPF1"
 *     4  set: the first 8 bytes of the SHA-256 of what the set is
 *     12 number, 4 bytes, low byte first; the highest means that this frame describes the set
 *     16 the first 16 bytes of the SHA-256 of bytes 0–15 and of the payload
 *     32 payload
 */

/** One sector of a CD, DVD or memory stick: what is lost when a medium is damaged. */
export const frameBytes = 2_048;
export const headBytes = 32;
export const payloadBytes = frameBytes - headBytes;
export const setBytes = 8;
/** The number of a frame that describes the set. */
export const describing = 0xffffffff;

const magic = Buffer.from("JPF1");
const magicNumber = magic.readUInt32BE(0);
const checkStart = 16;

export interface FrameHead {
  /** Sixteen hexadecimal digits. */
  set: string;
  index: number;
}

/** Makes the head of the frame whose payload already stands in `frame`. */
export function seal(frame: Buffer, set: Buffer, index: number): void {
  magic.copy(frame, 0);
  set.copy(frame, 4, 0, setBytes);
  frame.writeUInt32LE(index, 12);
  frame.write(checkOf(frame), checkStart, checkStart, "hex");
}

/** What a frame says it is, or undefined where it is none or damaged. */
export function headOf(frame: Buffer): FrameHead | undefined {
  if (frame.length !== frameBytes || frame.readUInt32BE(0) !== magicNumber) return undefined;
  if (frame.toString("hex", checkStart, headBytes) !== checkOf(frame)) return undefined;
  return {
    set: frame.toString("hex", 4, 4 + setBytes),
    index: frame.readUInt32LE(12),
  };
}

/** The check stands between what it covers; that is laid together for one call, as calls are what costs. */
const covered = Buffer.alloc(checkStart + payloadBytes);

function checkOf(frame: Buffer): string {
  frame.copy(covered, 0, 0, checkStart);
  frame.copy(covered, checkStart, headBytes, frameBytes);
  return hash("sha256", covered, "hex").slice(0, 2 * checkStart);
}
