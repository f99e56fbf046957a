import { isIPv4 } from "../evidence/ipv4.ts";
import { type Block, canonicalV6, formatBlock, parseBlock } from "../guide/block.ts";
import type { Keyed } from "./sha256.ts";

/**
 * Addresses for addresses, so that two which share their first bits share as many afterwards, as in
 * Crypto-PAn (Xu, Fan, Ammar, Moon 2002), with HMAC-SHA-256 for its cipher. Unlike there, no bit
 * is turned on the way to a range that means something by itself or to an address of the guide:
 * those stay what they are, and nothing else can come to lie in them.
 */

/** Ranges of a meaning of their own (RFC 6890 and its registry): what is in one stays in it. */
const ranges = [
  "10.0.0.0/8",
  "100.64.0.0/10",
  "169.254.0.0/16",
  "172.16.0.0/12",
  "192.0.0.0/24",
  "192.0.2.0/24",
  "192.88.99.0/24",
  "192.168.0.0/16",
  "198.18.0.0/15",
  "198.51.100.0/24",
  "203.0.113.0/24",
  "224.0.0.0/4",
  "240.0.0.0/4",
  "2000::/3",
  "2001::/32",
  "2001:db8::/32",
  "2002::/16",
  "100::/64",
  "fc00::/8",
  "fd00::/8",
  "fe80::/64",
  "fe80::/10",
  "ff00::/8",
];

/** The same on every PC, and so nobody's: not a bit of these is turned. */
const nobodys = [
  "0.0.0.0/8",
  "127.0.0.0/8",
  "224.0.0.0/24",
  "239.255.255.250/32",
  "255.255.255.255/32",
  "::/127",
  "ff02::/120",
];

/** Within these the last four bytes are an IPv4 address. */
const embedding = [parseBlock("::ffff:0:0/96")!, parseBlock("64:ff9b::/96")!];

export interface Addresses {
  /** Another address for an address, as it is usually written; undefined where it is none. */
  pseudonym(address: string): string | undefined;
}

export function addressesBy(keyed: Keyed, guides: readonly Block[]): Addresses {
  const { still, passed } = treesOf(guides);
  const turned = new Map<string, boolean>();
  const turns = (prefix: string): boolean => {
    const known = turned.get(prefix);
    if (known !== undefined) return known;
    const answer = ((keyed(`address\0${prefix}`)[0] ?? 0) & 1) === 1;
    turned.set(prefix, answer);
    return answer;
  };
  const map = (block: Block): Block => {
    const inner = embedding.find(
      (outer) => block.width === 128 && top(block, 96) === top(outer, 96),
    );
    if (inner) {
      const v4 = map({ address: BigInt.asUintN(32, block.address), width: 32, bits: 32 });
      return { ...block, address: (inner.address & ~0xffff_ffffn) | v4.address };
    }
    const family = block.width === 32 ? "4:" : "6:";
    const bits = block.address.toString(2).padStart(block.width, "0");
    let out = "";
    for (let at = 0; at < block.width; at += 1) {
      const prefix = family + bits.slice(0, at);
      if (still.has(prefix)) return { ...block, address: BigInt(`0b${out}${bits.slice(at)}`) };
      const bit = bits[at] === "1";
      out += bit !== (!passed.has(prefix) && turns(prefix)) ? "1" : "0";
    }
    return { ...block, address: BigInt(`0b${out}`) };
  };
  const known = new Map<string, string | undefined>();
  const pseudonym = (text: string) => {
    const block = plainBlock(text);
    if (!block || isNetmask(block)) return block && text;
    const mapped = map(block);
    return mapped.address === block.address ? text : formatBlock(mapped);
  };
  return {
    pseudonym: (text) => {
      if (!known.has(text)) known.set(text, pseudonym(text));
      return known.get(text);
    },
  };
}

/** Parts with zeros in front are read as decimal, as people mean them. */
function plainBlock(text: string): Block | undefined {
  if (text.includes("/")) return undefined;
  if (isIPv4(text)) return parseBlock(text.split(".").map(Number).join("."));
  return text.includes(":") && canonicalV6(text) !== undefined ? parseBlock(text) : undefined;
}

/** `255.255.240.0` and the like say how large a network is and not where. */
function isNetmask({ address, width }: Block): boolean {
  if (width !== 32 || address >> 24n !== 255n) return false;
  return /^1+0*$/.test(address.toString(2));
}

function top({ address, width }: Block, bits: number): bigint {
  return address >> BigInt(width - bits);
}

function prefixText(block: Block): string {
  const bits = block.address.toString(2).padStart(block.width, "0");
  return (block.width === 32 ? "4:" : "6:") + bits.slice(0, block.bits);
}

interface Trees {
  /** Prefixes behind which nothing is turned. */
  still: Set<string>;
  /** Prefixes at which nothing is turned. */
  passed: Set<string>;
}

/** A guide has hundreds of addresses, and they are the same for every evidence. */
const trees = new WeakMap<readonly Block[], Trees>();

function treesOf(guides: readonly Block[]): Trees {
  const known = trees.get(guides);
  if (known) return known;
  const parse = (texts: string[]) => texts.map((text) => parseBlock(text)!);
  const own = {
    still: treeOf([...parse(nobodys), ...guides]),
    passed: ancestorsOf([...parse(ranges), ...parse(nobodys), ...guides, ...embedding]),
  };
  trees.set(guides, own);
  return own;
}

function treeOf(blocks: readonly Block[]): Set<string> {
  return new Set(blocks.map(prefixText));
}

/** Every prefix that is on the way to one of these blocks. */
function ancestorsOf(blocks: readonly Block[]): Set<string> {
  const found = new Set<string>();
  for (const block of blocks) {
    const text = prefixText(block);
    for (let length = 2; length < text.length; length += 1) found.add(text.slice(0, length));
  }
  return found;
}
