import { fieldOf, isObject, textOf } from "./json-places.ts";
import { mangled } from "./mangle.ts";
import {
  type Element,
  type Match,
  operators,
  type Statement,
  type Value,
  type Verdict,
} from "./syntax.ts";
import { simpleVerdicts } from "./values.ts";

/** The statements of a rule's `expr`; behind a verdict nothing follows. */
export function ruleOf(expressions: readonly unknown[]): Statement[] {
  return expressions.map(statementOf).filter(({ kind }) => kind !== "ignored");
}

/** The elements of a set or map; those of a map are pairs. */
export function elementsOf(list: readonly unknown[]): Element[] {
  return list.map((element) => {
    if (!Array.isArray(element)) return { key: keyOf(element) };
    const verdict = verdictOf(element[1]);
    return verdict ? { key: keyOf(element[0]), verdict } : { key: keyOf(element[0]) };
  });
}

function statementOf(expression: unknown): Statement {
  const [kind = ""] = isObject(expression) ? Object.keys(expression) : [];
  const content = fieldOf(expression, kind);
  const verdict = verdictOf(expression);
  if (verdict) return { kind: "verdict", verdict };
  if (kind === "match") return matchOf(content) ?? { kind: "strange", what: kind };
  if (kind === "vmap") return verdictMapOf(content);
  if (kind === "mangle") return mangled(keysOf(fieldOf(content, "key"))?.[0] ?? kind);
  if (kind === "notrack") return { kind };
  if (kind === "set") return updateOf(content);
  if (rates.has(kind)) return { kind: "perhaps", code: "rate", what: kind };
  return ignored.has(kind) ? { kind: "ignored" } : { kind: "strange", what: kind };
}

const rates = new Set(["limit", "quota", "ct count", "meter"]);
const ignored = new Set(
  "counter,log,flow,last,comment,secmark,dup,ct helper,ct timeout,ct expectation".split(","),
);

function matchOf(content: unknown): Match | undefined {
  const operator = operators.find((each) => each === fieldOf(content, "op"));
  const masked = fieldOf(fieldOf(content, "left"), "&");
  const [left, bits] = Array.isArray(masked) ? masked : [fieldOf(content, "left")];
  const keys = keysOf(left);
  const mask = bits === undefined ? undefined : wordsOf(bits);
  if (!operator || !keys || (bits !== undefined && !mask)) return undefined;
  const value = rightOf(fieldOf(content, "right"));
  return { kind: "match", keys, mask, operator, value };
}

function verdictMapOf(content: unknown): Statement {
  const keys = keysOf(fieldOf(content, "key")) ?? ["vmap"];
  return { kind: "vmap", keys, value: rightOf(fieldOf(content, "data")) };
}

function updateOf(content: unknown): Statement {
  const set = textOf(fieldOf(content, "set")).replace(/^@/, "");
  const statements = fieldOf(content, "stmt");
  const names = Array.isArray(statements)
    ? statements.flatMap((each) => Object.keys(each ?? {}))
    : [];
  return { kind: "update", set, limited: names.find((name) => rates.has(name)) };
}

function verdictOf(expression: unknown): Verdict | undefined {
  const [kind = ""] = isObject(expression) ? Object.keys(expression) : [];
  if (kind !== "jump" && kind !== "goto") return simpleVerdicts.get(kind);
  return { action: kind, target: textOf(fieldOf(fieldOf(expression, kind), "target")) };
}

/** `ip daddr` and the like, as the text form calls them; undefined where the shape is unknown. */
function keysOf(left: unknown): string[] | undefined {
  const parts = fieldOf(left, "concat");
  if (!Array.isArray(parts)) {
    const key = singleKeyOf(left);
    return key === undefined ? undefined : [key];
  }
  const keys = parts.map(singleKeyOf);
  return keys.every((key) => key !== undefined) ? keys : undefined;
}

function singleKeyOf(left: unknown): string | undefined {
  if (!isObject(left)) return undefined;
  const [kind = ""] = Object.keys(left);
  const content = left[kind];
  if (kind === "payload" && fieldOf(content, "field") !== undefined)
    return `${textOf(fieldOf(content, "protocol"))} ${textOf(fieldOf(content, "field"))}`;
  const words = [fieldOf(content, "dir"), fieldOf(content, "name"), fieldOf(content, "key")];
  return [kind, ...words.filter((word) => typeof word === "string")].join(" ");
}

function rightOf(right: unknown): Value {
  const set = fieldOf(right, "set");
  if (Array.isArray(set)) return { kind: "set", elements: elementsOf(set) };
  if (typeof right === "string" && right.startsWith("@"))
    return { kind: "named", name: right.slice(1) };
  if (Array.isArray(fieldOf(right, "concat")))
    return { kind: "set", elements: [{ key: keyOf(right) }] };
  if (typeof right === "string") return right;
  const words = wordsOf(right);
  if (words?.length === 1) return words[0]!;
  return words ? { kind: "bits", words } : { kind: "strange", what: JSON.stringify(right) ?? "" };
}

/** A word, or several that are bits of one value. */
function wordsOf(value: unknown): string[] | undefined {
  const bits = Array.isArray(value) ? value : fieldOf(value, "|");
  const words = Array.isArray(bits) ? bits.flatMap((bit) => wordsOf(bit) ?? []) : [wordOf(value)];
  return words.length > 0 && words.every((word) => word !== undefined) ? words : undefined;
}

function keyOf(element: unknown): string[] {
  const inner = fieldOf(fieldOf(element, "elem"), "val") ?? element;
  const parts = fieldOf(inner, "concat");
  return (Array.isArray(parts) ? parts : [inner]).map((part) => wordsOf(part)?.join("|") ?? "");
}

/** `10.0.0.0/8`, `80-90`: prefixes and ranges as the text form writes them. */
function wordOf(value: unknown): string | undefined {
  if (typeof value === "string") return value;
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  const prefix = fieldOf(value, "prefix");
  if (isObject(prefix)) return `${textOf(prefix.addr)}/${textOf(prefix.len)}`;
  const range = fieldOf(value, "range");
  return Array.isArray(range) && range.length === 2
    ? `${textOf(range[0])}-${textOf(range[1])}`
    : undefined;
}
