import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { pseudoCount, shrunk } from "./shrunk.ts";

const ids = ["a", "b", "c", "d"];
const weights = fc
  .array(fc.double({ min: 0.01, max: 50, noNaN: true }), { minLength: 4, maxLength: 4 })
  .map((all) => Object.fromEntries(ids.map((id, at) => [id, all[at]!])));
const counts = fc
  .array(fc.nat(40), { minLength: 4, maxLength: 4 })
  .map((all) => Object.fromEntries(ids.map((id, at) => [id, all[at]!])));
const sum = (all: Record<string, number>) => Object.values(all).reduce((a, b) => a + b, 0);
const runs = { numRuns: 200, seed: 11 };

describe("priors with local outcomes", () => {
  it("are the guide's shares without outcomes", () => {
    fc.assert(
      fc.property(weights, (priors) => {
        const found = shrunk(priors, {});
        for (const id of ids) {
          assert.ok(Math.abs(found[id]! - priors[id]! / sum(priors)) < 1e-12);
        }
      }),
      runs,
    );
  });

  it("come to the frequencies with many outcomes", () => {
    fc.assert(
      fc.property(weights, counts, (priors, few) => {
        const seen: Record<string, number> = { ...few, a: few.a! + 1 };
        const many = Object.fromEntries(ids.map((id) => [id, seen[id]! * 1e6]));
        const found = shrunk(priors, many);
        for (const id of ids) assert.ok(Math.abs(found[id]! - seen[id]! / sum(seen)) < 1e-4);
      }),
      runs,
    );
  });

  it("rise with each outcome, while all others fall", () => {
    fc.assert(
      fc.property(weights, counts, fc.constantFrom(...ids), (priors, seen, id) => {
        const before = shrunk(priors, seen);
        const after = shrunk(priors, { ...seen, [id]: seen[id]! + 1 });
        for (const other of ids) {
          const up = after[other]! > before[other]!;
          assert.equal(up, other === id, other);
        }
        assert.ok(Math.abs(sum(after) - 1) < 1e-12);
      }),
      runs,
    );
  });

  it("move half of the way after as many outcomes as the guide's word weighs", () => {
    const found = shrunk({ a: 1, b: 3 }, { a: pseudoCount });
    assert.ok(Math.abs(found.a! - (0.25 + 1) / 2) < 1e-12);
  });

  it("leave out outcomes of what they do not know, and negative ones", () => {
    assert.deepEqual(shrunk({ a: 1, b: 1 }, { z: 9, a: -4 }), { a: 0.5, b: 0.5 });
    assert.deepEqual(shrunk({}, { a: 1 }), {});
  });
});
