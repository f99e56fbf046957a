import assert from "node:assert/strict";
import { it } from "node:test";
import fc from "fast-check";
import { boxLength } from "./boxes.ts";
import { sieveOf } from "./sieve.ts";

const touch = (a: readonly number[], b: readonly number[]) =>
  [0, 4].every((side) => a[side]! <= b[side + 1]! && a[side + 1]! >= b[side]!);

it("never holds back a box that touches one of those asked about", () => {
  const seen = { held: 0, passed: 0 };
  for (const last of [0, 5, 70_000, 2 ** 32 - 1]) {
    const range = fc
      .tuple(fc.integer({ min: 0, max: last }), fc.integer({ min: 0, max: last >>> 3 }))
      .map(([lo, more]) => [lo, Math.min(last, lo + more)] as const);
    const box = fc
      .tuple(range, range)
      .map(([source, destination]) => [...source, 0, 0, ...destination, 0, 0, 0, 0]);
    fc.assert(
      fc.property(fc.array(box, { maxLength: 4 }), box, (asked, other) => {
        const sieve = sieveOf(last, (add) => {
          for (const each of asked) add(each, 0);
        });
        const bounds = Uint32Array.from([...new Array<number>(boxLength).fill(0), ...other]);
        const passes = sieve.mayTouch(bounds, boxLength);
        seen[passes ? "passed" : "held"] += 1;
        assert.ok(passes || !asked.some((each) => touch(each, other)));
      }),
      { numRuns: 80, seed: 1 },
    );
  }
  assert.ok(seen.held > 80 && seen.passed > 40, JSON.stringify(seen));
});
