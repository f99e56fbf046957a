/** Lengths of prefixes are rounded down to multiples of this many bits. */
export const roundTo = 4;
export const levelCount = 32 / roundTo + 1;

/** How long the prefix is that all numbers of a range of 32 bits share, in steps of `roundTo` bits. */
export function levelOf(lo: number, hi: number): number {
  return Math.floor(Math.clz32(lo ^ hi) / roundTo);
}
