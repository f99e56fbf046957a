/** Facts about IPv4 addresses and names that no look-up is needed for. */

export { holderOf } from "../evidence/holder.ts";

/** IPv4 ranges that no public name should lead to: RFC 1918, 6598, 3927, 1122. */
const privateRanges: readonly [string, number][] = [
  ["10.0.0.0", 8],
  ["172.16.0.0", 12],
  ["192.168.0.0", 16],
  ["100.64.0.0", 10],
  ["169.254.0.0", 16],
];

export function isPrivate(address: string): boolean {
  return privateRanges.some(([network, bits]) => inRange(address, network, bits));
}

/** Loopback or "this host": the usual ways of leading a name nowhere. */
export function isNowhere(address: string): boolean {
  return inRange(address, "127.0.0.0", 8) || inRange(address, "0.0.0.0", 8) || address === "::1";
}

function inRange(address: string, network: string, bits: number): boolean {
  const a = toNumber(address);
  const b = toNumber(network);
  if (a === undefined || b === undefined) return false;
  return a >>> (32 - bits) === b >>> (32 - bits);
}

function toNumber(address: string): number | undefined {
  const parts = address.split(".").map(Number);
  if (parts.length !== 4 || parts.some((part) => !(part >= 0 && part <= 255))) return undefined;
  return parts.reduce((sum, part) => ((sum << 8) | part) >>> 0, 0);
}
