import { type Ranges, rangesOf } from "./ranges.ts";

export type Family = "ipv4" | "ipv6";

/**
 * A set of addresses. `names` are FQDN objects that the firewall itself resolves: which addresses
 * they stand for cannot be told from a file, so a rule with names matches those packets *perhaps*.
 */
export interface AddressSet {
  v4: Ranges<number>;
  v6: Ranges<bigint>;
  names: readonly string[];
}

export const maxV4 = 0xffff_ffff;
export const maxV6 = (1n << 128n) - 1n;

export const anyAddress: AddressSet = { v4: [0, maxV4], v6: [0n, maxV6], names: [] };
export const anyV4: AddressSet = { v4: [0, maxV4], v6: [], names: [] };
export const anyV6: AddressSet = { v4: [], v6: [0n, maxV6], names: [] };
export const noAddress: AddressSet = { v4: [], v6: [], names: [] };

const dot = ".".charCodeAt(0) - 48;

/** An IPv4 address as a number, or undefined. Leading zeros are refused: some read them as octal. */
export function parseV4(text: string): number | undefined {
  let address = 0;
  let dots = 0;
  let part = -1;
  for (let at = 0; at < text.length; at += 1) {
    const digit = text.charCodeAt(at) - 48;
    if (digit >= 0 && digit <= 9 && part !== 0) {
      part = part < 0 ? digit : part * 10 + digit;
      if (part > 255) return undefined;
    } else if (digit === dot && part >= 0) {
      address = address * 256 + part;
      dots += 1;
      part = -1;
    } else return undefined;
  }
  return dots === 3 && part >= 0 ? address * 256 + part : undefined;
}

/** An IPv6 address (RFC 4291, `::` and a dotted tail included) as a bigint, or undefined. */
export function parseV6(text: string): bigint | undefined {
  const dotted = /^(.*:)(\d+\.\d+\.\d+\.\d+)$/.exec(text);
  const tail = dotted && parseV4(dotted[2]!);
  if (dotted && tail == null) return undefined;
  const plain = dotted
    ? `${dotted[1]}${(tail! >>> 16).toString(16)}:${(tail! & 0xffff).toString(16)}`
    : text;
  const halves = plain.split("::");
  if (halves.length > 2) return undefined;
  const [head = [], rest = []] = halves.map((half) => (half === "" ? [] : half.split(":")));
  const missing = 8 - head.length - rest.length;
  if (halves.length === 2 ? missing < 1 : missing !== 0) return undefined;
  const groups = [...head, ...new Array<string>(missing).fill("0"), ...rest];
  if (!groups.every((group) => /^[0-9a-f]{1,4}$/i.test(group))) return undefined;
  return groups.reduce((sum, group) => (sum << 16n) | BigInt(`0x${group}`), 0n);
}

/**
 * `a.b.c.d`, `a.b.c.d/24`, `a.b.c.d/255.255.255.0`, `from-to`, and the same for IPv6. Undefined where
 * it is none of these. Bits behind the prefix are ignored, as every firewall ignores them.
 */
export function parseAddresses(text: string): AddressSet | undefined {
  const [from = "", to] = text.includes("/") ? [text] : text.split("-");
  const [address = "", mask] = from.split("/");
  const v4 = parseV4(address);
  if (v4 !== undefined) {
    const range = to === undefined ? prefixV4(v4, mask) : orderedPair(v4, parseV4(to));
    return range && { v4: range, v6: [], names: [] };
  }
  const v6 = parseV6(address);
  if (v6 === undefined) return undefined;
  const range = to === undefined ? prefixV6(v6, mask) : orderedPair(v6, parseV6(to));
  return range && { v4: [], v6: range, names: [] };
}

function orderedPair<T extends number | bigint>(lo: T, hi: T | undefined): [T, T] | undefined {
  return hi !== undefined && lo <= hi ? [lo, hi] : undefined;
}

function prefixV4(address: number, mask: string | undefined): [number, number] | undefined {
  const bits = mask === undefined ? 32 : /^\d+$/.test(mask) ? Number(mask) : bitsOf(mask);
  if (bits === undefined || bits > 32) return undefined;
  const size = 2 ** (32 - bits);
  const lo = Math.floor(address / size) * size;
  return [lo, lo + size - 1];
}

function prefixV6(address: bigint, mask: string | undefined): [bigint, bigint] | undefined {
  const bits = mask === undefined ? 128 : /^\d{1,3}$/.test(mask) ? Number(mask) : 129;
  if (bits > 128) return undefined;
  const host = (1n << BigInt(128 - bits)) - 1n;
  return [address & ~host & maxV6, address | host];
}

/** The length of a contiguous netmask, 255.255.255.0 → 24; undefined for a mask with holes. */
export function bitsOf(mask: string): number | undefined {
  const value = parseV4(mask);
  if (value === undefined) return undefined;
  const host = maxV4 - value;
  return Number.isInteger(Math.log2(host + 1)) ? 32 - Math.log2(host + 1) : undefined;
}

/** Addresses that match `address` under a wildcard mask (Cisco), whose holes may lie anywhere. */
export function wildcardRanges(address: number, wildcard: number): Ranges<number> | undefined {
  let low = 0;
  while (low < 32 && ((wildcard >>> low) & 1) === 1) low += 1;
  const free: number[] = [];
  for (let bit = low; bit < 32; bit += 1) if ((wildcard >>> bit) & 1) free.push(bit);
  if (free.length > 12) return undefined;
  const base = (address & ~wildcard) >>> 0;
  const pairs: [number, number][] = [];
  for (let choice = 0; choice < 2 ** free.length; choice += 1) {
    const bits = free.reduce((sum, bit, at) => ((choice >>> at) & 1 ? sum + 2 ** bit : sum), 0);
    pairs.push([base + bits, base + bits + 2 ** low - 1]);
  }
  return rangesOf(pairs);
}

export function formatV4(value: number): string {
  return [24, 16, 8, 0].map((shift) => (value >>> shift) & 255).join(".");
}

/** RFC 5952: lower case, the longest run of zero groups shortened. */
export function formatV6(value: bigint): string {
  const groups = Array.from({ length: 8 }, (_, at) => (value >> BigInt(112 - 16 * at)) & 0xffffn);
  let best = { at: -1, length: 1 };
  for (let at = 0; at < 8; at += 1) {
    let length = 0;
    while (at + length < 8 && groups[at + length] === 0n) length += 1;
    if (length > best.length) best = { at, length };
  }
  const hex = groups.map((group) => group.toString(16));
  if (best.at < 0) return hex.join(":");
  return `${hex.slice(0, best.at).join(":")}::${hex.slice(best.at + best.length).join(":")}`;
}

export function formatAddress(value: number | bigint): string {
  return typeof value === "bigint" ? formatV6(value) : formatV4(value);
}
