/** An edition: a year, alone or with one of its months (`2018.9` as well as `2018.09`). */
export const editionPattern = /^\d{4}(\.(0?[1-9]|1[0-2]))?$/;

/** Orders editions, the newest first; by number, so that 2018.9 is older than 2018.11. */
export function newestFirst(a: string, b: string): number {
  const [yearA = 0, monthA = 0] = a.split(".").map(Number);
  const [yearB = 0, monthB = 0] = b.split(".").map(Number);
  return yearB - yearA || monthB - monthA;
}
