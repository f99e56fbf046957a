import { elementsOfJson, fieldOf, isObject, textOf } from "./json-places.ts";
import { elementsOf, ruleOf } from "./json-rule.ts";
import { chainOf, emptyRuleset, type Ruleset, setOf, type Table, tableOf } from "./syntax.ts";

/** What `nft -j list ruleset` prints. */
export function rulesetOfJson(text: string): Ruleset {
  const ruleset = emptyRuleset();
  for (const { line, value } of elementsOfJson(text)) {
    const object = isObject(value) && isObject(value.add) ? value.add : value;
    const kind = isObject(object) ? (Object.keys(object)[0] ?? "") : "";
    const read = kinds.get(kind);
    const content = fieldOf(object, kind);
    if (read && isObject(content)) read(ruleset, content, line);
    else if (!harmless.has(kind)) ruleset.notUnderstood.push({ line, what: kind });
  }
  return ruleset;
}

type Content = Record<string, unknown>;
type ReadObject = (ruleset: Ruleset, content: Content, line: number) => void;

const kinds = new Map<string, ReadObject>(
  Object.entries({
    table(ruleset, content, line) {
      const table = tableOf(ruleset, textOf(content.family), textOf(content.name), line);
      table.dormant ||= listOf(content.flags).includes("dormant");
    },
    chain(ruleset, content, line) {
      const chain = chainOf(ownTable(ruleset, content, line), textOf(content.name), line);
      const { type, hook, prio, policy } = content;
      if (hook !== undefined)
        chain.base = { type: textOf(type), hook: textOf(hook), priority: Number(prio) || 0 };
      if (policy !== undefined) chain.policy = { drop: policy === "drop", line };
    },
    rule(ruleset, content, line) {
      const chain = chainOf(ownTable(ruleset, content, line), textOf(content.chain), line);
      chain.rules.push({ line, statements: ruleOf(listOf(content.expr)) });
    },
    set: readSet,
    map: readSet,
    element: readSet,
  } satisfies Record<string, ReadObject>),
);

/** Objects that permit and deny nothing by themselves. */
const harmless = new Set([
  "metainfo",
  "counter",
  "quota",
  "limit",
  "flowtable",
  "synproxy",
  "secmark",
  "ct helper",
  "ct timeout",
  "ct expectation",
]);

function readSet(ruleset: Ruleset, content: Content, line: number): void {
  const set = setOf(ownTable(ruleset, content, line), textOf(content.name), line);
  const flags = listOf(content.flags);
  const elements = listOf(content.elem);
  const timed = elements.some((element) => isTimed(Array.isArray(element) ? element[0] : element));
  if (
    content.timeout !== undefined ||
    flags.includes("timeout") ||
    flags.includes("dynamic") ||
    timed
  )
    set.dynamic = true;
  for (const element of elementsOf(elements)) set.elements.push(element);
}

function isTimed(element: unknown): boolean {
  const inner = fieldOf(element, "elem");
  return fieldOf(inner, "timeout") !== undefined || fieldOf(inner, "expires") !== undefined;
}

function ownTable(ruleset: Ruleset, content: Content, line: number): Table {
  return tableOf(ruleset, textOf(content.family), textOf(content.table), line);
}

/** nft writes a single thing without its list. */
function listOf(value: unknown): unknown[] {
  if (Array.isArray(value)) return value;
  return value === undefined || value === null ? [] : [value];
}
