import assert from "node:assert/strict";
import { test } from "node:test";
import { loadGuide } from "../../src/guide/load.ts";
import { redact } from "../../src/redact/redact.ts";
import { writtenCases } from "./_corpus.ts";
import { evidenceWith } from "./_place.ts";

const guide = loadGuide("bankpay-transfer@2018.11");
const key = new Uint8Array(32).fill(7);

/** The sources of all patterns that go over a text from beginning to end while this is done. */
function patternsUsed(work: () => void): Set<string> {
  const used = new Set<string>();
  const own = RegExp.prototype.exec;
  RegExp.prototype.exec = function (text) {
    if (this.global || this.sticky) used.add(this.source);
    return own.call(this, text);
  };
  try {
    work();
  } finally {
    RegExp.prototype.exec = own;
  }
  return used;
}

/** A repetition without an end, outside of a class of characters. */
function isOpen(source: string): boolean {
  const bare = source.replace(/\\./g, "x").replace(/\[[^\]]*\]/g, "c");
  return /[*+]|\{\d+,\}/.test(bare);
}

/**
 * A pattern that may begin anywhere and run on for as long as the text is costs the square of its
 * length. So every repetition in one that looks for something has an end.
 */
test("what goes over a whole text repeats nothing without an end", () => {
  const texts = writtenCases("must-remove").filter(({ place }) => place === "body");
  const evidence = evidenceWith(
    "body",
    texts
      .map(({ text }) => text)
      .join("\n")
      .slice(0, 60_000),
  );
  // The guide's own words are read once, before.
  redact(evidence, guide, key);
  const used = patternsUsed(() => redact(evidence, guide, key));
  assert.ok(used.size > 80, `only ${used.size} patterns`);
  assert.deepEqual([...used].filter(isOpen), []);
});

test("a repetition without an end is told from one with", () => {
  assert.ok(isOpen("a\\s+b") && isOpen("[a-z]*") && isOpen("(?:ab){2,}"));
  assert.ok(!isOpen("a\\+[*+]{1,3}b?"));
});
