/** Facts about IPv4 addresses and names that no look-up is needed for. */

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

/** Second-level labels under which Korea (and others) register names, as in `or.kr`. */
const registries = new Set(["co", "or", "go", "ac", "ne", "re", "pe", "com", "org", "net", "gov"]);

/**
 * The part of a name that one holder registers: `pg.bankpay.or.kr` → `bankpay.or.kr`. Two names
 * are unrelated where this differs. The full Public Suffix List is not needed for that question.
 */
export function holderOf(host: string): string {
  const labels = host.toLowerCase().split(".");
  const [secondLevel, country] = labels.slice(-2);
  const deep = country?.length === 2 && registries.has(secondLevel ?? "");
  return labels.slice(deep ? -3 : -2).join(".");
}
