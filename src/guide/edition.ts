/** Orders editions, the newest first; by number, so that 2018.9 is older than 2018.11. */
export function newestFirst(a: string, b: string): number {
  const [yearA = 0, monthA = 0] = a.split(".").map(Number);
  const [yearB = 0, monthB = 0] = b.split(".").map(Number);
  return yearB - yearA || monthB - monthA;
}
