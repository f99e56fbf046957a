import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { answerChances, causeChances, update } from "./belief.ts";
import type { Problem } from "./problem.ts";
import { randomProblem } from "./stage/random-problem.ts";

const problem: Problem = {
  hypotheses: [
    { causes: ["proxy"], weight: 6 },
    { causes: ["clock"], weight: 2 },
    { causes: ["proxy", "clock"], weight: 2 },
  ],
  remedies: [
    { id: "unset", cost: 3, ends: { proxy: 0.9 } },
    { id: "set", cost: 2, ends: { clock: 1 } },
  ],
  questions: [
    {
      id: "other-sites",
      cost: 1,
      answers: [
        { id: "yes", chanceWhere: { proxy: 0.1 }, otherwise: 0.8 },
        { id: "no", chanceWhere: { proxy: 0.9 }, otherwise: 0.2 },
      ],
    },
  ],
  dialogues: {},
  retry: 1,
  giveUp: 30,
};

const close = (found: number[], wanted: number[]) => {
  assert.equal(found.length, wanted.length);
  for (const [at, value] of found.entries()) {
    assert.ok(Math.abs(value - wanted[at]!) < 1e-12, `${found} is not ${wanted}`);
  }
};

describe("belief", () => {
  it("begins with the weights", () => {
    close(update(problem, { answers: [], failed: [] }), [0.6, 0.2, 0.2]);
  });

  it("is what Bayes says after an answer; causes that a question names outweigh others", () => {
    const answers = [{ question: "other-sites", answer: "yes" }];
    // 0.6·0.1, 0.2·0.8, 0.2·0.1 in 0.24
    close(update(problem, { answers, failed: [] }), [0.25, 0.16 / 0.24, 0.02 / 0.24]);
  });

  it("keeps what a failed remedy left: one of two causes is enough to fail", () => {
    // 0.6·0.1, 0.2, 0.2·(1 − 0.9·0)
    close(update(problem, { answers: [], failed: ["unset"] }), [
      0.06 / 0.46,
      0.2 / 0.46,
      0.2 / 0.46,
    ]);
    close(update(problem, { answers: [], failed: ["set"] }), [0.75, 0, 0.25]);
  });

  it("has nothing left where every cause has surely ended", () => {
    const sure = { ...problem, remedies: [{ id: "all", cost: 1, ends: { proxy: 1, clock: 1 } }] };
    close(update(sure, { answers: [], failed: ["all"] }), [0, 0, 0]);
  });

  it("ignores what the problem does not know", () => {
    const answers = [
      { question: "other-sites", answer: "perhaps" },
      { question: "constructor", answer: "yes" },
    ];
    close(update(problem, { answers, failed: ["gone"] }), [0.6, 0.2, 0.2]);
  });

  it("never takes an answer as proof", () => {
    const answers = [
      { id: "yes", chanceWhere: { proxy: 0 }, otherwise: 1 },
      { id: "no", chanceWhere: { proxy: 1 }, otherwise: 0 },
    ];
    const chances = answerChances({ id: "q", cost: 1, answers }, problem.hypotheses[0]!);
    assert.ok(chances[0]! > 0 && chances[0]! < 0.01);
  });

  it("adds up causes over the hypotheses that contain them", () => {
    const { proxy, clock } = causeChances(problem, [0.5, 0.2, 0.3]);
    close([proxy!, clock!], [0.8, 0.5]);
  });

  it("sums to 1, and does not depend on the order of what was learnt", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e6 }), (seed) => {
        const drawn = randomProblem(seed, {
          remedies: 6,
          alpha: 1,
          sigma: 1,
          compound: true,
          dependent: true,
          questions: 3,
        });
        const answers = drawn.questions.map(({ id, answers }, at) => ({
          question: id,
          answer: answers[(seed + at) % answers.length]!.id,
        }));
        const failed = drawn.remedies.slice(0, seed % 4).map(({ id }) => id);
        const found = update(drawn, { answers, failed });
        assert.ok(Math.abs(found.reduce((a, b) => a + b, 0) - 1) < 1e-9);
        const turned = { answers: answers.toReversed(), failed: failed.toReversed() };
        close(update(drawn, turned), found);
      }),
      { numRuns: 60, seed: 7 },
    );
  });
});
