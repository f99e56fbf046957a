import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { exact, exactWork } from "./exact.ts";
import { modelOf } from "./model.ts";
import { bruteForce } from "./stage/brute-force.ts";
import { type Draw, randomProblem } from "./stage/random-problem.ts";

const nothing = { answers: [], failed: [] };
const all = { retry: true, dependent: true, dialogues: true, compound: true, late: true };

function same(seed: number, draw: Draw): void {
  const problem = randomProblem(seed, draw);
  const found = exact(modelOf(problem, nothing), problem.questions.length).expectedCost;
  const wanted = bruteForce(problem);
  assert.ok(Math.abs(found - wanted) < 1e-9 * wanted, `seed ${seed}: ${found} is not ${wanted}`);
}

describe("the exact optimum", () => {
  it("is the best of all ways without questions, found one by one", () => {
    for (let seed = 1; seed <= 60; seed += 1) {
      same(seed, { ...all, remedies: 2 + (seed % 4), alpha: 1, sigma: 1 });
    }
  });

  it("is the best of all ways with questions between the steps", () => {
    for (let seed = 100; seed < 140; seed += 1) {
      same(seed, {
        ...all,
        remedies: 2 + (seed % 3),
        alpha: 1,
        sigma: 1,
        questions: 1 + (seed % 2),
      });
    }
  });

  it("is never dearer if more questions may be asked", () => {
    for (let seed = 200; seed < 230; seed += 1) {
      const draw = { ...all, remedies: 6, alpha: 1, sigma: 1, questions: 3 };
      const model = modelOf(randomProblem(seed, draw), nothing);
      const costs = [0, 1, 2, 3].map((depth) => exact(model, depth).expectedCost);
      for (const [at, cost] of costs.slice(1).entries()) {
        assert.ok(cost <= costs[at]! * (1 + 1e-8), `seed ${seed}: ${costs}`);
      }
    }
  });

  it("knows its own work before it begins", () => {
    const draw = { ...all, remedies: 12, alpha: 1, sigma: 1, questions: 4 };
    const model = modelOf(randomProblem(5, draw), nothing);
    assert.ok(exactWork(model, 0) < exactWork(model, 1));
    assert.ok(exactWork(model, 1) < exactWork(model, 2));
    const many = modelOf(randomProblem(5, { ...draw, remedies: 20 }), nothing);
    assert.equal(exactWork(many, 0), Number.POSITIVE_INFINITY);
  });
});
