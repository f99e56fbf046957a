import type { Model } from "./model.ts";
import { led, Pricer } from "./pricer.ts";
import { search } from "./search.ts";

/** What a question is worth beside a plan that was found by search. */
export interface Asked {
  /** Expected cost of asking it now, and of asking it after the plan's first batch. */
  now: number;
  later: number;
}

/** Steps of the searches for all answers to one question together. */
const questionWork = 150_000;
/** Questions that are looked at closely, after a first look at all. */
const closely = 2;
const never = Number.POSITIVE_INFINITY;
/** Steps of the first look; a question that they do not suffice for is not asked now. */
const firstLook = 8_000_000;

/** Every question's worth, at first by orders at hand, then by search where it seems most useful. */
export function askedEach(model: Model, order: Int32Array, batch: readonly number[]): Asked[] {
  const pricer = new Pricer(model, model.weights);
  const minutes = pricer.minutes(batch);
  for (const at of batch) pricer.apply(at);
  const chance = pricer.chance();
  const asked = model.questions.map((_, at) =>
    pricer.steps < firstLook ? ask(at, 0) : { now: never, later: never },
  );
  const worth = (at: number) => Math.min(asked[at]!.now, asked[at]!.later);
  const best = [...asked.keys()].sort((a, b) => worth(a) - worth(b) || a - b).slice(0, closely);
  for (const at of best) asked[at] = ask(at, questionWork);
  return asked;

  function ask(at: number, work: number): Asked {
    const { cost, chances } = model.questions[at]!;
    const found = { now: cost, later: minutes + cost * chance };
    for (const given of chances) {
      pricer.weigh(model.weights.map((weight, hypothesis) => weight * given[hypothesis]!));
      const plan = search(pricer, work / chances.length, order);
      found.now += plan.cost;
      found.later += pricer.price(led(batch, plan.order), batch.length);
    }
    return found;
  }
}
