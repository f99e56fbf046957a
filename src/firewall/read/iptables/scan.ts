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
    const start = at;
    let octet = 0;
    for (; isDigit(bytes[at]!) && octet < 256; at += 1) octet = octet * 10 + bytes[at]! - byte.zero;
    if (octet > 255 || !isNumber(bytes, start, at)) return -1;
    value = (value << 8) | octet;
    if (part < 3 && bytes[at++] !== byte.dot) return -1;
  }
  let host = 0;
  if (bytes[at] === byte.slash) {
    at += 1;
    const start = at;
    let bits = 0;
    for (; isDigit(bytes[at]!) && bits < 33; at += 1) bits = bits * 10 + bytes[at]! - byte.zero;
    // All addresses, `/0`, are a number of the pool and no range.
    if (bits > 32 || bits === 0 || !isNumber(bytes, start, at)) return -1;
    host = bits === 32 ? 0 : -1 >>> bits;
  }
  lo[row] = value & ~host;
  hi[row] = value | host;
  return bytes[at]! > byte.space ? -1 : nextWord(bytes, at);
}

/** `n` or `n:m` packed into a row of a column. */
export function ports(bytes: Uint8Array, from: number, column: Uint32Array, row: number): number {
  let at = from;
  let lo = 0;
  for (; isDigit(bytes[at]!) && lo < 65_536; at += 1) lo = lo * 10 + bytes[at]! - byte.zero;
  if (!isNumber(bytes, from, at)) return -1;
  let hi = lo;
  if (bytes[at] === byte.colon) {
    at += 1;
    const start = at;
    hi = 0;
    for (; isDigit(bytes[at]!) && hi < 65_536; at += 1) hi = hi * 10 + bytes[at]! - byte.zero;
    if (!isNumber(bytes, start, at)) return -1;
  }
  if (lo > hi || hi > 65_535 || bytes[at]! > byte.space) return -1;
  column[row] = packPorts(lo, hi);
  return nextWord(bytes, at);
}

function isDigit(value: number): boolean {
  return value >= byte.zero && value <= byte.zero + 9;
}

/** At least one digit; a leading zero would make the number octal. */
function isNumber(bytes: Uint8Array, from: number, to: number): boolean {
  return to - from === 1 || (to > from && bytes[from] !== byte.zero);
}
