import type { Unknown } from "../../policy.ts";
import { type Box, everything, product } from "./box.ts";
import type { Context } from "./context.ts";
import { unknownBox } from "./field.ts";
import { boxesOf } from "./reading.ts";
import type { Element, Operator, Value } from "./syntax.ts";

/** What a key is compared with: elements, or why they cannot be told. */
export type Members = { elements: readonly Element[] } | { unknown: Unknown };

export function membersOf(value: Value, { table }: Context): Members {
  if (typeof value === "string") return { unknown: { code: "value", what: value } };
  if (value.kind === "set") return value;
  if (value.kind === "bits") return { unknown: { code: "value", what: value.words.join(",") } };
  if (value.kind === "strange") return { unknown: { code: "value", what: value.what } };
  const set = table.sets.get(value.name);
  if (set && !set.dynamic) return set;
  const code = set ? "dynamic-group" : "object-missing";
  return { unknown: { code, what: `@${value.name}` } };
}

/** The boxes that together hold what a set compares so under its keys. */
export function setBoxes(
  keys: readonly string[],
  operator: Operator,
  elements: readonly Element[],
  context: Context,
  mask?: readonly string[],
): Box[] {
  if (keys.length > 1) return elements.flatMap((element) => elementBoxes(keys, element, context));
  const words = elements.map(wordOf);
  return boxesOf({ key: keys[0]!, mask, operator, words, isSet: true }, context);
}

/** Named sets stand in many rules: what is made of them is made once. */
export function shared<T extends readonly object[]>(
  elements: readonly Element[],
  id: string,
  { known }: Context,
  make: () => T,
): T {
  const made = known.get(elements) ?? new Map<string, readonly object[]>();
  known.set(elements, made);
  const found = (made.get(id) as T | undefined) ?? make();
  made.set(id, found);
  return found;
}

/** What must hold of a packet to be compared under these keys at all. */
export function comparable(keys: readonly string[], context: Context): Box[] {
  return keys
    .map((key) => boxesOf({ key, operator: "!=", words: [], isSet: true }, context))
    .reduce(product, [everything]);
}

function wordOf({ key }: Element): string {
  return key.length === 1 ? key[0]! : key.join(" . ");
}

function elementBoxes(keys: readonly string[], { key }: Element, context: Context): Box[] {
  if (key.length !== keys.length) return [unknownBox("value", key.join(" . "))];
  let boxes: Box[] = [everything];
  for (const [at, word] of key.entries()) {
    const comparison = { key: keys[at]!, operator: "==", words: [word], isSet: true } as const;
    boxes = product(boxes, boxesOf(comparison, context));
  }
  return boxes;
}
