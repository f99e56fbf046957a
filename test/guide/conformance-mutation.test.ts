import assert from "node:assert/strict";
import { test } from "node:test";
import type { Guide } from "../../src/guide/guide.ts";
import { loadGuide } from "../../src/guide/load.ts";
import { cites, missingFacts, type PrintedFact, printedFacts, stepKinds } from "./conformance.ts";

const guide = loadGuide("bankpay-transfer@2018.11", { cache: false });
const facts = printedFacts();

type Leaf = string | number;

/** The values of which a fact is made; each of them wrong must be noticed. */
function atoms({ kind, value }: PrintedFact): Leaf[] {
  const words = value.split(" ");
  const rest = words.slice(1).join(" ");
  switch (kind) {
    case "section":
    case "remedy":
      return [Number(words[0]), rest];
    case "browser":
      return [words[0]!.toLowerCase(), Number(words[1])];
    case "unsupported-browser":
      return [Number(words.at(-1)) + 1];
    case "menu":
      return value.split(" > ");
    case "group":
      return [words[0]!, rest];
    case "address":
    case "port-label":
      return [words[0]!, rest];
    case "port":
      return [words[0]!, Number(rest)];
    case "row":
      return rowAtoms(value);
    default:
      return [value];
  }
}

function rowAtoms(value: string): Leaf[] {
  const [, group, host, address, port] = /^(.+) (\S+)\|(.+):(\d+)$/.exec(value)!;
  return [group!, host!, address!, Number(port)];
}

/**
 * A copy in which every leaf that is this value, or a path or title naming it, is another. A fact
 * of a step is spoiled in the steps of its own line only, so that no other can stand in for it.
 */
function withoutLeaf(atom: Leaf, { kind, line }: PrintedFact): { copy: Guide; changed: number } {
  let changed = 0;
  const spoil = (leaf: unknown, here: boolean): unknown => {
    if (here && (leaf === atom || (typeof leaf === "string" && names(leaf, atom, kind)))) {
      changed += 1;
      return typeof leaf === "number" ? leaf + 1 : `x${String(leaf)}x`;
    }
    if (Array.isArray(leaf)) return leaf.map((inner) => spoil(inner, here));
    if (typeof leaf !== "object" || leaf === null) return leaf;
    const inside = here || cites(leaf, line);
    return Object.fromEntries(
      Object.entries(leaf).map(([key, inner]) => [key, spoil(inner, inside)]),
    );
  };
  return { copy: spoil(guide, !stepKinds.includes(kind)) as Guide, changed };
}

function names(leaf: string, atom: Leaf, kind: string): boolean {
  if (kind === "folder") return leaf.endsWith(`\\${atom}`);
  return kind === "toolbar" && leaf.startsWith(`${atom} `);
}

test("the conformance test notices every fact that is spoiled, in every part", () => {
  const unnoticed: string[] = [];
  for (const fact of facts) {
    for (const atom of atoms(fact)) {
      const { copy, changed } = withoutLeaf(atom, fact);
      const noticed = missingFacts(copy, [fact]).length === 1;
      if (changed === 0 || !noticed) unnoticed.push(`${fact.kind} ${fact.value}: ${atom}`);
    }
  }
  assert.deepEqual(unnoticed, []);
});

test("a fact of a kind that nobody knows is missing, not passed over", () => {
  assert.equal(missingFacts(guide, [{ kind: "colour", value: "red", line: 1 }]).length, 1);
});
