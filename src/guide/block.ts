import { isIPv4 } from "../evidence/ipv4.ts";

/** A CIDR block, or a single address as a block of one. */
export interface Block {
  address: bigint;
  /** Length of an address, in bits: 32 for IPv4, 128 for IPv6. */
  width: 32 | 128;
  /** Length of the prefix, in bits. */
  bits: number;
}

/** Reads `a.b.c.d`, an IPv6 address, or either with `/bits`; undefined where it is none of these. */
export function parseBlock(text: string): Block | undefined {
  const [address = "", length, more] = text.split("/");
  const value = isIPv4(address) ? valueOfV4(address) : valueOfV6(address);
  if (value === undefined || more !== undefined) return undefined;
  const width = address.includes(":") ? 128 : 32;
  if (length === undefined) return { address: value, width, bits: width };
  if (!/^(0|[1-9]\d{0,2})$/.test(length) || Number(length) > width) return undefined;
  return { address: value, width, bits: Number(length) };
}

/** A text of `addresses` that is a block rather than one address. */
export function isBlock(text: string): boolean {
  return text.includes("/");
}

/** Whether an address is one of these, or within one that is a block. */
export function covers(addresses: readonly string[], address: string): boolean {
  if (addresses.includes(address)) return true;
  const given = parseBlock(address);
  return given !== undefined && addresses.some((each) => contains(parseBlock(each), given));
}

function contains(block: Block | undefined, { address, width }: Block): boolean {
  return block?.width === width && prefixOf(block.address, block) === prefixOf(address, block);
}

function prefixOf(address: bigint, { width, bits }: Block): bigint {
  return address >> BigInt(width - bits);
}

/** The same block with no bit set behind its prefix. */
export function withoutHostBits(block: Block): Block {
  const behind = BigInt(block.width - block.bits);
  return { ...block, address: (block.address >> behind) << behind };
}

/** One text for one block, however it was written: `192.0.2.0/24`, and `2001:db8::1` for a single. */
export function formatBlock({ address, width, bits }: Block): string {
  const part = width === 32 ? 8 : 16;
  const parts = Array.from({ length: width / part }, (_, at) =>
    BigInt.asUintN(part, address >> BigInt(width - part * (at + 1))).toString(part === 8 ? 10 : 16),
  );
  const text = width === 32 ? parts.join(".") : canonicalV6(parts.join(":"))!;
  return bits === width ? text : `${text}/${bits}`;
}

function valueOfV4(text: string): bigint {
  return text.split(".").reduce((sum, part) => sum * 256n + BigInt(part), 0n);
}

function valueOfV6(text: string): bigint | undefined {
  const halves = canonicalV6(text)
    ?.split("::")
    .map((half) => half.split(":").filter(Boolean));
  if (!halves) return undefined;
  const [head = [], tail = []] = halves;
  const zeros = new Array<string>(8 - head.length - tail.length).fill("0");
  const groups = [...head, ...zeros, ...tail];
  return groups.reduce((sum, group) => sum * 0x1_0000n + BigInt(`0x${group}`), 0n);
}

/** The URL parser knows every way to write an IPv6 address, and writes it back in one way. */
export function canonicalV6(text: string): string | undefined {
  if (!/^[0-9a-f:.]+$/i.test(text)) return undefined;
  return URL.parse(`http://[${text}]/`)?.hostname.slice(1, -1);
}
