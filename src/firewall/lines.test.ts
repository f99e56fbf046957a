import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { linesOf } from "./lines.ts";
import { readPolicy } from "./read/iptables/policy.ts";
import { noOptions } from "./read/reader.ts";
import { linesPerMark, sourceOfText } from "./source.ts";

const marked = fc
  .record({
    texts: fc.array(fc.constantFrom("", "# a", "# 한글", "# b\r"), { maxLength: 5 * linesPerMark }),
    wanted: fc.array(fc.nat({ max: 6 * linesPerMark }), { maxLength: 12 }),
    ended: fc.boolean(),
  })
  .map(({ texts, wanted, ended }) => {
    const all = ["*filter", ...texts, "-A FORWARD -j DROP", "COMMIT"];
    return { all, wanted, text: all.join("\n").concat(ended ? "\n" : "") };
  });

test("lines are found by their numbers, with the marks of a reader or without", () => {
  fc.assert(
    fc.property(marked, ({ all, wanted, text }) => {
      const expected = new Map(
        wanted
          .filter(
            (line) =>
              line > 0 && (line <= all.length || (text.endsWith("\n") && line === all.length + 1)),
          )
          .map((line) => [line, (all[line - 1] ?? "").trim()]),
      );
      const source = sourceOfText(text);
      assert.deepEqual(linesOf(source, wanted), expected);
      readPolicy(source, noOptions);
      assert.equal(source.marks?.length, Math.ceil(all.length / linesPerMark));
      assert.deepEqual(linesOf(source, wanted), expected);
    }),
    { seed: 5, numRuns: 300 },
  );
});
