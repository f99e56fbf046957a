import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { lintGuide } from "../../../src/guide/lint.ts";
import { draftOf, printed } from "./_draft.ts";

const folder = mkdtempSync(join(tmpdir(), "import-text-"));
after(() => rmSync(folder, { recursive: true }));

test("a draft loads, and lint finds in it only what its author has to supply", () => {
  for (const { name, text } of draftOf(printed).files) writeFileSync(join(folder, name), text);
  const { problems } = lintGuide(folder, { today: "2026-11-01" });
  const errors = problems.filter(({ severity }) => severity === "error");
  // The two remedies for which no demand of the text tells the cause.
  assert.deepEqual(
    errors.map(({ rule, words }) => `${rule} ${/remedy-\d/.exec(words.en)?.[0]}`),
    ["unreached-remedy remedy-3", "unreached-remedy remedy-4"],
  );
  const others = new Set(problems.filter((each) => !errors.includes(each)).map(({ rule }) => rule));
  assert.deepEqual([...others].toSorted(), [
    "documentation-address",
    "missing-translation",
    "printed-path",
    "verified-on",
  ]);
});
