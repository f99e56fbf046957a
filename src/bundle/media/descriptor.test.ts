import assert from "node:assert/strict";
import { describe as group, it } from "node:test";
import { describe, isName, parseDescription, type SetDescription, setOf } from "./descriptor.ts";
import { framesOf, gridFor } from "./grid.ts";
import { capacityOf } from "./places.ts";

const grid = gridFor(1_000_000, 0.03);
const slots = 100;
const sound: SetDescription = {
  schema: "jochi.part/1",
  name: "번들 (1).zip",
  bytes: 1_000_000,
  sha256: "ab".repeat(32),
  parts: Math.ceil(framesOf(grid) / capacityOf(slots)),
  slots,
  width: grid.width,
  depth: grid.depth,
  columnParity: grid.columnParity,
  rowParity: grid.rowParity,
};
const named = (set: SetDescription) => setOf(set).toString("hex");

group("what a part says about its set", () => {
  it("is read back, with the number of the part", () => {
    assert.deepEqual(parseDescription(describe(sound, 3), named(sound)), { ...sound, part: 3 });
  });

  it("is not taken under another set's name, nor as anything that cannot be", () => {
    const other = { ...sound, sha256: "cd".repeat(32) };
    assert.equal(parseDescription(describe(sound, 3), named(other)), undefined);
    const changes: Partial<SetDescription>[] = [
      { name: "../a" },
      { bytes: 2 ** 36 },
      { bytes: 1_000 },
      { sha256: "AB".repeat(32) },
      { parts: sound.parts + 1 },
      { slots: 8 },
      { width: sound.width + 1 },
      { depth: sound.depth + 1 },
      { columnParity: 250 },
      { rowParity: 0 },
    ];
    for (const change of changes) {
      const bad = { ...sound, ...change };
      assert.equal(
        parseDescription(describe(bad, 3), named(bad)),
        undefined,
        JSON.stringify(change),
      );
    }
    for (const part of [0, sound.parts + 1, 1.5]) {
      assert.equal(parseDescription(describe(sound, part), named(sound)), undefined);
    }
    assert.equal(parseDescription(Buffer.alloc(2_016), named(sound)), undefined);
    assert.equal(parseDescription(Buffer.from(`${"[".repeat(2_015)}\n`), named(sound)), undefined);
  });

  it("names a file that can be in a folder of any system", () => {
    for (const name of ["a", "번들 1.zip", "a.b-c_d", "x".repeat(200)])
      assert.ok(isName(name), name);
    const bad = [
      "",
      ".",
      "..",
      ".a",
      "-a",
      "a/b",
      "a\\b",
      "a:b",
      "a.",
      "a ",
      "NUL",
      "con.zip",
      "a\n",
      "a\u202eb",
      "x".repeat(201),
      "\ud800",
    ];
    for (const name of bad) assert.ok(!isName(name), JSON.stringify(name));
  });
});
