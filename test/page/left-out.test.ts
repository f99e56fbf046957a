import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import { type AnyNode, parse } from "acorn";
import { offlineParts } from "../../scripts/build/page.ts";
import { noSentences, saidKeys } from "../../scripts/build/said-keys.ts";
import { tableOf } from "../../src/text/columns.ts";
import { sentences } from "../../src/text/sentences.ts";

/** Strings of a script, and what its templates can be: the text between their gaps. */
interface Spoken {
  strings: Set<string>;
  templates: string[][];
}

describe("what the file of a guide leaves out", () => {
  let spoken: Spoken;
  let words: ReturnType<typeof tableOf>;
  let whole = "";
  before(async () => {
    const parts = await offlineParts();
    words = tableOf(parts.words);
    whole = parts.script + parts.style;
    spoken = spokenIn(`${parts.script}\n;${parts.later}`);
  });

  it("is asked for by no string and by no template of its script", () => {
    assert.ok(spoken.strings.size > 500 && spoken.templates.length > 50);
    const left = Object.keys(sentences).filter((key) => !Object.hasOwn(words, key));
    assert.ok(left.length > 400, `${left.length}`);
    assert.deepEqual(
      left.filter((key) => asksFor(spoken, key)),
      [],
    );
  });

  it("is not in it: no sentence of what changes a PC, no words of a terminal, none of a firewall", () => {
    for (const gone of [
      "treat.failed.exit-code",
      "trust.title",
      "ui.phase.gather",
      "guide.sources",
      "firewall.fix.title",
      "deploy.title",
      "page.undo.undone",
      "page.journal.empty",
      "page.way-out",
      "page.way-out.codes.alt",
      "page.trouble.not-alike",
      "carry.removed.host",
      "carry.digit.0",
    ])
      assert.equal(Object.hasOwn(words, gone), false, gone);
    for (const kept of ["verdict.tcp.drop.engineer", "reason.tls.version", "page.start.title"])
      assert.deepEqual(words[kept], sentences[kept], kept);
  });

  it("is not in it: no way out that only a program behind the page could make", () => {
    for (const gone of ["way-out", "api/", "spoken", "qr-other"])
      assert.ok(!whole.includes(gone), gone);
  });

  it("is found by strings, by templates, and by what fills those of the page", () => {
    const said = ["a.one", "a.b.two", "page.c.three", "page.five", "page.three.end", "a.one.end"];
    const others = ["page.c.four", "page.six", "b.x", "page.four.end", "a.two.end"];
    const script = `say("a.one");say(\`a.b.\${x}\`);t(\`c.\${y}\`);z="three";t("five");
      t(\`page.\${k}\`);t(\`\${z}.end\`)`;
    assert.deepEqual(saidKeys(script, [...said, ...others]), said);
  });
});

function asksFor({ strings, templates }: Spoken, key: string): boolean {
  const own = key.startsWith("page.") ? key.slice("page.".length) : undefined;
  const names = own === undefined ? [key] : [own, key];
  if (names.some((name) => strings.has(name))) return true;
  return templates.some((pieces) =>
    names.some((name) => {
      const gaps = fits(pieces, name);
      if (pieces[0] === "") return gaps?.every((gap) => strings.has(gap));
      return own === undefined
        ? gaps
        : gaps?.flatMap((gap) => gap.split(".")).every((part) => strings.has(part));
    }),
  );
}

/** What stands in the gaps of a template that is this key; undefined where none can be. */
function fits(pieces: readonly string[], key: string): string[] | undefined {
  const pattern = pieces.map((piece) => piece.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("(.+)");
  return new RegExp(`^${pattern}$`).exec(key)?.slice(1);
}

function spokenIn(script: string): Spoken {
  const strings = new Set<string>();
  const templates: string[][] = [];
  const look = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(look);
    if (typeof value !== "object" || value === null || Array.isArray(value)) return;
    const node = value as AnyNode;
    if (node.type === "Literal" && typeof node.value === "string") strings.add(node.value);
    if (node.type === "Property" && node.key.type === "Identifier") strings.add(node.key.name);
    if (node.type === "TemplateLiteral") {
      const pieces = node.quasis.map(({ value: { cooked } }) => cooked ?? "");
      if (pieces.length === 1) strings.add(pieces[0]!);
      else if (isOfKey(pieces)) templates.push(pieces);
    }
    for (const each of Object.values(node)) look(each);
  };
  look(parse(script, { ecmaVersion: "latest", sourceType: "module" }));
  return { strings, templates };
}

/** Whether a template says enough of a key to be one. */
function isOfKey(pieces: readonly string[]): boolean {
  const text = pieces.join("");
  return (
    /^[a-z.-]+$/.test(text) &&
    text.length > 4 &&
    text !== "page." &&
    !noSentences.includes(pieces[0]!)
  );
}
