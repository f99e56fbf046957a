import { type AddressSet, formatAddress, formatV4 } from "./address.ts";
import { pairsOf } from "./ranges.ts";

/** One block of addresses: its first address and the length of its prefix. */
export interface Cidr {
  address: string;
  bits: number;
  family: "ipv4" | "ipv6";
}

/** The fewest CIDR blocks that are exactly this set; names are not among them. */
export function cidrsOf(set: AddressSet): Cidr[] {
  return [
    ...pairsOf(set.v4).flatMap(([lo, hi]) => split(BigInt(lo), BigInt(hi), 32)),
    ...pairsOf(set.v6).flatMap(([lo, hi]) => split(lo, hi, 128)),
  ];
}

function split(lo: bigint, hi: bigint, width: 32 | 128): Cidr[] {
  const blocks: Cidr[] = [];
  for (let at = lo; at <= hi; ) {
    let bits = width;
    while (bits > 0) {
      const size = 1n << BigInt(width - bits + 1);
      if (at % size !== 0n || at + size - 1n > hi) break;
      bits -= 1;
    }
    const address = width === 32 ? formatV4(Number(at)) : formatAddress(at);
    blocks.push({ address, bits, family: width === 32 ? "ipv4" : "ipv6" });
    at += 1n << BigInt(width - bits);
  }
  return blocks;
}

/** `10.0.0.0/8`; a single address without its length, as people write it. */
export function formatCidr({ address, bits, family }: Cidr): string {
  return bits === (family === "ipv4" ? 32 : 128) ? address : `${address}/${bits}`;
}

/** Always with its length: some firewalls insist. */
export function formatCidrInFull({ address, bits }: Cidr): string {
  return `${address}/${bits}`;
}

/** 24 → 255.255.255.0 (IPv4 only). */
export function netmask(bits: number): string {
  return formatV4(2 ** 32 - 2 ** (32 - bits));
}

/** 24 → 0.0.0.255, the inverse that Cisco access lists want. */
export function wildcardMask(bits: number): string {
  return formatV4(2 ** (32 - bits) - 1);
}
