import type { Model } from "./model.ts";

/**
 * What is left of every cause while remedies are done one after the other, under given weights of the
 * hypotheses. Nearly all the planner's time is spent here, so it is numbers in flat arrays.
 */
export class State {
  readonly model: Model;
  /** Weight of each cause as the only one. */
  private readonly single: Float64Array;
  /** Hypotheses of several causes, and by cause which of them contain it. */
  private readonly compounds: { members: number[]; weight: number }[] = [];
  private readonly within: number[][];
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
  private readonly first: number;
  protected now = 0;

  constructor(model: Model, weights: Float64Array) {
    const { remedies, causes } = model;
    const ends = remedies.flatMap((remedy) => remedy.ends);
    this.model = model;
    this.single = new Float64Array(causes.length);
    this.within = causes.map(() => []);
    for (const [at, members] of model.hypotheses.entries()) {
      if (members.length === 1) this.single[members[0]!]! += weights[at]!;
      else {
        for (const cause of members) this.within[cause]!.push(this.compounds.length);
        this.compounds.push({ members, weight: weights[at]! });
      }
    }
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
    this.left.set(model.left);
    this.together = Float64Array.from(this.compounds, (_, at) => this.weightOf(at));
    this.togetherFirst = this.together.slice();
    this.togetherBefore = this.together.slice();
    const alone = this.single.map((weight, cause) => weight * model.left[cause]!);
    this.first = [...alone, ...this.together].reduce((sum, weight) => sum + weight, 0);
    this.now = this.first;
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
      if (this.left[this.endCause[at]!]! > 0) return true;
    }
    return false;
  }

  /** Does it; returns by how much that lowers the chance that the service still fails. */
  apply(remedy: number): number {
    const end = this.firstEnd[remedy + 1]!;
    let gain = 0;
    for (let at = this.firstEnd[remedy]!; at < end; at += 1) {
      const cause = this.endCause[at]!;
      const before = this.left[cause]!;
      const together = this.within[cause]!;
      this.left[cause] = before * (1 - this.endChance[at]!);
      gain += this.single[cause]! * before * this.endChance[at]!;
      for (let one = 0; one < together.length; one += 1) {
        const compound = together[one]!;
        const weight = this.weightOf(compound);
        gain += this.together[compound]! - weight;
        this.together[compound] = weight;
      }
    }
    this.now = Math.max(0, this.now - gain);
    return gain;
  }

  /** What doing these would gain now, one after the other; nothing is done. */
  gains(remedies: readonly number[]): number[] {
    const now = this.now;
    this.before.set(this.left);
    this.togetherBefore.set(this.together);
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
    for (let at = 0; at < members.length; at += 1) ended *= 1 - this.left[members[at]!]!;
    return weight * (1 - ended);
  }
}
