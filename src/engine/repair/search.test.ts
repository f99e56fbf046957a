import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { exact } from "./exact.ts";
import { type Model, modelOf } from "./model.ts";
import { Pricer } from "./pricer.ts";
import type { Problem } from "./problem.ts";
import { moved, search } from "./search.ts";
import { permutations } from "./stage/brute-force.ts";
import { followed } from "./stage/followed.ts";
import { randomProblem } from "./stage/random-problem.ts";

const nothing = { answers: [], failed: [] };
const all = { retry: true, dependent: true, dialogues: true, compound: true, late: true };
const work = 1_000_000;

const pricerOf = (model: Model) => new Pricer(model, model.weights);

/** Each cause has its own remedy, a try costs nothing, and nothing is shared. */
function independent(parts: readonly (readonly [weight: number, cost: number, chance: number])[]) {
  const problem: Problem = {
    hypotheses: parts.map(([weight], at) => ({ causes: [`c${at}`], weight })),
    remedies: parts.map(([, cost, chance], at) => ({
      id: `r${at}`,
      cost,
      ends: { [`c${at}`]: chance },
    })),
    questions: [],
    dialogues: {},
    retry: 0,
    giveUp: 20,
  };
  return problem;
}

const part = fc.tuple(
  fc.double({ min: 0.01, max: 1, noNaN: true }),
  fc.double({ min: 0.1, max: 60, noNaN: true }),
  fc.double({ min: 0.2, max: 1, noNaN: true }),
);

describe("the search for a cheap order", () => {
  it("gives chance for minutes, as cheap as the best permutation, for independent single faults", () => {
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 6 }), (parts) => {
        const problem = independent(parts);
        const model = modelOf(problem, nothing);
        const { order, cost } = search(pricerOf(model), work);
        const costs = [...permutations(problem.remedies.map(({ id }) => id))].map((ids) =>
          followed(problem, ({ failed }) =>
            failed.length < ids.length ? { batch: [ids[failed.length]!] } : "give-up",
          ),
        );
        assert.ok(Math.abs(cost - Math.min(...costs)) < 1e-9 * cost);
        byRatio(order, parts);
      }),
      { numRuns: 60, seed: 5 },
    );
  });

  it("gives exactly that order for forty remedies, too", () => {
    fc.assert(
      fc.property(fc.array(part, { minLength: 40, maxLength: 40 }), (parts) => {
        const model = modelOf(independent(parts), nothing);
        const pricer = pricerOf(model);
        const { order } = search(pricer, work);
        byRatio(order, parts);
        assert.ok(pricer.batches(order).every((batch) => batch.length === 1));
      }),
      { numRuns: 20, seed: 6 },
    );
  });

  it("prices a plan as following it costs, and never below the optimum", () => {
    for (let seed = 1; seed <= 60; seed += 1) {
      const problem = randomProblem(seed, { ...all, remedies: 8, alpha: 1, sigma: 1 });
      const model = modelOf(problem, nothing);
      const pricer = pricerOf(model);
      const { order, cost } = search(pricer, work);
      const batches = pricer.batches(order);
      const ids = batches.map((batch) => batch.map((at) => model.remedies[at]!.id));
      const real = followed(problem, ({ failed }) => {
        const next = ids.find((batch) => !failed.includes(batch[0]!));
        return next ? { batch: next } : "give-up";
      });
      assert.ok(Math.abs(real - cost) < 1e-9 * cost, `seed ${seed}: ${cost} is not ${real}`);
      const optimum = exact(model, 0).expectedCost;
      assert.ok(cost > optimum * (1 - 1e-9), `seed ${seed}: ${cost} is below ${optimum}`);
    }
  });

  it("puts tries as well as trying every split of the order does", () => {
    for (let seed = 1; seed <= 80; seed += 1) {
      const problem = randomProblem(seed, { ...all, remedies: 7, alpha: 1, sigma: 1 });
      const model = modelOf(problem, nothing);
      const early = [...model.remedies.keys()].sort(
        (a, b) => Number(model.remedies[a]!.late) - Number(model.remedies[b]!.late),
      );
      const pricer = pricerOf(model);
      const cost = pricer.price(Int32Array.from(early));
      const steps = pricer.batches(Int32Array.from(early)).flat();
      const splits = Array.from({ length: 2 ** (steps.length - 1) }, (_, bits) => {
        pricer.reset();
        let [sum, batch] = [0, [] as number[]];
        for (const [at, step] of steps.entries()) {
          batch.push(step);
          const next = steps[at + 1];
          const border =
            next !== undefined && model.remedies[next]!.late !== model.remedies[step]!.late;
          if (next !== undefined && !border && bits & (1 << at)) continue;
          sum += pricer.chance() * pricer.minutes(batch);
          for (const one of batch) pricer.apply(one);
          batch = [];
        }
        return sum + pricer.chance() * model.giveUp;
      });
      assert.ok(Math.abs(cost - Math.min(...splits)) < 1e-9 * cost, `seed ${seed}`);
    }
  });

  it("moves a run of places and keeps all others in their order", () => {
    const into = new Int32Array(6);
    const from = Int32Array.from([0, 1, 2, 3, 4, 5]);
    moved(from, 1, 2, 3, into);
    assert.deepEqual([...into], [0, 3, 4, 1, 2, 5]);
    moved(from, 4, 2, 0, into);
    assert.deepEqual([...into], [4, 5, 0, 1, 2, 3]);
  });
});

/** No remedy stands before one with a better ratio. */
function byRatio(order: Int32Array, parts: readonly (readonly [number, number, number])[]): void {
  const ratio = (at: number) => (parts[at]![0] * parts[at]![2]) / parts[at]![1];
  for (const [at, remedy] of order.entries()) {
    const next = order[at + 1];
    if (next !== undefined) assert.ok(ratio(remedy) >= ratio(next) * (1 - 1e-9), [...order].join());
  }
}
