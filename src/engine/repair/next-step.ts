import { type Decision, decide } from "./decide.ts";
import { type Model, modelOf } from "./model.ts";
import { nearest } from "./nearest.ts";
import { Pricer } from "./pricer.ts";
import type { Alternative, Learnt, NextStep, Problem, WholePlan } from "./problem.ts";
import { whyBatch, whyQuestion } from "./why.ts";

const nothingLearnt: Learnt = { answers: [], failed: [] };

/** The next step, and beside it what is done if nothing is asked any more and every batch fails. */
export interface Planned extends WholePlan {
  next: NextStep;
}

/**
 * The step that makes the whole way to a working service cheapest: a batch of remedies to be done
 * before the next try, a question, or calling for help where no remedy is left that could end what
 * may be the cause. Its work has a limit, whatever the problem: of many remedies those with the best
 * chance for their minutes are planned, and of many questions the most telling are thought about.
 */
export function planned(
  problem: Problem,
  learnt: Learnt = nothingLearnt,
  by: (model: Model) => Decision = decide,
): Planned {
  const whole = modelOf(problem, learnt);
  if (whole.remedies.length === 0) {
    const next = givingUp(problem, learnt, whole.giveUp);
    return { next, batches: [], expectedCost: whole.giveUp };
  }
  const { near, batches, minutes } = nearest(whole);
  const decision = followedBy(by(near), minutes);
  const pricer = new Pricer(near, near.weights);
  const planned = decision.plan.batches.map((batch) => {
    const sorted = inGoodOrder(near, pricer, batch);
    for (const at of sorted) pricer.apply(at);
    return sorted.map((at) => near.remedies[at]!.id);
  });
  return {
    next: stepOf(near, decision),
    batches: [...planned, ...batches.map((batch) => batch.map((at) => whole.remedies[at]!.id))],
    expectedCost: decision.plan.expectedCost,
  };
}

export function nextStep(...given: Parameters<typeof planned>): NextStep {
  return planned(...given).next;
}

/** All batches in their order, if nothing is asked any more and each of them fails. */
export function wholePlan(...given: Parameters<typeof planned>): WholePlan {
  const { batches, expectedCost } = planned(...given);
  return { batches, expectedCost };
}

/** The same where these minutes follow, whatever comes first. */
function followedBy(decision: Decision, minutes: number): Decision {
  const { plan, expectedCost, remedies, questions } = decision;
  return {
    ...decision,
    expectedCost: expectedCost + minutes,
    plan: { ...plan, expectedCost: plan.expectedCost + minutes },
    remedies: remedies.map((cost) => cost + minutes),
    questions: questions.map((cost) => cost + minutes),
  };
}

function givingUp(problem: Problem, { failed }: Learnt, expectedCost: number): NextStep {
  const tried = problem.remedies.filter(({ id }) => failed.includes(id)).length;
  const why = [{ reason: "nothing-left" as const, tried }];
  return { kind: "give-up", batch: [], expectedCost, alternatives: [], why };
}

function stepOf(model: Model, decision: Decision): NextStep {
  const { expectedCost } = decision;
  const alternatives = alternativesOf(model, decision);
  if (decision.question >= 0) {
    const { id, cost } = model.questions[decision.question]!;
    const why = whyQuestion(model, decision);
    return { kind: "question", id, batch: [], minutes: cost, expectedCost, alternatives, why };
  }
  const pricer = new Pricer(model, model.weights);
  const batch = inGoodOrder(model, pricer, decision.batch);
  const ids = batch.map((at) => model.remedies[at]!.id);
  return {
    kind: "remedy",
    id: ids[0]!,
    batch: ids,
    chance: Math.min(1, Math.max(0, pricer.gain(batch))),
    minutes: pricer.minutes(batch),
    expectedCost,
    alternatives,
    why: whyBatch(model, decision, batch),
  };
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
