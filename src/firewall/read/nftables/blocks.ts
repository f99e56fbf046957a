import type { Cursor } from "./cursor.ts";
import { define, type Input, statementsOfBlock } from "./input.ts";
import type { Token } from "./lexer.ts";
import { priorityOf } from "./priority.ts";
import { statementsOf } from "./statements.ts";
import {
  type ChainText,
  chainOf,
  excerpt,
  type NamedSet,
  type Ruleset,
  setOf,
  type Table,
  tableOf,
} from "./syntax.ts";
import { takeElements } from "./values.ts";

const families = new Set(["ip", "ip6", "inet", "arp", "bridge", "netdev"]);
const blocks = new Set(["table", "chain", "set", "map"]);

/** `table inet filter {`, `add chain inet filter input {`: here a brace opens a block. */
export function startsBlock(tokens: readonly Token[]): boolean {
  return blocks.has(withoutAdd(tokens)[0]?.text ?? "");
}

/** A table, or a chain or set that names its table; the open brace is the last token. */
export function readBlock(input: Input, ruleset: Ruleset, tokens: readonly Token[]): void {
  const [kind, ...words] = withoutAdd(tokens);
  const { table, rest } = namedTable(ruleset, words);
  if (kind!.text === "table") readTable(input, ruleset, table, tokens.at(-1)!);
  else readMember(input, table, [kind!, ...rest], tokens.at(-1)!);
}

export function withoutAdd(tokens: readonly Token[]): readonly Token[] {
  const first = tokens[0]?.text;
  return first === "add" || first === "create" ? tokens.slice(1) : tokens;
}

/** `[family] name …`: the family is ip where none is given. */
export function namedTable(ruleset: Ruleset, tokens: readonly Token[]) {
  const { family, rest } = familyOf(tokens);
  const name = rest[0];
  return {
    table: tableOf(ruleset, family, name?.text ?? "", name?.line ?? 0),
    rest: rest.slice(1),
  };
}

export function familyOf(tokens: readonly Token[]) {
  const first = tokens[0]?.text ?? "";
  return families.has(first)
    ? { family: first, rest: tokens.slice(1) }
    : { family: "ip", rest: tokens };
}

function readTable(input: Input, ruleset: Ruleset, table: Table, brace: Token): void {
  for (const { tokens, ending } of statementsOfBlock(input, brace, startsBlock)) {
    const [first] = tokens;
    if (ending === "open") readMember(input, table, tokens, tokens.at(-1)!);
    else if (first!.text === "flags")
      table.dormant ||= tokens.some(({ text }) => text === "dormant");
    else if (first!.text === "define") define(input, tokens);
    else if (!harmless.has(first!.text)) {
      const what = excerpt(tokens.map((token) => token.text));
      ruleset.notUnderstood.push({ line: first!.line, what });
    }
  }
}

/** Objects of a table that permit and deny nothing by themselves. */
const harmless = new Set(
  "comment flowtable ct counter quota limit synproxy secmark chain set map".split(" "),
);

function readMember(input: Input, table: Table, words: readonly Token[], brace: Token): void {
  const [kind, name] = words;
  if (kind!.text === "chain") readChain(input, chainOf(table, name!.text, kind!.line), brace);
  else readSet(input, setOf(table, name!.text, kind!.line), brace);
}

function readChain(input: Input, chain: ChainText, brace: Token): void {
  for (const { tokens } of statementsOfBlock(input, brace)) {
    const [first, second] = tokens;
    if (first!.text === "type") chain.base = baseOf(tokens);
    else if (first!.text === "policy")
      chain.policy = { drop: second?.text === "drop", line: first!.line };
    else if (first!.text === "define") define(input, tokens);
    else if (first!.text !== "flags") addRule(chain.rules, tokens);
  }
}

export function addRule(rules: ChainText["rules"], tokens: readonly Token[]): void {
  const statements = statementsOf(tokens);
  if (statements.length > 0) rules.push({ line: tokens[0]!.line, statements });
}

/** `type filter hook forward priority filter - 10`. */
function baseOf(tokens: readonly Token[]): NonNullable<ChainText["base"]> {
  const words = tokens.map((token) => token.text);
  const behind = (word: string) => words[words.indexOf(word) + 1] ?? "";
  const priority = words.includes("priority") ? words.slice(words.indexOf("priority") + 1) : [];
  return { type: behind("type"), hook: behind("hook"), priority: priorityOf(priority.join("")) };
}

function readSet(input: Input, set: NamedSet, brace: Token): void {
  for (const { tokens } of statementsOfBlock(input, brace)) {
    const first = tokens[0]!.text;
    const words = tokens.length < 16 ? tokens.map((token) => token.text) : [];
    if (first === "timeout") set.dynamic = true;
    else if (first === "flags") {
      if (words.includes("dynamic") || words.includes("timeout")) set.dynamic = true;
    } else if (first === "elements") addElements(set, { tokens, at: 2 });
  }
}

export function addElements(set: NamedSet, cursor: Cursor): void {
  for (const element of takeElements(cursor)) set.elements.push(element);
  if (cursor.tokens.some(isTimed)) set.dynamic = true;
}

function isTimed({ kind, text }: Token): boolean {
  return kind === "word" && (text === "timeout" || text === "expires");
}
