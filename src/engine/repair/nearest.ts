import { ratioOrders } from "./greedy.ts";
import type { Model } from "./model.ts";
import { Pricer } from "./pricer.ts";

/** Remedies that are planned, and questions that are thought about; a guide has 50 and 10. */
const mostPlanned = 60;
const mostAsked = 24;

/** A model cut down to what can be thought through. */
interface Nearest {
  near: Model;
  /** The remedies left out, as rows that are tried one after the other once all others failed. */
  batches: number[][];
  /** What these add to the expected cost of any plan. */
  minutes: number;
}

/**
 * Of many remedies the best chances for their minutes (late ones behind all others), and of many
 * questions the most telling. The other remedies come afterwards in the same order.
 */
export function nearest(model: Model): Nearest {
  const near = { ...model, questions: telling(model) };
  if (model.remedies.length <= mostPlanned) return { near, batches: [], minutes: 0 };
  const pricer = new Pricer(model, model.weights);
  const [, sorted] = ratioOrders(pricer);
  const places = sorted.slice(0, mostPlanned).sort();
  const order = Int32Array.from([...places, ...sorted.subarray(mostPlanned)]);
  pricer.reset();
  for (const at of places) pricer.apply(at);
  const help = model.giveUp * pricer.chance();
  return {
    near: { ...near, remedies: Array.from(places, (at) => model.remedies[at]!) },
    batches: pricer.batches(order, mostPlanned),
    minutes: pricer.price(order, mostPlanned) - help,
  };
}

/**
 * The questions after which one may be surest of the cause for the minutes (and one minute more, lest
 * what takes none be worth everything), in the order in which they were given.
 */
function telling({ questions, weights }: Model): Model["questions"] {
  if (questions.length <= mostAsked) return questions;
  const ratio = new Map(
    questions.map((question) => [
      question,
      question.chances.reduce(
        (sum, chances) => sum + sureness(weights, chances),
        -sureness(weights),
      ) /
        (question.cost + 1),
    ]),
  );
  const best = questions.toSorted((a, b) => ratio.get(b)! - ratio.get(a)!).slice(0, mostAsked);
  return questions.filter((question) => best.includes(question));
}

/** How much one hypothesis outweighs the others after an answer, times how often it is given. */
function sureness(weights: Float64Array, chances?: Float64Array): number {
  let [sum, squares] = [0, 0];
  for (let at = 0; at < weights.length; at += 1) {
    const weight = weights[at]! * (chances ? chances[at]! : 1);
    sum += weight;
    squares += weight * weight;
  }
  return sum > 0 ? squares / sum : 0;
}
