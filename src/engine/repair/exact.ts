import type { Model } from "./model.ts";

/** The exact optimum for few remedies: dynamic programming over the sets of remedies done. */
export interface Exact {
  expectedCost: number;
  /** The best beginning: a batch (bits of `model.remedies`), a question, or neither. */
  batch: number;
  /** Of `model.questions`; -1 where none is asked now. */
  question: number;
  /** Batches one after the other, as long as each fails and nothing is asked. */
  batches: number[];
  /** Expected cost of beginning with each remedy, alone or in a batch; infinite where it must wait. */
  remedies: number[];
  /** Expected cost of asking each question now; infinite where that was not computed. */
  questions: number[];
}

/** More remedies than this are never solved exactly: their sets would not fit into the bits here. */
const mostExact = 14;

/** What is gained must be more than rounding. */
const hair = 1e-9;

interface Solved {
  /** For every set done, the expected cost from there, times the chance to get there. */
  costs: Float64Array;
  batches: Int32Array;
  /** The question asked at each set, or -1. */
  asked: Int16Array;
}

/** Work of one belief beside its sets, and beside that for each question that may follow. */
const beliefWork = 40;
const questionWork = 4;

/** How many steps of work `exact` would take: sets with their batches, for every belief. */
export function exactWork(
  { remedies, questions, hypotheses, causes }: Model,
  depth: number,
): number {
  if (remedies.length > mostExact) return Number.POSITIVE_INFINITY;
  const late = remedies.filter((remedy) => remedy.late).length;
  const early = remedies.length - late;
  const sets = 2 ** remedies.length;
  const members = hypotheses.reduce((sum, each) => sum + each.length, 0);
  const perBelief =
    3 ** early +
    3 ** late +
    sets * (4 + hypotheses.length) +
    beliefWork +
    questionWork * questions.length;
  const answers = questions.map(({ chances }) => chances.length);
  return sets * (causes.length + members) + perBelief * beliefs(answers, depth);
}

/**
 * What may have been answered, with at most `depth` questions one after the other in any order:
 * 1 + Σ_k k! · e_k, where e_k is the sum of the products of k of these numbers.
 */
function beliefs(answers: readonly number[], depth: number): number {
  const products = new Float64Array(Math.min(depth, answers.length) + 1);
  products[0] = 1;
  for (const count of answers) {
    for (let k = products.length - 1; k > 0; k -= 1) products[k]! += count * products[k - 1]!;
  }
  let orders = 1;
  return products.reduce((sum, product, k) => {
    orders *= Math.max(1, k);
    return sum + orders * product;
  }, 0);
}

/** The best of all plans that ask at most `depth` questions on any way through them. */
export function exact(model: Model, depth: number): Exact {
  const { remedies, questions } = model;
  const count = remedies.length;
  const full = (1 << count) - 1;
  const late = bits(remedies.map((remedy) => remedy.late));
  const minutes = batchMinutes(model);
  const useful = usefulSets(model);
  const broken = brokenSets(model);
  const known = new Map<string, Solved>();
  const root = solve(model.weights, "", depth);
  return {
    expectedCost: root.costs[0]!,
    batch: root.asked[0]! >= 0 ? 0 : root.batches[0]!,
    question: root.asked[0]!,
    batches: whole(root.batches),
    remedies: remedies.map((_, at) => beginningWith(1 << at)),
    questions: questions.map((_, at) =>
      depth > 0 ? asking(at, model.weights, "", depth).at(0)! : Number.POSITIVE_INFINITY,
    ),
  };

  function possible(done: number): number {
    const early = useful[done]! & ~late;
    return early !== 0 ? early : useful[done]!;
  }

  function solve(weights: Float64Array, answers: string, questionsLeft: number): Solved {
    const key = `${questionsLeft}:${answers}`;
    const before = known.get(key);
    if (before) return before;
    const chance = chancesOf(weights);
    const asks =
      questionsLeft === 0
        ? []
        : questions.flatMap((_, at) =>
            answers.includes(`,${at}=`)
              ? []
              : [{ at, costs: asking(at, weights, answers, questionsLeft) }],
          );
    const costs = new Float64Array(full + 1);
    const batches = new Int32Array(full + 1);
    const asked = new Int16Array(full + 1).fill(-1);
    for (let done = full; done >= 0; done -= 1) {
      // Never met: a late remedy would have been done too early.
      if ((done & late) !== 0 && (useful[done & ~late]! & ~late) !== 0) continue;
      const open = possible(done);
      const now = chance[done]!;
      if (open === 0) {
        costs[done] = now * model.giveUp;
        continue;
      }
      let best = Number.POSITIVE_INFINITY;
      let chosen = 0;
      for (let batch = open; batch > 0; batch = (batch - 1) & open) {
        const cost = now * minutes[batch]! + costs[done | batch]!;
        if (cost < best) {
          best = cost;
          chosen = batch;
        }
      }
      batches[done] = chosen;
      for (const ask of asks) {
        if (ask.costs[done]! < best - hair * best) {
          best = ask.costs[done]!;
          asked[done] = ask.at;
        }
      }
      costs[done] = best;
    }
    const solved = { costs, batches, asked };
    known.set(key, solved);
    return solved;
  }

  /** For every set done: this question, and then the best that its answers allow. */
  function asking(at: number, weights: Float64Array, answers: string, left: number): Float64Array {
    const question = questions[at]!;
    const costs = chancesOf(weights).map((chance) => chance * question.cost);
    for (const [answer, chances] of question.chances.entries()) {
      const given = weights.map((weight, hypothesis) => weight * chances[hypothesis]!);
      const learnt = [...answers.split(";"), `,${at}=${answer}`].sort().join(";");
      const after = solve(given, learnt, left - 1).costs;
      for (let done = 0; done <= full; done += 1) costs[done]! += after[done]!;
    }
    return costs;
  }

  /** For every set done, that the service still fails and these answers were given. */
  function chancesOf(weights: Float64Array): Float64Array {
    const chance = new Float64Array(full + 1);
    for (const [at, weight] of weights.entries()) {
      const own = broken[at]!;
      for (let done = 0; done <= full; done += 1) chance[done]! += weight * own[done]!;
    }
    return chance;
  }

  function beginningWith(remedy: number): number {
    const open = possible(0);
    if ((open & remedy) === 0) return Number.POSITIVE_INFINITY;
    const others = open & ~remedy;
    let best = Number.POSITIVE_INFINITY;
    for (let with_ = others; ; with_ = (with_ - 1) & others) {
      const batch = with_ | remedy;
      best = Math.min(best, minutes[batch]! + root.costs[batch]!);
      if (with_ === 0) return best;
    }
  }
}

function whole(batches: Int32Array): number[] {
  const all: number[] = [];
  for (let done = 0; batches[done] !== 0; done |= batches[done]!) all.push(batches[done]!);
  return all;
}

const bits = (flags: boolean[]) => flags.reduce((set, flag, at) => set | (flag ? 1 << at : 0), 0);

/** Minutes of each batch, its windows opened once, with one try. */
function batchMinutes({ remedies, retry }: Model): Float64Array {
  const windows = Math.max(0, ...remedies.map(({ dialogue }) => dialogue + 1));
  const sharing = Array.from({ length: windows }, (_, window) =>
    bits(remedies.map(({ dialogue }) => dialogue === window)),
  );
  const minutes = new Float64Array(1 << remedies.length);
  for (let batch = 1; batch < minutes.length; batch += 1) {
    const at = 31 - Math.clz32(batch);
    const rest = batch ^ (1 << at);
    const { cost, dialogue, opening } = remedies[at]!;
    const open = dialogue >= 0 && (rest & sharing[dialogue]!) !== 0;
    minutes[batch] = (rest === 0 ? retry : minutes[rest]!) + cost + (open ? 0 : opening);
  }
  return minutes;
}

/** For every set done, the others that may still help: not those whose causes have surely ended. */
function usefulSets({ causes, remedies }: Model): Int32Array {
  const able = causes.map((_, cause) =>
    bits(remedies.map(({ ends }) => ends.some((end) => end.cause === cause))),
  );
  const sure = causes.map((_, cause) =>
    bits(remedies.map(({ ends }) => ends.some((end) => end.cause === cause && end.chance === 1))),
  );
  const useful = new Int32Array(1 << remedies.length);
  for (let done = 0; done < useful.length; done += 1) {
    let set = 0;
    for (let cause = 0; cause < able.length; cause += 1) {
      if ((done & sure[cause]!) === 0) set |= able[cause]!;
    }
    useful[done] = set & ~done;
  }
  return useful;
}

/** For each hypothesis and every set done, that at least one of its causes is left. */
function brokenSets({ causes, hypotheses, left, remedies }: Model): Float64Array[] {
  const survive = causes.map((_, cause) => {
    const each = remedies.map(({ ends }) => ends.find((end) => end.cause === cause)?.chance ?? 0);
    const chance = new Float64Array(1 << remedies.length);
    chance[0] = left[cause]!;
    for (let done = 1; done < chance.length; done += 1) {
      const at = 31 - Math.clz32(done);
      chance[done] = chance[done ^ (1 << at)]! * (1 - each[at]!);
    }
    return chance;
  });
  return hypotheses.map((members) => {
    if (members.length === 1) return survive[members[0]!]!;
    return survive[0]!.map(
      (_, done) => 1 - members.reduce((ended, cause) => ended * (1 - survive[cause]![done]!), 1),
    );
  });
}
