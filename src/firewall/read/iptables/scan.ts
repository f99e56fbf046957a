import { packPorts } from "../../table.ts";

/*
 * Pieces of a line, read from the bytes at `from`. Each gives the place of the next piece, or -1
 * where this one is written otherwise. The line must end with a newline: every piece stops at it.
 */

export const byte = {
  newline: 10,
  return: 13,
  space: 32,
  bang: 33,
  quote: 34,
  dash: 45,
  dot: 46,
  slash: 47,
  zero: 48,
  colon: 58,
  letterA: 65,
  open: 91,
  backslash: 92,
  close: 93,
} as const;

/** Where the word at `from` ends: at a space, a control character or a quote. */
export function wordEnd(bytes: Uint8Array, from: number): number {
  let at = from;
  while (bytes[at]! > byte.space && bytes[at] !== byte.quote) at += 1;
  return at;
}

/** Where the word at `from` ends if the word at `other` is the same; -1 if it is not. */
export function sameWord(bytes: Uint8Array, other: number, from: number): number {
  const end = wordEnd(bytes, from);
  if (bytes[end] === byte.quote || bytes[other + end - from]! > byte.space) return -1;
  let at = from;
  while (at < end && bytes[at] === bytes[other + at - from]) at += 1;
  return at === end ? end : -1;
}

/** The four bytes at `at` as one number. */
export function fourAt(bytes: Uint8Array, at: number): number {
  return bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24);
}

export function fourOf(text: string): number {
  return fourAt(new TextEncoder().encode(text), 0);
}

export function digitsEnd(bytes: Uint8Array, from: number): number {
  let at = from;
  while (isDigit(bytes[at]!)) at += 1;
  return at;
}

/** Behind the space that follows a word. */
export function nextWord(bytes: Uint8Array, end: number): number {
  return bytes[end] === byte.space ? end + 1 : end;
}

/** Behind the line where `at` is its end. */
export function behindLine(bytes: Uint8Array, at: number): number {
  const end = bytes[at] === byte.return ? at + 1 : at;
  return bytes[end] === byte.newline ? end + 1 : -1;
}

/** `a.b.c.d` or `a.b.c.d/n` as a range into a row of two columns. */
export function address(
  bytes: Uint8Array,
  from: number,
  lo: Uint32Array,
  hi: Uint32Array,
  row: number,
): number {
  let at = from;
  let value = 0;
  for (let part = 0; part < 4; part += 1) {
    const octet = numberAt(bytes, at);
    if (octet >>> 0 > 255) return -1;
    value = (value << 8) | octet;
    at += widthOf(octet);
    if (part < 3 && bytes[at++] !== byte.dot) return -1;
  }
  let host = 0;
  if (bytes[at] === byte.slash) {
    const bits = numberAt(bytes, at + 1);
    // All addresses, `/0`, are a number of the pool and no range.
    if (bits < 1 || bits > 32) return -1;
    at += 1 + widthOf(bits);
    host = bits === 32 ? 0 : -1 >>> bits;
  }
  lo[row] = value & ~host;
  hi[row] = value | host;
  return bytes[at]! > byte.space ? -1 : nextWord(bytes, at);
}

/** `n` or `n:m` packed into a row of a column. */
export function ports(bytes: Uint8Array, from: number, column: Uint32Array, row: number): number {
  const lo = numberAt(bytes, from);
  let at = from + widthOf(lo);
  let hi = lo;
  if (bytes[at] === byte.colon) {
    hi = numberAt(bytes, at + 1);
    at += 1 + widthOf(hi);
  }
  if (lo < 0 || lo > hi || hi > 65_535 || bytes[at]! > byte.space) return -1;
  column[row] = packPorts(lo, hi);
  return nextWord(bytes, at);
}

/**
 * The number at `from`, of which five digits are read; -1 where there is none. A leading zero would make
 * it octal, so there is none and the number tells its own width.
 */
function numberAt(bytes: Uint8Array, from: number): number {
  let value = bytes[from]! - byte.zero;
  if (value >>> 0 > 9) return -1;
  if (value === 0) return (bytes[from + 1]! - byte.zero) >>> 0 > 9 ? 0 : -1;
  for (let at = from + 1; at < from + 5; at += 1) {
    const digit = bytes[at]! - byte.zero;
    if (digit >>> 0 > 9) break;
    value = value * 10 + digit;
  }
  return value;
}

function widthOf(value: number): number {
  if (value < 10) return 1;
  if (value < 100) return 2;
  if (value < 1000) return 3;
  return value < 10_000 ? 4 : 5;
}

function isDigit(value: number): boolean {
  return value >= byte.zero && value <= byte.zero + 9;
}
