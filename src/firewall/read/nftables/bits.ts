import type { Unknown } from "../../policy.ts";
import { phases } from "../../table.ts";
import type { Box } from "./box.ts";
import { isPositive } from "./field.ts";
import type { Operator } from "./syntax.ts";

/** A field of bits whose value in every packet of a connection is known. */
export interface BitField {
  names: Readonly<Record<string, number>>;
  /** Its value in each phase. */
  values: Readonly<Record<keyof typeof phases, number>>;
  box: Box;
}

export const tcpFlags: BitField = {
  names: { fin: 1, syn: 2, rst: 4, psh: 8, ack: 16, urg: 32, ecn: 64, cwr: 128 },
  values: { open: 2, reply: 18, data: 16, replyData: 16 },
  box: { protocols: [6, 6] },
};

const stateNames = { invalid: 1, established: 2, related: 4, new: 8, untracked: 64 };

export const connectionState: BitField = {
  names: stateNames,
  values: { open: 8, reply: 2, data: 2, replyData: 2 },
  box: {},
};

/** Before the kernel has looked up the connection every packet is invalid. */
export const earlyState: BitField = {
  names: stateNames,
  values: { open: 1, reply: 1, data: 1, replyData: 1 },
  box: {},
};

export const direction: BitField = {
  names: { original: 1, reply: 2 },
  values: { open: 1, reply: 2, data: 1, replyData: 2 },
  box: {},
};

/**
 * In which phases the field compares so. A list without an operator means one of its bits; behind
 * `==` or `!=` it is one value, so that `ct state != established,related` is always true.
 */
export function bitBoxes(
  field: BitField,
  operator: Operator,
  wanted: { words: readonly string[]; isSet: boolean },
  mask: readonly string[] | undefined,
): Box[] {
  const values = wanted.words.map((word) => bitsOf(field, word.split("|")));
  const list = wanted.isSet ? values : [sum(values)];
  const masked = mask && sum(mask.map((word) => bitsOf(field, word.split("|"))));
  const known = list.every((value) => value !== undefined);
  if (
    !known ||
    (mask && masked === undefined) ||
    !(isPositive(operator) || operator.startsWith("!"))
  )
    return [{ ...field.box, unknown: strange(wanted.words) }];
  const exact = wanted.isSet || operator === "==" || operator === "!=" || mask !== undefined;
  const negated = operator.startsWith("!");
  let matching = 0;
  for (const phase of Object.keys(phases) as (keyof typeof phases)[]) {
    const value = field.values[phase] & (masked ?? 255);
    const fits = list.some((each) => (exact ? value === each : (value & each!) !== 0));
    if (fits !== negated) matching |= phases[phase];
  }
  return matching === 0 ? [] : [{ ...field.box, phases: matching }];
}

function strange(words: readonly string[]): Unknown {
  return { code: "value", what: words.join(",") };
}

function bitsOf({ names }: BitField, words: readonly string[]): number | undefined {
  return sum(
    words.map((word) => (/^(0x[0-9a-f]+|\d+)$/i.test(word) ? Number(word) : names[word.trim()])),
  );
}

function sum(values: readonly (number | undefined)[]): number | undefined {
  let bits = 0;
  for (const value of values) {
    if (value === undefined) return undefined;
    bits |= value;
  }
  return bits;
}
