import { anyV4, anyV6 } from "../../address.ts";
import type { UnknownCode } from "../../policy.ts";
import {
  type BitField,
  bitBoxes,
  connectionState,
  direction,
  earlyState,
  tcpFlags,
} from "./bits.ts";
import { type Box, everything } from "./box.ts";
import type { Context } from "./context.ts";
import { isPositive, unknownBox } from "./field.ts";
import { fields } from "./fields.ts";
import { maskedBoxes } from "./masked.ts";
import type { Operator } from "./syntax.ts";
import { isOver } from "./time.ts";

export interface Comparison {
  key: string;
  mask?: readonly string[] | undefined;
  operator: Operator;
  words: readonly string[];
  /** The words are elements of a set, not bits of one value. */
  isSet: boolean;
}

/** The boxes that together hold what one comparison matches. */
export function boxesOf(comparison: Comparison, context: Context): Box[] {
  const { key, mask, operator, words } = comparison;
  const side = interfaceSides.get(key);
  if (side && !mask) return interfaceBoxes(comparison, side, context);
  if (key === "meta time" && !mask && isOver(operator, words, context.today)) return [];
  const bits = bitField(key, context);
  if (bits) return bitBoxes(bits, operator, comparison, mask);
  if (mask) return maskedBoxes(key, operator, words, mask) ?? [unknownKey(key, words)];
  return fields.get(key)?.(operator, words) ?? [unknownKey(key, words)];
}

/** Everything that a key implies of a packet, though what it compares is not understood. */
export function unknownKey(key: string, words: readonly string[]): Box {
  const what = [key, words[0]].filter((word) => word !== undefined).join(" ");
  return unknownBox(codes.get(key) ?? "match", what, implied.get(key.split(" ")[0]!));
}

const codes = new Map<string, UnknownCode>([
  ["meta skuid", "user"],
  ["meta skgid", "user"],
  ["meta time", "schedule"],
  ["meta hour", "schedule"],
  ["meta day", "schedule"],
]);

const implied = new Map<string, Box>([
  ["ip", { source: anyV4 }],
  ["ip6", { source: anyV6 }],
  ["tcp", { protocols: [6, 6] }],
  ["udp", { protocols: [17, 17] }],
  ["sctp", { protocols: [132, 132] }],
  ["icmp", { protocols: [1, 1] }],
  ["icmpv6", { protocols: [58, 58] }],
]);

const interfaceSides = new Map<string, "input" | "output">([
  ["meta iif", "input"],
  ["meta iifname", "input"],
  ["meta oif", "output"],
  ["meta oifname", "output"],
]);

function bitField(key: string, { early, notrack }: Context): BitField | undefined {
  if (key === "tcp flags") return tcpFlags;
  if (key === "ct state" && !notrack) return early ? earlyState : connectionState;
  return key === "ct direction" && !notrack && !early ? direction : undefined;
}

function interfaceBoxes(
  { key, operator, words }: Comparison,
  side: "input" | "output",
  context: Context,
): Box[] {
  const negated = operator === "!=";
  if (!negated && !isPositive(operator)) return [unknownKey(key, words)];
  // No name is the empty one: it is none of those that stand in a rule.
  if (side === "input" ? context.noInput : context.noOutput) return negated ? [everything] : [];
  const numbers = key.endsWith("name") ? undefined : words.find((word) => /^\d+$/.test(word));
  const escaped = words.find((word) => word.includes("\\"));
  if (numbers ?? escaped) return [unknownBox("value", `${key} ${numbers ?? escaped}`)];
  if (words.length === 0) return negated ? [everything] : [];
  return [{ [side]: { names: words, negated } }];
}
