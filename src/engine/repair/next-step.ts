import { type Decision, decide } from "./decide.ts";
import { type Model, modelOf } from "./model.ts";
import { Pricer } from "./pricer.ts";
import type { Alternative, Learnt, NextStep, Problem, WholePlan } from "./problem.ts";
import { whyBatch, whyQuestion } from "./why.ts";

const nothingLearnt: Learnt = { answers: [], failed: [] };

/**
 * The step that makes the whole way to a working service cheapest: a batch of remedies to be done
 * before the next try, a question, or calling for help where no remedy is left that could end what
 * may be the cause.
 */
export function nextStep(
  problem: Problem,
  learnt: Learnt = nothingLearnt,
  by: (model: Model) => Decision = decide,
): NextStep {
  const model = modelOf(problem, learnt);
  if (model.remedies.length === 0) {
    const tried = problem.remedies.filter(({ id }) => learnt.failed.includes(id)).length;
    return {
      kind: "give-up",
      batch: [],
      expectedCost: model.giveUp,
      alternatives: [],
      why: [{ reason: "nothing-left", tried }],
    };
  }
  const decision = by(model);
  const { expectedCost } = decision;
  if (decision.question >= 0) {
    const { id, cost } = model.questions[decision.question]!;
    const why = whyQuestion(model, decision);
    const alternatives = alternativesOf(model, decision);
    return { kind: "question", id, batch: [], minutes: cost, expectedCost, alternatives, why };
  }
  const pricer = new Pricer(model, model.weights);
  pricer.reset();
  const batch = inGoodOrder(model, pricer, decision.batch);
  const ids = batch.map((at) => model.remedies[at]!.id);
  return {
    kind: "remedy",
    id: ids[0]!,
    batch: ids,
    chance: Math.min(1, Math.max(0, pricer.gain(batch))),
    minutes: pricer.minutes(batch),
    expectedCost,
    alternatives: alternativesOf(model, decision),
    why: whyBatch(model, decision, batch),
  };
}

/** All batches in their order, if nothing is asked any more and each of them fails. */
export function wholePlan(problem: Problem, learnt: Learnt = nothingLearnt): WholePlan {
  const model = { ...modelOf(problem, learnt), questions: [] };
  if (model.remedies.length === 0) return { batches: [], expectedCost: model.giveUp };
  const { batches, expectedCost } = decide(model);
  const pricer = new Pricer(model, model.weights);
  pricer.reset();
  const ids = batches.map((batch) => {
    const sorted = inGoodOrder(model, pricer, batch);
    for (const at of sorted) pricer.apply(at);
    return sorted.map((at) => model.remedies[at]!.id);
  });
  return { batches: ids, expectedCost };
}

/** The best chance for its minutes first, and behind it what is done in the same window. */
function inGoodOrder({ remedies }: Model, pricer: Pricer, batch: readonly number[]): number[] {
  const ratio = new Map(batch.map((at) => [at, pricer.gain([at]) / remedies[at]!.cost] as const));
  const sorted = batch.toSorted((a, b) => ratio.get(b)! - ratio.get(a)! || a - b);
  const place = (at: number) => {
    const { dialogue } = remedies[at]!;
    return sorted.findIndex((one) =>
      dialogue < 0 ? one === at : remedies[one]!.dialogue === dialogue,
    );
  };
  return sorted.toSorted((a, b) => place(a) - place(b));
}

function alternativesOf(model: Model, decision: Decision): Alternative[] {
  const remedies = model.remedies.flatMap(({ id }, at) =>
    decision.batch.includes(at)
      ? []
      : [{ kind: "remedy" as const, id, expectedCost: decision.remedies[at]! }],
  );
  const questions = model.questions.flatMap(({ id }, at) =>
    at === decision.question
      ? []
      : [{ kind: "question" as const, id, expectedCost: decision.questions[at]! }],
  );
  return [...remedies, ...questions]
    .filter(({ expectedCost }) => Number.isFinite(expectedCost))
    .sort((a, b) => a.expectedCost - b.expectedCost);
}
