import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { hittingSets } from "./hitting-sets.ts";

/** Every subset of the names that meets every conflict and none of whose subsets does. */
function bySubsets(conflicts: string[][], size: number): string[] {
  const names = [...new Set(conflicts.flat())];
  const hits = (set: string[]) =>
    conflicts.every((conflict) => conflict.some((name) => set.includes(name)));
  const all = Array.from({ length: 2 ** names.length }, (_, bits) =>
    names.filter((_, at) => bits & (1 << at)),
  );
  return all
    .filter((set) => set.length <= size && hits(set))
    .filter((set) => !set.some((name) => hits(set.filter((other) => other !== name))))
    .map((set) => set.toSorted().join("+"))
    .toSorted();
}

const conflicts = fc.array(
  fc.uniqueArray(fc.constantFrom(..."abcdefg"), { minLength: 1, maxLength: 4 }),
  { maxLength: 6 },
);

describe("minimal hitting sets", () => {
  it("are those that trying every subset finds", () => {
    fc.assert(
      fc.property(conflicts, fc.integer({ min: 1, max: 6 }), (drawn, size) => {
        const { sets } = hittingSets(drawn, { size, sets: 1_000, steps: 100_000 });
        const found = sets.map((set) => set.toSorted().join("+"));
        assert.deepEqual(found.toSorted(), bySubsets(drawn, size));
        const sizes = sets.map((set) => set.length);
        assert.deepEqual(sizes, sizes.toSorted(), "smaller ones first");
      }),
      { numRuns: 400, seed: 3 },
    );
  });

  it("are one cause where one explains every failed check", () => {
    const found = hittingSets([["dns", "block"], ["block", "agent"], ["block"]]);
    assert.deepEqual(found, { sets: [["block"]], complete: true });
  });

  it("are two where none does, in the order in which checks name them", () => {
    const { sets } = hittingSets([
      ["proxy", "row"],
      ["clock", "expired"],
    ]);
    assert.deepEqual(sets, [
      ["proxy", "clock"],
      ["proxy", "expired"],
      ["row", "clock"],
      ["row", "expired"],
    ]);
  });

  it("need nothing for nothing, and do not exist where a check has no explanation", () => {
    assert.deepEqual(hittingSets([]), { sets: [[]], complete: true });
    assert.deepEqual(hittingSets([["a"], []]), { sets: [], complete: true });
  });

  it("stop at their limits, and say so", () => {
    const wide = Array.from({ length: 6 }, (_, at) => [`a${at}`, `b${at}`, `c${at}`]);
    const deep = hittingSets(wide, { size: 3, sets: 64, steps: 20_000 });
    assert.deepEqual(deep, { sets: [], complete: false });
    const many = hittingSets(wide, { size: 6, sets: 10, steps: 20_000 });
    assert.equal(many.sets.length, 10);
    assert.equal(many.complete, false);
    assert.equal(hittingSets(wide, { size: 6, sets: 1_000, steps: 50 }).complete, false);
  });
});
