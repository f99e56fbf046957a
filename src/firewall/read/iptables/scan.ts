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

/** Four letters as the number that reading them at once gives (little endian). */
export function fourOf(text: string): number {
  return new DataView(new TextEncoder().encode(text).buffer).getInt32(0, true);
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

/**
 * Behind a word, or behind text in quotes in which a backslash takes what follows as it is; -1 where
 * it is neither.
 */
export function behindText(bytes: Uint8Array, from: number): number {
  if (bytes[from] !== byte.quote) {
    const end = wordEnd(bytes, from);
    return end === from || bytes[from] === byte.bang ? -1 : nextWord(bytes, end);
  }
  let at = from + 1;
  while (bytes[at] !== byte.quote && bytes[at]! >= byte.space) {
    if (bytes[at] === byte.backslash) at += 1;
    // No escape reaches into the next line.
    if (bytes[at]! >= byte.space) at += 1;
  }
  return bytes[at] !== byte.quote || bytes[at + 1]! > byte.space ? -1 : nextWord(bytes, at + 1);
}

function isDigit(value: number): boolean {
  return value >= byte.zero && value <= byte.zero + 9;
}
