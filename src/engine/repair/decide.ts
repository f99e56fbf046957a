import { askedEach } from "./ask.ts";
import { type Exact, exact, exactWork } from "./exact.ts";
import type { Model } from "./model.ts";
import { led, Pricer } from "./pricer.ts";
import { search } from "./search.ts";

interface Plan {
  /** One after the other, as long as each fails. */
  batches: number[][];
  expectedCost: number;
}

/** What to do next, in numbers of the model's remedies and questions. */
export interface Decision {
  /** Empty where a question comes first, or nothing is left. */
  batch: number[];
  /** -1 where nothing is asked now. */
  question: number;
  expectedCost: number;
  /** What is done if nothing is asked. */
  plan: Plan;
  /** Expected cost of beginning with each remedy; infinite where it has to wait. */
  remedies: number[];
  /** Expected cost of asking each question first. */
  questions: number[];
}

/** Steps of the exact optimum that are still done in milliseconds. */
const exactLimit = 1_500_000;
/** Steps of the search for a plan. */
const searchWork = 900_000;
/** What is saved by asking must be more than rounding and the search's own imprecision. */
const hair = 1e-6;

/** The exact optimum where that is quickly found, a good plan otherwise. */
export function decide(model: Model): Decision {
  const depth = depthWithin(model, exactLimit);
  if (depth === undefined) return decideBySearch(model);
  const unasked = exact(model, 0);
  const plan = planOf(model, unasked);
  const asks = model.questions.length > 0;
  if (asks && depth === 0) return decideAround(model, plan.batches.flat(), plan);
  const found = asks ? exact(model, depth) : unasked;
  return { ...found, batch: members(model, found.batch), plan };
}

/** How many questions deep the exact optimum can look; undefined where not even without any. */
function depthWithin(model: Model, limit: number): number | undefined {
  if (exactWork(model, 0) > limit) return undefined;
  let depth = 0;
  while (depth < model.questions.length && exactWork(model, depth + 1) <= limit) depth += 1;
  return depth;
}

const members = (model: Model, set: number) =>
  [...model.remedies.keys()].filter((at) => set & (1 << at));

const planOf = (model: Model, { batches, expectedCost }: Exact): Plan => ({
  batches: batches.map((set) => members(model, set)),
  expectedCost,
});

/** With a plan that was found by search. */
export function decideBySearch(model: Model): Decision {
  return decideAround(model, search(new Pricer(model, model.weights), searchWork).order);
}

/**
 * The next batch of this order, or the question that saves more than it costs (at most one is
 * looked ahead at), unless asking it after that batch is cheaper. That it always is where every answer
 * leads to the same batch. Whatever is not in the order cannot help at its end. `known` is the order in
 * batches, where that was found already.
 */
function decideAround(model: Model, planned: Iterable<number>, known?: Plan): Decision {
  const pricer = new Pricer(model, model.weights);
  const order = wholeOrder(model, planned);
  const plan = known ?? { batches: pricer.batches(order), expectedCost: pricer.price(order) };
  const batch = plan.batches[0] ?? [];
  const asked = batch.length === 0 ? [] : askedEach(model, order, batch);
  const later = Math.min(plan.expectedCost, ...asked.map((each) => each.later));
  const best = asked.reduce((a, b, at) => (b.now < asked[a]!.now ? at : a), 0);
  const asks = asked.length > 0 && asked[best]!.now < later * (1 - hair);
  const remedies = beginnings(pricer, order).map((cost, at) =>
    batch.includes(at) ? Math.min(cost, later) : cost,
  );
  return {
    batch: asks ? [] : batch,
    question: asks ? best : -1,
    expectedCost: asks ? asked[best]!.now : later,
    plan,
    remedies,
    questions: asked.map(({ now }) => now),
  };
}

function wholeOrder({ remedies }: Model, planned: Iterable<number>): Int32Array {
  const order = [...new Set([...planned, ...remedies.keys()])];
  return Int32Array.from(
    order.sort((a, b) => Number(remedies[a]!.late) - Number(remedies[b]!.late)),
  );
}

/** Expected cost with each remedy put first, otherwise in this order. */
function beginnings(pricer: Pricer, order: Int32Array): number[] {
  const { remedies } = pricer.model;
  pricer.reset();
  const useful = remedies.map((_, at) => pricer.useful(at));
  const early = remedies.some(({ late }, at) => useful[at] && !late);
  return remedies.map(({ late }, at) =>
    useful[at] && !(early && late) ? pricer.price(led([at], order)) : Number.POSITIVE_INFINITY,
  );
}
