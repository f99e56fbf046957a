import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { decide, decideBySearch } from "./decide.ts";
import { nextStep, wholePlan } from "./next-step.ts";
import type { Learnt, Problem } from "./problem.ts";
import { allowed, followed } from "./stage/followed.ts";
import { randomProblem } from "./stage/random-problem.ts";
import { planned } from "./stage/rules.ts";

const nothing: Learnt = { answers: [], failed: [] };
const all = { retry: true, dependent: true, dialogues: true, compound: true, late: true };
const ways = [
  ["the planner", decide],
  ["the search alone", decideBySearch],
] as const;

const office: Problem = {
  hypotheses: [
    { causes: ["pop-up"], weight: 5 },
    { causes: ["zone"], weight: 4 },
    { causes: ["program"], weight: 1 },
    { causes: ["other"], weight: 0.5 },
  ],
  remedies: [
    { id: "allow-pop-up", cost: 1, ends: { "pop-up": 1 }, dialogue: "options" },
    { id: "trust-site", cost: 1, ends: { zone: 1 }, dialogue: "options" },
    { id: "reinstall", cost: 5, ends: { program: 0.9, zone: 0.2 } },
    { id: "restart", cost: 2, ends: { program: 0.5, "pop-up": 0.5 }, late: true },
  ],
  questions: [],
  dialogues: { options: 2 },
  retry: 3,
  giveUp: 30,
};

describe("the next step", () => {
  it("does in one window what is there, and tries once", () => {
    const step = nextStep(office);
    assert.ok(step.kind === "remedy");
    assert.deepEqual(step.batch, ["allow-pop-up", "trust-site"]);
    assert.equal(step.minutes, 1 + 1 + 2 + 3);
    assert.ok(Math.abs(step.chance - 9 / 10.5) < 1e-12);
    assert.deepEqual(
      step.why.map(({ reason }) => reason),
      ["best-ratio", "same-dialogue-as", "tested-together"],
    );
    const saved = step.why.find(({ reason }) => reason === "same-dialogue-as");
    assert.deepEqual(saved, {
      reason: "same-dialogue-as",
      remedy: "trust-site",
      other: "allow-pop-up",
      dialogue: "options",
      saves: 2,
    });
    // By hand: 7, then 8 for what is left of 10.5 parts, then 5, then help.
    const parts = 7 * 10.5 + 8 * 1.5 + 5 * 0.6 + 30 * 0.55;
    assert.ok(Math.abs(step.expectedCost - parts / 10.5) < 1e-12);
  });

  it("does what is in one window one after the other, and says so of the second only", () => {
    const sure = (cause: string, weight: number) => ({ causes: [cause], weight });
    const step = nextStep({
      ...office,
      hypotheses: [sure("a", 6), sure("b", 5), sure("c", 4), sure("d", 3)],
      remedies: [
        { id: "d", cost: 1, ends: { d: 1 }, dialogue: "options" },
        { id: "c", cost: 1, ends: { c: 1 } },
        { id: "b", cost: 1, ends: { b: 1 }, dialogue: "options" },
        { id: "a", cost: 1, ends: { a: 1 } },
      ],
      dialogues: { options: 0.1 },
      retry: 60,
    });
    assert.deepEqual(step.batch, ["a", "b", "d", "c"]);
    const shared = step.why.filter(({ reason }) => reason === "same-dialogue-as");
    assert.deepEqual(
      shared.map((why) => why.reason === "same-dialogue-as" && [why.remedy, why.other]),
      [["d", "b"]],
    );
  });

  it("does nothing for a cause that comes with another that nothing ends", () => {
    const hypotheses = [{ causes: ["zone", "unheard-of"], weight: 1 }];
    assert.equal(nextStep({ ...office, hypotheses }).kind, "give-up");
    const both = [...hypotheses, { causes: ["pop-up"], weight: 1 }];
    const step = nextStep({ ...office, hypotheses: both });
    assert.deepEqual(step.batch, ["allow-pop-up"]);
  });

  it("keeps a restart until the others have failed, and says so", () => {
    const failed = ["allow-pop-up", "trust-site"];
    const step = nextStep(office, { answers: [], failed });
    assert.ok(step.kind === "remedy");
    assert.deepEqual(step.batch, ["reinstall"]);
    const held = step.why.find(({ reason }) => reason === "late-because-restart");
    assert.equal(held, undefined, "nobody would have begun with the restart");
    const last = nextStep(office, { answers: [], failed: [...failed, "reinstall"] });
    assert.ok(last.kind === "remedy");
    assert.deepEqual(last.batch, ["restart"]);
    assert.equal(last.why[0]!.reason, "only-one-left");
    const cheap = office.remedies.map((remedy) =>
      remedy.late
        ? { ...remedy, cost: 0.1, ends: { program: 0.9, "pop-up": 0.9, zone: 0.9 } }
        : remedy,
    );
    const tempting = nextStep({ ...office, remedies: cheap });
    assert.ok(tempting.kind === "remedy" && !tempting.batch.includes("restart"));
    const why = tempting.why.find(({ reason }) => reason === "late-because-restart");
    assert.ok(why?.reason === "late-because-restart");
    assert.deepEqual(why.after.toSorted(), ["allow-pop-up", "reinstall", "trust-site"]);
  });

  it("gives up where nothing is left that could help", () => {
    const failed = office.remedies.map(({ id }) => id);
    const step = nextStep(office, { answers: [], failed });
    assert.deepEqual(step, {
      kind: "give-up",
      batch: [],
      expectedCost: 30,
      alternatives: [],
      why: [{ reason: "nothing-left", tried: 4 }],
    });
    assert.equal(nextStep({ ...office, hypotheses: [] }).kind, "give-up");
    assert.equal(nextStep({ ...office, remedies: [] }).kind, "give-up");
  });

  it("asks where the answer is worth its minutes, and does what the answer says", () => {
    const question = (cost: number) => ({
      id: "which",
      cost,
      answers: [
        { id: "one", chanceWhere: { left: 0.99, right: 0.01 }, otherwise: 0.5 },
        { id: "other", chanceWhere: { left: 0.01, right: 0.99 }, otherwise: 0.5 },
      ],
    });
    const problem: Problem = {
      hypotheses: [
        { causes: ["left"], weight: 1 },
        { causes: ["right"], weight: 1 },
      ],
      remedies: [
        { id: "l", cost: 20, ends: { left: 1 } },
        { id: "r", cost: 20, ends: { right: 1 } },
      ],
      questions: [question(1)],
      dialogues: {},
      retry: 1,
      giveUp: 30,
    };
    for (const [name, by] of ways) {
      const step = nextStep(problem, nothing, by);
      assert.ok(step.kind === "question", name);
      assert.equal(step.id, "which");
      // 21 + 21/2 without it; with it 1 + 21 + 21/100.
      assert.ok(Math.abs(step.expectedCost - 22.21) < 1e-9);
      const why = step.why[0]!;
      assert.ok(why.reason === "cheaper-to-ask-first" && Math.abs(why.saves - 9.29) < 1e-9);
      const answers = [{ question: "which", answer: "other" }];
      const then = nextStep(problem, { answers, failed: [] }, by);
      assert.ok(then.kind === "remedy" && then.id === "r");
      const dear = nextStep({ ...problem, questions: [question(11)] }, nothing, by);
      assert.equal(dear.kind, "remedy", name);
    }
  });

  for (const [name, by] of ways) {
    it(`never asks what cannot change what is done next (${name})`, () => {
      let asked = 0;
      for (let seed = 1; seed <= 150; seed += 1) {
        const draw = { ...all, remedies: 3 + (seed % 6), alpha: 1, sigma: 1, questions: 1 };
        const problem = randomProblem(seed, draw);
        const step = nextStep(problem, nothing, by);
        if (step.kind !== "question") continue;
        asked += 1;
        const batches = problem.questions[0]!.answers.map(({ id }) => {
          const answers = [{ question: step.id, answer: id }];
          return [...nextStep(problem, { answers, failed: [] }, by).batch].sort().join();
        });
        assert.ok(new Set(batches).size > 1, `seed ${seed}: ${batches}`);
      }
      assert.ok(asked > 20, `only ${asked} were asked at all`);
      const same = { id: "a", chanceWhere: {}, otherwise: 0.5 };
      const idle = { id: "idle", cost: 0, answers: [same, { ...same, id: "b" }] };
      assert.equal(nextStep({ ...office, questions: [idle] }, nothing, by).kind, "remedy");
    });

    it(`does only what may be done yet, and finds an end (${name})`, () => {
      for (let seed = 1; seed <= 40; seed += 1) {
        const draw = {
          ...all,
          remedies: 3 + (seed % 12),
          alpha: 0.5,
          sigma: 1,
          questions: seed % 3,
        };
        const problem = randomProblem(seed, draw);
        const learnt: Learnt = { answers: [], failed: [] };
        for (let steps = 0; steps < 40; steps += 1) {
          const step = nextStep(problem, learnt, by);
          const open = allowed(problem, learnt.failed);
          for (const { expectedCost } of step.alternatives) {
            assert.ok(expectedCost >= step.expectedCost * (1 - 1e-6), `seed ${seed}`);
          }
          if (step.kind === "give-up") {
            assert.deepEqual(open, []);
            break;
          }
          if (step.kind === "question") {
            const { answers } = problem.questions.find(({ id }) => id === step.id)!;
            learnt.answers.push({ question: step.id, answer: answers[seed % answers.length]!.id });
            continue;
          }
          assert.ok(step.batch.every((id) => open.includes(id)));
          assert.equal(step.id, step.batch[0]);
          learnt.failed.push(...step.batch);
        }
        assert.equal(nextStep(problem, learnt, by).kind, "give-up", `seed ${seed}`);
      }
    });
  }

  it("expects what it costs to follow it, where it looks at every question", () => {
    for (let seed = 1; seed <= 40; seed += 1) {
      const draw = { ...all, remedies: 2 + (seed % 5), alpha: 1, sigma: 1, questions: seed % 3 };
      const problem = randomProblem(seed, draw);
      const expected = nextStep(problem).expectedCost;
      const real = followed(problem, planned()(problem));
      assert.ok(Math.abs(real - expected) < 1e-6 * real, `seed ${seed}: ${real}, ${expected}`);
    }
  });

  it("says the same of the same, and changes nothing that it is given", () => {
    const draw = { ...all, remedies: 30, alpha: 1, sigma: 1, questions: 4 };
    const problem = randomProblem(9, draw);
    const before = JSON.stringify(problem);
    assert.equal(JSON.stringify(nextStep(problem)), JSON.stringify(nextStep(problem)));
    assert.equal(JSON.stringify(problem), before);
  });

  it("is not disturbed by names that every object has", () => {
    const ends = { constructor: 0.5 };
    const problem: Problem = {
      ...office,
      hypotheses: [
        { causes: ["toString"], weight: 1 },
        { causes: ["constructor"], weight: 1 },
      ],
      remedies: [{ id: "valueOf", cost: 1, ends, dialogue: "toString" }],
    };
    const step = nextStep(problem);
    assert.ok(step.kind === "remedy" && step.chance === 0.25 && step.minutes === 4);
  });
});

describe("the whole plan", () => {
  it("is every batch in its order, late ones last, each remedy at most once", () => {
    assert.deepEqual(wholePlan(office).batches, [
      ["allow-pop-up", "trust-site"],
      ["reinstall"],
      ["restart"],
    ]);
    for (let seed = 1; seed <= 30; seed += 1) {
      const draw = { ...all, remedies: 4 + seed, alpha: 1, sigma: 1, questions: 2 };
      const problem = randomProblem(seed, draw);
      const { batches, expectedCost } = wholePlan(problem);
      const failed: string[] = [];
      for (const batch of batches) {
        const open = allowed(problem, failed);
        assert.ok(
          batch.every((id) => open.includes(id)),
          `seed ${seed}`,
        );
        failed.push(...batch);
      }
      assert.deepEqual(allowed(problem, failed), [], `seed ${seed}`);
      const real = followed(problem, (learnt) => {
        const next = batches.find((batch) => !learnt.failed.includes(batch[0]!));
        return next ? { batch: next } : "give-up";
      });
      assert.ok(Math.abs(real - expectedCost) < 1e-9 * real, `seed ${seed}`);
    }
  });
});
