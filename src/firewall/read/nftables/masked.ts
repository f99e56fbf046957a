import {
  anyV4,
  anyV6,
  bitsOf,
  maxV4,
  maxV6,
  parseV4,
  parseV6,
  wildcardRanges,
} from "../../address.ts";
import { difference, type Ranges } from "../../ranges.ts";
import type { Box } from "./box.ts";
import { isPositive } from "./field.ts";
import type { Operator } from "./syntax.ts";

/** `ip daddr & 255.255.0.255 == 1.2.0.4`; undefined where this is not understood. */
export function maskedBoxes(
  key: string,
  operator: Operator,
  words: readonly string[],
  mask: readonly string[],
): Box[] | undefined {
  const side = key.endsWith(" saddr") ? "source" : key.endsWith(" daddr") ? "destination" : "";
  const [word, bits] = [words[0], mask[0]];
  const negated = operator === "!=";
  if (side === "" || words.length !== 1 || mask.length !== 1) return undefined;
  if (!negated && !isPositive(operator)) return undefined;
  if (key.startsWith("ip6 ")) {
    const found = rangesV6(word!, bits!);
    const v6 = found && negated ? difference(anyV6.v6, found) : found;
    return v6 && (v6.length > 0 ? [{ [side]: { v4: [], v6, names: [] } }] : []);
  }
  const found = rangesV4(word!, bits!);
  const v4 = found && negated ? difference(anyV4.v4, found) : found;
  return v4 && (v4.length > 0 ? [{ [side]: { v4, v6: [], names: [] } }] : []);
}

function rangesV4(word: string, bits: string): Ranges<number> | undefined {
  const address = parseV4(word);
  const mask = parseV4(bits);
  if (address === undefined || mask === undefined) return undefined;
  if ((address & mask) >>> 0 !== address) return [];
  const length = bitsOf(bits);
  if (length !== undefined) return [address, address + 2 ** (32 - length) - 1];
  return wildcardRanges(address, maxV4 - mask);
}

function rangesV6(word: string, bits: string): Ranges<bigint> | undefined {
  const address = parseV6(word);
  const mask = parseV6(bits);
  if (address === undefined || mask === undefined) return undefined;
  const host = maxV6 - mask;
  if ((host & (host + 1n)) !== 0n) return undefined;
  return (address & host) === 0n ? [address, address + host] : [];
}
