import type { Model } from "./model.ts";

/**
 * What is left of every cause while remedies are done one after the other, under given weights of the
 * hypotheses. Nearly all the planner's time is spent here, so it is numbers in flat arrays.
 */
export class State {
  readonly model: Model;
  /** Weight of each cause as the only one. */
  private readonly single: Float64Array;
  /** Hypotheses of several causes, and by remedy which of them it touches. */
  private readonly compounds: { members: number[]; weight: number }[];
  private readonly touches: number[][];
  /** How much of each of these is still possible: now, and with nothing done. */
  private readonly together: Float64Array;
  private readonly togetherFirst: Float64Array;
  private readonly togetherBefore: Float64Array;
  protected readonly cost: Float64Array;
  private readonly dialogue: Int32Array;
  private readonly opening: Float64Array;
  protected readonly late: Uint8Array;
  /** What each remedy ends, one after the other: `firstEnd[r]` to `firstEnd[r + 1]`. */
  private readonly firstEnd: Int32Array;
  private readonly endCause: Int32Array;
  private readonly endChance: Float64Array;
  private readonly left: Float64Array;
  private readonly before: Float64Array;
  protected readonly opened: Int32Array;
  private first = 0;
  protected now = 0;
  /**
   * Steps of work done so far, about as many as things were looked at. Limits go by them and not by a
   * clock, so that they stop at the same place on every machine.
   */
  steps = 0;

  constructor(model: Model, weights: Float64Array) {
    const { remedies, causes } = model;
    const ends = remedies.flatMap((remedy) => remedy.ends);
    this.model = model;
    this.single = new Float64Array(causes.length);
    this.compounds = model.hypotheses
      .filter((members) => members.length !== 1)
      .map((members) => ({ members, weight: 0 }));
    const within = causes.map((): number[] => []);
    for (const [at, { members }] of this.compounds.entries()) {
      for (const cause of members) within[cause]!.push(at);
    }
    this.touches = remedies.map((remedy) => {
      const touched = new Uint8Array(this.compounds.length);
      for (const { cause } of remedy.ends) for (const at of within[cause]!) touched[at] = 1;
      return [...this.compounds.keys()].filter((at) => touched[at] === 1);
    });
    this.cost = Float64Array.from(remedies, ({ cost }) => cost);
    this.dialogue = Int32Array.from(remedies, ({ dialogue }) => dialogue);
    this.opening = Float64Array.from(remedies, ({ opening }) => opening);
    this.late = Uint8Array.from(remedies, ({ late }) => Number(late));
    this.firstEnd = new Int32Array(remedies.length + 1);
    for (const [at, remedy] of remedies.entries()) {
      this.firstEnd[at + 1] = this.firstEnd[at]! + remedy.ends.length;
    }
    this.endCause = Int32Array.from(ends, ({ cause }) => cause);
    this.endChance = Float64Array.from(ends, ({ chance }) => chance);
    this.left = new Float64Array(causes.length);
    this.before = new Float64Array(causes.length);
    this.opened = new Int32Array(model.dialogues.length);
    this.together = new Float64Array(this.compounds.length);
    this.togetherFirst = this.together.slice();
    this.togetherBefore = this.together.slice();
    this.weigh(weights);
  }

  /** Begins anew with other weights of the hypotheses. */
  weigh(weights: Float64Array): void {
    const { hypotheses, left } = this.model;
    this.single.fill(0);
    this.left.set(left);
    let several = 0;
    for (let at = 0; at < hypotheses.length; at += 1) {
      const members = hypotheses[at]!;
      if (members.length === 1) this.single[members[0]!]! += weights[at]!;
      else {
        this.compounds[several]!.weight = weights[at]!;
        this.togetherFirst[several] = this.weightOf(several);
        several += 1;
      }
    }
    this.first = 0;
    for (let cause = 0; cause < left.length; cause += 1) {
      this.first += this.single[cause]! * left[cause]!;
    }
    for (let at = 0; at < several; at += 1) this.first += this.togetherFirst[at]!;
    this.steps += hypotheses.length + left.length;
    this.reset();
  }

  /** Nothing done yet. */
  reset(): void {
    this.left.set(this.model.left);
    this.together.set(this.togetherFirst);
    this.now = this.first;
  }

  /** That the service still fails after what was done, and the answers were given. */
  chance(): number {
    return this.now;
  }

  /** Whether the remedy may still help after what was done. */
  useful(remedy: number): boolean {
    const end = this.firstEnd[remedy + 1]!;
    for (let at = this.firstEnd[remedy]!; at < end; at += 1) {
      this.steps += 1;
      if (this.left[this.endCause[at]!]! > 0) return true;
    }
    return false;
  }

  /** Does it; returns by how much that lowers the chance that the service still fails. */
  apply(remedy: number): number {
    const end = this.firstEnd[remedy + 1]!;
    const start = this.firstEnd[remedy]!;
    const touched = this.touches[remedy]!;
    let gain = 0;
    for (let at = start; at < end; at += 1) {
      const cause = this.endCause[at]!;
      const before = this.left[cause]!;
      this.left[cause] = before * (1 - this.endChance[at]!);
      gain += this.single[cause]! * before * this.endChance[at]!;
    }
    for (let at = 0; at < touched.length; at += 1) {
      const compound = touched[at]!;
      const weight = this.weightOf(compound);
      gain += this.together[compound]! - weight;
      this.together[compound] = weight;
    }
    this.steps += 1 + end - start;
    this.now = Math.max(0, this.now - gain);
    return gain;
  }

  /** What doing these would gain now, one after the other; nothing is done. */
  gains(remedies: readonly number[]): number[] {
    const now = this.now;
    this.before.set(this.left);
    this.togetherBefore.set(this.together);
    this.steps += this.left.length + this.together.length;
    const gains = remedies.map((remedy) => this.apply(remedy));
    this.left.set(this.before);
    this.together.set(this.togetherBefore);
    this.now = now;
    return gains;
  }

  /** What doing these together would gain now; nothing is done. */
  gain(remedies: readonly number[]): number {
    return this.gains(remedies).reduce((a, b) => a + b, 0);
  }

  /** Of one batch with its windows, each opened once, and the try. */
  minutes(batch: readonly number[]): number {
    this.opened.fill(-1);
    let minutes = this.model.retry;
    this.steps += batch.length;
    for (const at of batch) minutes += this.stepMinutes(at, 0);
    return minutes;
  }

  /** The remedy's minutes in the batch, with its window where no other of the batch opened it. */
  protected stepMinutes(remedy: number, batch: number): number {
    const window = this.dialogue[remedy]!;
    if (window < 0 || this.opened[window] === batch) return this.cost[remedy]!;
    this.opened[window] = batch;
    return this.cost[remedy]! + this.opening[remedy]!;
  }

  private weightOf(compound: number): number {
    const { members, weight } = this.compounds[compound]!;
    let ended = 1;
    this.steps += members.length;
    for (let at = 0; at < members.length; at += 1) ended *= 1 - this.left[members[at]!]!;
    return weight * (1 - ended);
  }
}
