import type { Unknown } from "../../policy.ts";
import { type Bound, difference, pairsOf, type Ranges, rangesOf } from "../../ranges.ts";
import { type Box, everything, isEmpty } from "./box.ts";
import type { Operator } from "./syntax.ts";

/** The boxes that together hold the packets whose field compares so with one of the words. */
export type Field = (operator: Operator, words: readonly string[]) => Box[];

interface NumberField<T extends Bound> {
  lowest: T;
  highest: T;
  /** Ranges a word stands for; undefined where it is no such value. */
  parse(word: string): Ranges<T> | undefined;
  boxes(ranges: Ranges<T>): Box[];
}

/** A field of ordered numbers: addresses, ports, protocols. */
export function numberField<T extends Bound>(field: NumberField<T>): Field {
  const all: [T, T] = [field.lowest, field.highest];
  return (operator, words) => {
    if (words.length === 1 && isPositive(operator)) {
      const ranges = field.parse(words[0]!);
      if (ranges?.length === 2) return field.boxes(ranges);
    }
    const pairs: [T, T][] = [];
    const strange: string[] = [];
    for (const word of words) {
      const ranges = field.parse(word);
      if (!ranges || ranges.length === 0) strange.push(word);
      else if (ranges.length === 2) pairs.push(ranges as unknown as [T, T]);
      else pairs.push(...pairsOf(ranges));
    }
    const ranges = compared(operator, rangesOf(pairs), all);
    const known = ranges ? field.boxes(ranges).filter((box) => !isEmpty(box)) : [];
    if (ranges && strange.length === 0) return known;
    const unknown: Unknown = { code: "value", what: strange[0] ?? words.join(",") };
    const perhaps = field.boxes(all).map((box) => ({ ...box, unknown }));
    return isPositive(operator) ? [...known, ...perhaps] : perhaps;
  };
}

function compared<T extends Bound>(
  operator: Operator,
  found: Ranges<T>,
  [lowest, highest]: readonly [T, T],
): Ranges<T> | undefined {
  if (isPositive(operator)) return found;
  if (operator === "!=") return difference([lowest, highest], found);
  if (found.length !== 2) return undefined;
  const lo: T = found[0]!;
  const hi: T = found[1]!;
  if (operator === "<") return difference<T>([lowest, lo], [lo, lo]);
  if (operator === "<=") return [lowest, hi];
  if (operator === ">") return difference<T>([hi, highest], [hi, hi]);
  return operator === ">=" ? [lo, highest] : undefined;
}

export function isPositive(operator: Operator): boolean {
  return operator === "in" || operator === "==";
}

/** A field whose words stand for boxes that do not overlap. */
export function enumField(known: ReadonlyMap<string, Box>): Field {
  const all = [...new Set(known.values())];
  return (operator, words) => {
    const strange = words.find((word) => !known.has(word));
    const named = new Set(words.map((word) => known.get(word)));
    if (operator !== "!=" && !isPositive(operator)) return [unknownBox("value", words.join(","))];
    if (isPositive(operator)) {
      const found = all.filter((box) => named.has(box)).filter((box) => !isEmpty(box));
      return strange === undefined ? found : [...found, unknownBox("value", strange)];
    }
    const rest = all.filter((box) => !named.has(box) && !isEmpty(box));
    if (strange === undefined) return rest;
    return rest.map((box) => ({ ...box, unknown: { code: "value", what: strange } }));
  };
}

export function unknownBox(code: Unknown["code"], what: string, box: Box = everything): Box {
  return { ...box, unknown: { code, what } };
}
