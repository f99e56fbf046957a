import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { cut, pad, table, width, wrap } from "./columns.ts";

test("a Hangul syllable takes two columns, a combining mark none", () => {
  assert.equal(width("결제 OK"), 7);
  assert.equal(width("e\u0301"), 1);
  assert.equal(width("✓ — …"), 5);
  assert.equal(pad("결제", 6), "결제  ");
  assert.equal(cut("방화벽이 막음", 8), "방화벽…");
  assert.deepEqual(
    table([
      ["가", "x"],
      ["ab c", "y"],
    ]),
    ["가    x", "ab c  y"],
  );
});

test("wrapping loses no word and keeps to the columns", () => {
  const words = fc.array(fc.string({ unit: fc.constantFrom("결", "a", "1", "제", ".") }));
  fc.assert(
    fc.property(words, fc.integer({ min: 20, max: 90 }), (parts, columns) => {
      const text = parts.join(" ");
      const lines = wrap(text, columns, "  - ");
      for (const line of lines) assert.ok(width(line) <= columns);
      const letters = (from: string) => from.replace(/\s/g, "");
      assert.equal(letters(lines.join("").replace("-", "")), letters(text));
    }),
  );
});
