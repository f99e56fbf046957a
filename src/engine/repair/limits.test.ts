import assert from "node:assert/strict";
import { describe, it, mock } from "node:test";
import { most } from "../../guide/schema/most.ts";
import { hittingSets } from "./hitting-sets.ts";
import { modelOf } from "./model.ts";
import { nearest } from "./nearest.ts";
import { nextStep, planned, wholePlan } from "./next-step.ts";
import { Pricer } from "./pricer.ts";
import type { Problem } from "./problem.ts";
import { search } from "./search.ts";
import { followed } from "./stage/followed.ts";
import { type Many, manyOfAll, manyQuestions } from "./stage/many.ts";
import { randomProblem } from "./stage/random-problem.ts";
import { State } from "./state.ts";

const nothing = { answers: [], failed: [] };
const all = { retry: true, dependent: true, dialogues: true, compound: true, late: true };

/** Steps of everything that is priced on the way to a plan. */
function stepsOf(problem: Problem): number {
  const { weigh } = State.prototype;
  const states = new Set<State>();
  const mocked = mock.method(State.prototype, "weigh", function (this: State, to: Float64Array) {
    states.add(this);
    weigh.call(this, to);
  });
  try {
    planned(problem);
  } finally {
    mocked.mock.restore();
  }
  return [...states].reduce((sum, { steps }) => sum + steps, 0);
}

const largest: Many = {
  causes: most.causes,
  proved: 0,
  remedies: most.remedies,
  perCause: most.remediesOfCause,
  questions: most.questions,
};

describe("the work of a plan", () => {
  it("has a limit, however much of everything a guide has", () => {
    const sizes: Record<string, Many> = {
      "everything at once": largest,
      "few remedies, many questions": { ...largest, causes: 3, remedies: 2 },
      "more than can be solved exactly": { ...largest, remedies: 15 },
      "no questions": { ...largest, questions: 0 },
      "half of it proved": { ...largest, proved: most.causes / 2, questions: 0 },
      "nearly all of it proved": { ...largest, proved: most.causes - 2, questions: 0 },
      "what is just planned": { ...largest, remedies: 60, questions: 24 },
    };
    for (const [name, size] of Object.entries(sizes)) {
      const steps = stepsOf(manyOfAll(size));
      assert.ok(steps < 30_000_000, `${name}: ${steps}`);
    }
  });

  it("hardly grows with what is more than a guide may have", () => {
    const small = { ...largest, causes: 200, remedies: 100, perCause: 2, questions: 30 };
    const steps = stepsOf(manyOfAll(small));
    assert.ok(stepsOf(manyOfAll({ ...small, questions: 300 })) < 1.2 * steps);
    assert.ok(stepsOf(manyOfAll({ ...small, causes: 1_000, remedies: 500 })) < 4 * steps);
  });

  it("ends when the search has done the steps that it was given", () => {
    for (const work of [0, 1_000, 50_000]) {
      const model = modelOf(manyOfAll({ ...largest, remedies: 60 }), nothing);
      const pricer = new Pricer(model, model.weights);
      pricer.price(Int32Array.from(model.remedies.keys()));
      const once = pricer.steps;
      const before = pricer.steps;
      const { order } = search(pricer, work);
      assert.equal(new Set(order).size, 60);
      // The first orders are found and priced in any case: each as dear as a few prices.
      assert.ok(pricer.steps - before < work + 12 * once, `${work}: ${pricer.steps - before}`);
    }
  });

  it("ends for checks that each have very many explanations", () => {
    const wide = Array.from({ length: 6 }, (_, check) =>
      Array.from({ length: 500 }, (_, at) => `${check}-${at}`),
    );
    assert.deepEqual(hittingSets(wide), { sets: [], complete: false });
  });
});

describe("what is left out of the planning", () => {
  it("is done after everything else, each remedy once and late ones last, and its minutes count", () => {
    for (let seed = 1; seed <= 5; seed += 1) {
      const draw = { ...all, remedies: 90, alpha: 1, sigma: 1 };
      const problem = randomProblem(seed, draw);
      const { next, batches, expectedCost } = planned(problem);
      const ids = batches.flat();
      assert.equal(new Set(ids).size, ids.length);
      assert.ok(ids.length > 60, `seed ${seed}: ${ids.length}`);
      const late = ids.map((id) => problem.remedies.find((one) => one.id === id)!.late === true);
      assert.deepEqual(late, late.toSorted());
      const real = followed(problem, (learnt) => {
        const batch = batches.find((one) => !learnt.failed.includes(one[0]!));
        return batch ? { batch } : "give-up";
      });
      assert.ok(
        Math.abs(real - expectedCost) < 1e-9 * real,
        `seed ${seed}: ${expectedCost}, ${real}`,
      );
      assert.ok(next.expectedCost <= expectedCost);
    }
  });

  it("has the worse chances for its minutes, and tells less", () => {
    const { near, batches } = nearest(modelOf(manyOfAll({ ...largest, perCause: 1 }), nothing));
    assert.equal(near.remedies.length, 60);
    assert.equal(near.questions.length, 24);
    assert.equal(batches.flat().length, most.remedies - 60);
    const step = nextStep(manyQuestions(300, 257));
    assert.ok(step.kind === "question" && step.id === "q257");
  });

  it("comes in when what was planned has failed", () => {
    const problem = manyOfAll({ ...largest, remedies: 100, perCause: 1, questions: 0 });
    const failed = planned(problem).batches.flat().slice(0, 60);
    const step = nextStep(problem, { answers: [], failed });
    assert.ok(step.kind === "remedy" && !failed.includes(step.id));
  });

  it("is told together with the next step, and apart", () => {
    const problem = manyOfAll({ ...largest, causes: 30, remedies: 10, perCause: 1, questions: 4 });
    const { next, ...plan } = planned(problem);
    assert.deepEqual(nextStep(problem), next);
    assert.deepEqual(wholePlan(problem), plan);
    assert.deepEqual(wholePlan({ ...problem, questions: [] }), plan);
  });
});
