import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { exact, exactWork } from "./exact.ts";
import { modelOf } from "./model.ts";
import { bruteForce } from "./stage/brute-force.ts";
import { manyQuestions } from "./stage/many.ts";
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

  it("knows which of more than a hundred questions it asks", () => {
    for (const telling of [0, 127, 128, 257]) {
      const model = modelOf(manyQuestions(300, telling), nothing);
      assert.equal(exact(model, 1).question, telling);
    }
  });

  it("counts every row of answers that may be given", () => {
    const draw = { ...all, remedies: 5, alpha: 1, sigma: 1, questions: 4 };
    const model = modelOf(randomProblem(8, draw), nothing);
    const answers = model.questions.map(({ chances }) => chances.length);
    const rows = (rest: number[], depth: number): number =>
      depth === 0
        ? 1
        : rest.reduce((sum, n, at) => sum + n * rows(rest.toSpliced(at, 1), depth - 1), 1);
    const [none, one] = [exactWork(model, 0), exactWork(model, 1)];
    const each = (one - none) / (rows(answers, 1) - 1);
    for (const depth of [2, 3, 4, 5]) {
      const wanted = none + each * (rows(answers, depth) - 1);
      assert.ok(Math.abs(exactWork(model, depth) - wanted) < 1e-6 * wanted, `${depth}`);
    }
    const endless = modelOf(manyQuestions(1_000, 0), nothing);
    assert.ok(exactWork(endless, 1_000) > 1e300);
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
