import type { Model } from "./model.ts";
import { State } from "./state.ts";

/**
 * Prices orders of `model.remedies` with the tries put between the steps in the best way. What can no
 * longer help when its turn comes is left out.
 */
export class Pricer extends State {
  private readonly broken: Float64Array;
  private readonly kept: Int32Array;
  private readonly best: Float64Array;
  private readonly from: Int32Array;
  private count = 0;

  constructor(model: Model, weights: Float64Array) {
    super(model, weights);
    const places = model.remedies.length + 1;
    this.broken = new Float64Array(places);
    this.kept = new Int32Array(places);
    this.best = new Float64Array(places);
    this.from = new Int32Array(places);
  }

  /** The cost of the order alone. The first `skip` remedies count as done and failed. */
  price(order: Int32Array, skip = 0): number {
    this.walk(order, skip);
    const { best, broken, count } = this;
    best.fill(Number.POSITIVE_INFINITY, 0, count + 1);
    best[0] = 0;
    this.opened.fill(-1);
    this.steps += order.length;
    for (let start = 0; start < count; start += 1) this.batchesFrom(start);
    return best[count]! + this.model.giveUp * broken[count]!;
  }

  /** The order in batches, each tried before the next; without the first `skip` remedies. */
  batches(order: Int32Array, skip = 0): number[][] {
    this.price(order, skip);
    const batches: number[][] = [];
    for (let end = this.count; end > 0; end = this.from[end]!) {
      batches.unshift([...this.kept.subarray(this.from[end]!, end)]);
    }
    return batches;
  }

  /** Prices every batch that begins here, as long as no split of it is surely cheaper. */
  private batchesFrom(start: number): void {
    const { best, broken, kept, cost, late, count } = this;
    const { retry } = this.model;
    const kind = late[kept[start]!]!;
    let minutes = retry;
    let pure = 0;
    let openings = 0;
    let most = Number.POSITIVE_INFINITY;
    for (let end = start; end < count; end += 1) {
      this.steps += 1;
      const remedy = kept[end]!;
      if (late[remedy] !== kind) return;
      pure += cost[remedy]!;
      if (pure > most) return;
      const step = this.stepMinutes(remedy, start);
      minutes += step;
      openings += step - cost[remedy]!;
      const price = best[start]! + broken[start]! * minutes;
      if (price < best[end + 1]!) {
        best[end + 1] = price;
        this.from[end + 1] = start;
      }
      // A try after this step would cost the try and the windows again, and spare what comes after
      // it by the chance that it has helped.
      const gain = broken[start]! - broken[end + 1]!;
      const again = broken[end + 1]! * (retry + openings);
      if (gain > 0) most = Math.min(most, pure + again / gain);
    }
  }

  private walk(order: Int32Array, skip: number): void {
    this.reset();
    for (let at = 0; at < skip; at += 1) this.apply(order[at]!);
    this.broken[0] = this.now;
    this.count = 0;
    for (let at = skip; at < order.length; at += 1) {
      const remedy = order[at]!;
      if (!this.useful(remedy)) continue;
      this.apply(remedy);
      this.kept[this.count] = remedy;
      this.count += 1;
      this.broken[this.count] = this.now;
    }
  }
}

/** The order with these first. */
export function led(first: readonly number[], order: Int32Array): Int32Array {
  return Int32Array.from([...first, ...order.filter((at) => !first.includes(at))]);
}
