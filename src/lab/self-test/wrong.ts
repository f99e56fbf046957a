import { formatBlock, parseBlock } from "../../guide/block.ts";

/** Ways in which facts get wrong when people copy them. Each gives the same for the same. */

/** Two neighbouring letters in each other's place, near the middle of the longest word. */
export function swapped(text: string): string {
  const words = [...text.matchAll(/[\p{L}\p{N}]+/gu)].map(({ 0: word, index }) => ({
    at: index,
    word,
  }));
  const byLength = words.toSorted((a, b) => b.word.length - a.word.length);
  for (const { at, word } of byLength) {
    const middle = Math.floor(word.length / 2);
    for (let step = 0; step < word.length; step += 1) {
      const left = (middle + step) % word.length;
      const [a, b] = [word[left], word[left + 1]];
      if (a === undefined || b === undefined || a.toLowerCase() === b.toLowerCase()) continue;
      const place = at + left;
      return `${text.slice(0, place)}${b}${a}${text.slice(place + 2)}`;
    }
  }
  return `${text}x`;
}

/** The next address, or the next block of the same size; the one before where there is none. */
export function neighbour(address: string): string {
  const block = parseBlock(address);
  if (!block) return swapped(address);
  const size = 1n << BigInt(block.width - block.bits);
  const end = 1n << BigInt(block.width);
  const isLast = block.bits === block.width && (block.address & 255n) === 255n;
  const next = isLast || block.address + size >= end ? block.address - size : block.address + size;
  // A block of everything has no neighbour.
  if (next < 0n) return formatBlock({ ...block, address: 0n, bits: 1 });
  return formatBlock({ ...block, address: next });
}

export function otherPort(port: number): number {
  return port < 65_535 ? port + 1 : port - 1;
}

/** The last number one higher. */
export function raised(version: string): string {
  return version.replace(/\d+(?=\D*$)/, (digits) => String(Number(digits) + 1));
}

/** One digit of a fingerprint misread. */
export function misread(hex: string): string {
  const at = Math.floor(hex.length / 2);
  const digit = Number.parseInt(hex[at] ?? "0", 16);
  return `${hex.slice(0, at)}${((digit + 1) % 16).toString(16)}${hex.slice(at + 1)}`;
}

/** A year later, where 29 February is none on the first day after it. */
export function yearLater(day: string): string {
  const next = `${Number(day.slice(0, 4)) + 1}${day.slice(4)}`;
  return next.endsWith("-02-29") ? `${next.slice(0, 5)}03-01` : next;
}

/** The one after it in a list of all that it could be; undefined where it is the only one. */
export function nextOf<T>(all: readonly T[], value: T | undefined): T | undefined {
  const next = all[(all.indexOf(value as T) + 1) % all.length];
  return next === value ? undefined : next;
}

/** The last part of an address wrong. */
export function otherPath(url: string): string {
  const at = url.lastIndexOf("/") + 1;
  return at < url.length ? url.slice(0, at) + swapped(url.slice(at)) : `${url}index`;
}
