import { addElements, addRule, familyOf, namedTable, withoutAdd } from "./blocks.ts";
import { define, type Input } from "./input.ts";
import type { Token } from "./lexer.ts";
import { statementsOf } from "./statements.ts";
import { type ChainText, chainOf, excerpt, type Ruleset, type RuleText, setOf } from "./syntax.ts";

/** A line outside of tables: `define`, `flush ruleset`, `add rule …` and the like. */
export function readCommand(input: Input, ruleset: Ruleset, tokens: readonly Token[]): void {
  const [first, second] = tokens;
  const understood =
    first!.text === "define" || first!.text === "redefine"
      ? define(input, tokens)
      : first!.text === "insert" && second?.text === "rule"
        ? insertRule(ruleset, tokens.slice(2))
        : removals.has(first!.text)
          ? remove(ruleset, tokens)
          : add(ruleset, withoutAdd(tokens));
  if (understood) return;
  const what = excerpt(tokens.map((token) => token.text));
  ruleset.notUnderstood.push({ line: first!.line, what });
}

function add(ruleset: Ruleset, tokens: readonly Token[]): boolean {
  const [kind, ...words] = tokens;
  if (!kind || !additions.has(kind.text)) return false;
  const { table, rest } = namedTable(ruleset, words);
  const [name, ...content] = rest;
  if (kind.text === "table") return true;
  if (!name) return false;
  if (kind.text === "rule") {
    const rules: RuleText[] = [];
    const placed = content[0] && positions.has(content[0].text);
    addRule(rules, placed ? content.slice(2) : content);
    const chain = chainOf(table, name.text, kind.line);
    for (const rule of rules) chain.rules.push(placed ? doubtful(rule, content[0]!.text) : rule);
  } else if (kind.text === "chain") chainOf(table, name.text, kind.line);
  else {
    const set = setOf(table, name.text, kind.line);
    if (kind.text === "element") addElements(set, { tokens: content, at: 0 });
  }
  return true;
}

const additions = new Set(["table", "chain", "rule", "set", "map", "element"]);
const removals = new Set(["flush", "delete", "destroy"]);
const positions = new Set(["position", "index", "handle"]);

/** Where among the others a rule with a position stands cannot be told. */
function doubtful({ line, statements }: RuleText, what: string): RuleText {
  return { line, statements: [{ kind: "perhaps", code: "match", what }, ...statements] };
}

function insertRule(ruleset: Ruleset, tokens: readonly Token[]): boolean {
  const { table, rest } = namedTable(ruleset, tokens);
  const [name, ...content] = rest;
  if (!name) return false;
  const chain = chainOf(table, name.text, name.line);
  const placed = content[0] && positions.has(content[0].text);
  const statements = statementsOf(placed ? content.slice(2) : content);
  const rule = { line: name.line, statements };
  chain.inserted.push(placed ? doubtful(rule, content[0]!.text) : rule);
  return true;
}

function remove(ruleset: Ruleset, tokens: readonly Token[]): boolean {
  const [verb, kind, ...words] = tokens;
  const { family, rest } = familyOf(words);
  const key = `${family} ${rest[0]?.text}`;
  if (kind?.text === "ruleset") {
    for (const each of [...ruleset.tables.keys()]) {
      if (words.length === 0 || each.startsWith(`${family} `)) ruleset.tables.delete(each);
    }
    return true;
  }
  const table = ruleset.tables.get(key);
  if (kind?.text === "table") {
    if (verb!.text !== "flush") ruleset.tables.delete(key);
    else for (const chain of table?.chains.values() ?? []) empty(chain);
    return true;
  }
  if (kind?.text !== "chain" || !rest[1]) return false;
  const chain = table?.chains.get(rest[1].text);
  if (verb!.text !== "flush") table?.chains.delete(rest[1].text);
  else if (chain) empty(chain);
  return true;
}

function empty(chain: ChainText): void {
  chain.rules = [];
  chain.inserted = [];
}
