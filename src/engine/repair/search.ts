import { firstOrders, ratioOrders } from "./greedy.ts";
import type { Pricer } from "./pricer.ts";

interface Ordered {
  order: Int32Array;
  cost: number;
}

/** A change must be better than rounding. */
const hair = 1e-9;

/** Most remedies that are moved together, and most places that they are moved by. */
const longest = 3;
const reach = 10;

/**
 * A cheap order of any number of remedies: the best of the first ones, then each remedy, and each
 * run of two or three, moved a few places where that is cheaper, until nothing is or the work is
 * used up. Work is counted in the pricer's steps and not timed: the result is the same on every machine.
 * `known` is an order that was good before an answer; it spares the dearest of the first ones.
 */
export function search(pricer: Pricer, work: number, known?: Int32Array): Ordered {
  const most = pricer.steps + work;
  const first = known ? [...ratioOrders(pricer), known] : firstOrders(pricer, work / 2);
  const orders = first.map((order) => ({ order, cost: pricer.price(order) }));
  const best = orders.reduce((a, b) => (b.cost < a.cost * (1 - hair) ? b : a));
  return improved(pricer, best, most);
}

/** Moves of runs of one to three remedies, first improvement, until the pricer has done `most` steps. */
function improved(pricer: Pricer, start: Ordered, most: number): Ordered {
  const { remedies } = pricer.model;
  const count = start.order.length;
  const order = start.order.slice();
  const tried = order.slice();
  let { cost } = start;
  for (let better = true; better && pricer.steps < most; ) {
    better = false;
    for (let length = 1; length <= longest; length += 1) {
      for (let from = 0; from + length <= count && pricer.steps < most; from += 1) {
        const last = Math.min(count - length, from + reach);
        for (let to = Math.max(0, from - reach); to <= last && pricer.steps < most; to += 1) {
          if (to === from || (length > 1 && to === from - 1)) continue;
          const [low, high] = from < to ? [from, to + length - 1] : [to, from + length - 1];
          // Late ones stay behind the others: a run and all that it passes are of one kind.
          if (remedies[order[low]!]!.late !== remedies[order[high]!]!.late) continue;
          moved(order, from, length, to, tried);
          const price = pricer.price(tried);
          if (price >= cost * (1 - hair)) continue;
          cost = price;
          order.set(tried);
          better = true;
        }
      }
    }
  }
  return { order, cost };
}

/** The order with the run at `from` put so that it begins at `to`. */
export function moved(
  order: Int32Array,
  from: number,
  length: number,
  to: number,
  into: Int32Array,
): void {
  into.set(order);
  if (to < from) into.copyWithin(to + length, to, from);
  else into.copyWithin(from, from + length, to + length);
  for (let at = 0; at < length; at += 1) into[to + at] = order[from + at]!;
}
