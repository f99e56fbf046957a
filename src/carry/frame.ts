import { crc32 } from "node:zlib";
import { bytesOf, digitsFor, digitsOf } from "./digits.ts";

/** One code of a series: a part of the data, or a part that makes lost ones good. */
export interface Frame {
  /** The series it belongs to: 8 hex digits, the beginning of the SHA-256 of what is carried. */
  series: string;
  /** Its place, from 0; places from `data` on are parity. */
  at: number;
  /** How many frames of data the series has, and how many of parity. */
  data: number;
  parity: number;
  block: Uint8Array;
}

/** The first byte of every frame: what is the form of the rest. */
const form = 0x4a;

/** Form, series, place, number of data frames, number of parity frames. */
const headBytes = 1 + 4 + 1 + 1 + 1;
const crcBytes = 4;
export const frameOverhead = headBytes + crcBytes;

/** The largest code there is holds 7,089 digits; ours are far smaller. */
export const frameDigitsMax = 1_200;
/** Shorter runs of digits are dates, telephone numbers and the like. */
export const frameDigitsMin = digitsFor(frameOverhead);

/** All places of a series have to fit into the field that the parity is made in. */
export const framesMax = 255;

export function frameText({ series, at, data, parity, block }: Frame): string {
  const bytes = Buffer.alloc(frameOverhead + block.length);
  bytes.writeUInt8(form, 0);
  bytes.write(series, 1, 4, "hex");
  bytes.set([at, data, parity], 5);
  bytes.set(block, headBytes);
  bytes.writeUInt32BE(crc32(bytes.subarray(0, -crcBytes)), bytes.length - crcBytes);
  return digitsOf(bytes);
}

/** `damaged`: the check sum does not fit. `foreign`: digits, but no frame of this form. */
export type FrameProblem = "damaged" | "foreign";

/** A run of digits as a frame, or why it is none. */
export function readFrame(digits: string): Frame | FrameProblem {
  if (!/^[1-9]\d*$/.test(digits)) return "foreign";
  if (digits.length < frameDigitsMin || digits.length > frameDigitsMax) return "foreign";
  const bytes = Buffer.from(bytesOf(digits));
  if (bytes.length <= frameOverhead) return "foreign";
  const sum = bytes.readUInt32BE(bytes.length - crcBytes);
  if (crc32(bytes.subarray(0, -crcBytes)) !== sum) return "damaged";
  if (bytes[0] !== form) return "foreign";
  const [at, data, parity] = [bytes[5]!, bytes[6]!, bytes[7]!];
  if (data === 0 || data + parity > framesMax || at >= data + parity) return "foreign";
  const block = new Uint8Array(bytes.subarray(headBytes, -crcBytes));
  return { series: bytes.toString("hex", 1, 5), at, data, parity, block };
}
