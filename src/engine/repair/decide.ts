import { askedEach } from "./ask.ts";
import { exact, exactWork } from "./exact.ts";
import type { Model } from "./model.ts";
import { led, Pricer } from "./pricer.ts";
import { search } from "./search.ts";

/** What to do next, in numbers of the model's remedies and questions. */
export interface Decision {
  /** Empty where a question comes first, or nothing is left. */
  batch: number[];
  /** -1 where nothing is asked now. */
  question: number;
  expectedCost: number;
  /** All batches if nothing is asked and each fails. */
  batches: number[][];
  /** Expected cost of beginning with each remedy; infinite where it has to wait. */
  remedies: number[];
  /** Expected cost of asking each question first. */
  questions: number[];
}

/** Work of the exact optimum that is still done in milliseconds. */
const exactLimit = 1_000_000;
/** Work of the search for a plan. */
const searchWork = 60_000;
/** What is saved by asking must be more than rounding and the search's own imprecision. */
const hair = 1e-6;

/** The exact optimum where that is quickly found, a good plan otherwise. */
export function decide(model: Model): Decision {
  const depth = depthWithin(model, exactLimit);
  return depth === undefined ? decideBySearch(model) : decideExactly(model, depth);
}

/** How many questions deep the exact optimum can look; undefined where not even one is possible. */
function depthWithin(model: Model, limit: number): number | undefined {
  const least = Math.min(1, model.questions.length);
  if (exactWork(model, least) > limit) return undefined;
  let depth = least;
  while (depth < model.questions.length && exactWork(model, depth + 1) <= limit) depth += 1;
  return depth;
}

export function decideExactly(model: Model, depth: number): Decision {
  const found = exact(model, depth);
  const members = (set: number) => [...model.remedies.keys()].filter((at) => set & (1 << at));
  return {
    ...found,
    batch: members(found.batch),
    batches: found.batches.map(members),
  };
}

/**
 * By search: the next batch of a good plan, or the question that saves more than it costs (at most
 * one is looked ahead at), unless asking it after that batch is cheaper. That it always is where every
 * answer leads to the same batch.
 */
export function decideBySearch(model: Model): Decision {
  const pricer = new Pricer(model, model.weights);
  const plan = search(pricer, searchWork);
  const batches = pricer.batches(plan.order);
  const batch = batches[0] ?? [];
  const asked = batch.length === 0 ? [] : askedEach(model, plan.order, batch);
  const later = Math.min(plan.cost, ...asked.map((each) => each.later));
  const best = asked.reduce((a, b, at) => (b.now < asked[a]!.now ? at : a), 0);
  const asks = asked.length > 0 && asked[best]!.now < later * (1 - hair);
  const remedies = beginnings(pricer, plan.order).map((cost, at) =>
    batch.includes(at) ? Math.min(cost, later) : cost,
  );
  return {
    batch: asks ? [] : batch,
    question: asks ? best : -1,
    expectedCost: asks ? asked[best]!.now : later,
    batches,
    remedies,
    questions: asked.map(({ now }) => now),
  };
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
