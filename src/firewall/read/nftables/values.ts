import { type Cursor, isAt, isDone, peek, skipPair, take, takeText } from "./cursor.ts";
import type { Element, Operator, Value, Verdict } from "./syntax.ts";

/** Sets within sets come from variables; deeper than this nobody writes them. */
const deepest = 8;

const spelled = new Map<string, Operator>(
  Object.entries({
    "==": "==",
    "!=": "!=",
    "<": "<",
    ">": ">",
    "<=": "<=",
    ">=": ">=",
    "!": "!",
    eq: "==",
    ne: "!=",
    lt: "<",
    gt: ">",
    le: "<=",
    ge: ">=",
  }),
);

export function takeOperator(cursor: Cursor): Operator {
  const { kind, text } = peek(cursor);
  const found = kind === "word" || kind === "mark" ? spelled.get(text) : undefined;
  if (found) cursor.at += 1;
  return found ?? "in";
}

/** A rule's verdict is not the value of a key whose shape was taken wrongly. */
const verdictWords = new Set(["accept", "drop", "jump", "goto", "return", "continue"]);

/** What a key is compared with; undefined where nothing like a value stands here. */
export function takeValue(cursor: Cursor): Value | undefined {
  if (isAt(cursor, "{")) return { kind: "set", elements: takeElements(cursor) };
  const { kind, text } = peek(cursor);
  if (kind === "word" && text.startsWith("@")) {
    cursor.at += 1;
    return { kind: "named", name: text.slice(1) };
  }
  const bits = kind === "word" && verdictWords.has(text) ? undefined : takeBits(cursor);
  if (!bits) return undefined;
  if (!take(cursor, ".")) return bits.length === 1 ? bits[0] : { kind: "bits", words: bits };
  const key = [bits.join("|")];
  do {
    const part = takePart(cursor);
    if (part === undefined) return undefined;
    key.push(part);
  } while (take(cursor, "."));
  return { kind: "set", elements: [{ key }] };
}

/** `syn`, `syn,ack`, `syn | ack`, `(syn | ack)`. */
export function takeBits(cursor: Cursor): string[] | undefined {
  const open = take(cursor, "(");
  const words: string[] = [];
  do {
    const word = takeRange(cursor);
    if (word === undefined) return undefined;
    words.push(word);
  } while (take(cursor, "|") || take(cursor, ","));
  if (open && !take(cursor, ")")) return undefined;
  return words;
}

/** A word, or two with a dash between them. */
function takeRange(cursor: Cursor): string | undefined {
  const from = takeText(cursor);
  if (from === undefined || !take(cursor, "-")) return from;
  const to = takeText(cursor);
  return to === undefined ? undefined : `${from}-${to}`;
}

/** One part of an element; bits stay together as `fin|syn`. */
function takePart(cursor: Cursor): string | undefined {
  take(cursor, "(");
  let part = takeRange(cursor);
  while (part !== undefined && take(cursor, "|")) part = `${part}|${takeRange(cursor) ?? ""}`;
  take(cursor, ")");
  return part;
}

/** `{ 22, 80-90 }`, `{ 1.2.3.4 . 53 : accept }`; the cursor stands on the open brace. */
export function takeElements(cursor: Cursor, depth = 0): Element[] {
  const elements: Element[] = [];
  take(cursor, "{");
  while (!isDone(cursor) && !take(cursor, "}")) {
    if (isAt(cursor, "{") && depth < deepest) {
      for (const element of takeElements(cursor, depth + 1)) elements.push(element);
    } else if (!take(cursor, ",")) elements.push(takeElement(cursor));
  }
  return elements;
}

function takeElement(cursor: Cursor): Element {
  const from = cursor.at;
  const key: string[] = [];
  do key.push(takePart(cursor) ?? "");
  while (take(cursor, "."));
  // Comments, counters and times of an element say nothing about what it holds.
  skipUntil(cursor, [",", "}", ":"]);
  const verdict = take(cursor, ":") ? takeData(cursor) : undefined;
  if (cursor.at === from) cursor.at += 1;
  return verdict ? { key, verdict } : { key };
}

function takeData(cursor: Cursor): Verdict | undefined {
  const verdict = takeVerdict(cursor);
  skipUntil(cursor, [",", "}"]);
  return verdict;
}

function skipUntil(cursor: Cursor, stops: readonly string[]): void {
  while (!isDone(cursor) && !stops.some((stop) => isAt(cursor, stop))) {
    if (isAt(cursor, "{")) skipPair(cursor, "{", "}");
    else cursor.at += 1;
  }
}

/** accept, drop, return, continue, queue, jump X, goto X. */
export function takeVerdict(cursor: Cursor): Verdict | undefined {
  const { kind, text } = peek(cursor);
  const simple = kind === "word" ? simpleVerdicts.get(text) : undefined;
  if (simple) cursor.at += 1;
  if (simple || kind !== "word" || (text !== "jump" && text !== "goto")) return simple;
  cursor.at += 1;
  return { action: text, target: takeText(cursor) ?? "" };
}

export const simpleVerdicts = new Map<string, Verdict>([
  ["accept", { action: "permit" }],
  ["drop", { action: "deny" }],
  ["reject", { action: "deny" }],
  ["return", { action: "return" }],
  ["continue", { action: "continue" }],
  ["queue", { action: "unclear", code: "program", what: "queue" }],
  ["redirect", { action: "unclear", code: "nat", what: "redirect" }],
  ["dnat", { action: "unclear", code: "nat", what: "dnat" }],
  ["tproxy", { action: "unclear", code: "nat", what: "tproxy" }],
  ["synproxy", { action: "unclear", code: "program", what: "synproxy" }],
  ["fwd", { action: "unclear", code: "match", what: "fwd" }],
  // The source is rewritten, and the chain ends as with accept.
  ["snat", { action: "permit" }],
  ["masquerade", { action: "permit" }],
]);
