import type { Model } from "./model.ts";
import type { Pricer } from "./pricer.ts";

/** What may be done together before one try. */
interface Block {
  remedies: number[];
  /** Chance to help for each minute. */
  ratio: number;
}

/**
 * Orders to begin the search with (the blocks as far as `work` steps go): by chance for minutes alone, the same with the try in the
 * minutes, and block by block, each time what has the best ratio after all that failed before.
 */
export function firstOrders(pricer: Pricer, work: number): Int32Array[] {
  const byRatio = ratioOrders(pricer);
  return [...byRatio, byBlocks(pricer, byRatio[1]!, pricer.steps + work)];
}

/** The first two of these, which are much sooner found. */
export function ratioOrders(pricer: Pricer): [Int32Array, Int32Array] {
  const { remedies, retry } = pricer.model;
  pricer.reset();
  const gains = remedies.map((_, at) => pricer.gain([at]));
  const sorted = (minutes: (at: number) => number) =>
    Int32Array.from(remedies.keys()).sort(
      (a, b) =>
        Number(remedies[a]!.late) - Number(remedies[b]!.late) ||
        gains[b]! / minutes(b) - gains[a]! / minutes(a) ||
        a - b,
    );
  return [
    sorted((at) => remedies[at]!.cost),
    sorted((at) => remedies[at]!.cost + remedies[at]!.opening + retry),
  ];
}

/** What is left when the pricer has done `most` steps follows as in `byRatio`. */
function byBlocks(pricer: Pricer, byRatio: Int32Array, most: number): Int32Array {
  const { model } = pricer;
  const order: number[] = [];
  const ending = endingBest(model);
  let rest = [...model.remedies.keys()];
  pricer.reset();
  while (rest.length > 0 && pricer.steps < most) {
    const useful = rest.filter((at) => pricer.useful(at));
    const early = useful.filter((at) => !model.remedies[at]!.late);
    const open = early.length > 0 ? early : useful;
    // What cannot help any more keeps its place at the end; it is left out when priced.
    const chosen = open.length > 0 ? bestBlock(pricer, open, ending, most) : lateLast(model, rest);
    for (const at of chosen) pricer.apply(at);
    order.push(...chosen);
    rest = rest.filter((at) => !chosen.includes(at));
  }
  order.push(...byRatio.filter((at) => rest.includes(at)));
  return Int32Array.from(order.sort((a, b) => lateness(model, a) - lateness(model, b)));
}

const lateness = (model: Model, at: number) => Number(model.remedies[at]!.late);

const lateLast = (model: Model, rest: number[]) =>
  rest.toSorted((a, b) => lateness(model, a) - lateness(model, b));

function bestBlock(
  pricer: Pricer,
  open: number[],
  ending: readonly number[][],
  most: number,
): number[] {
  const { remedies } = pricer.model;
  const gains = new Map(open.map((at) => [at, pricer.gain([at])] as const));
  const ratio = (at: number) => gains.get(at)! / remedies[at]!.cost;
  const sorted = open.toSorted((a, b) => ratio(b) - ratio(a) || a - b);
  const windows = [...new Set(open.map((at) => remedies[at]!.dialogue))].filter((at) => at >= 0);
  const candidates = [
    grown(pricer, sorted),
    ...windows.map((window) =>
      grown(
        pricer,
        sorted.filter((at) => remedies[at]!.dialogue === window),
      ),
    ),
    ...compoundBlocks(pricer, open, ending, most),
  ];
  return candidates.reduce((best, block) => (block.ratio > best.ratio ? block : best)).remedies;
}

/** The beginning of the list with the best ratio, at least one. */
function grown(pricer: Pricer, sorted: number[]): Block {
  const gains = pricer.gains(sorted);
  let best: Block = { remedies: [], ratio: Number.NEGATIVE_INFINITY };
  let gain = 0;
  for (let length = 1; length <= sorted.length; length += 1) {
    gain += gains[length - 1]!;
    const remedies = sorted.slice(0, length);
    const ratio = gain / pricer.minutes(remedies);
    if (ratio <= best.ratio) break;
    best = { remedies, ratio };
  }
  return best;
}

/** By cause, the remedies that end it, the best chance for its minutes first. */
function endingBest({ causes, remedies }: Model): number[][] {
  const ending = causes.map((): { at: number; worth: number }[] => []);
  for (const [at, { cost, ends }] of remedies.entries()) {
    for (const { cause, chance } of ends) ending[cause]!.push({ at, worth: chance / cost });
  }
  return ending.map((all) => all.sort((a, b) => b.worth - a.worth).map(({ at }) => at));
}

/** For each hypothesis of several causes, the best remedy of each of them. */
function compoundBlocks(
  pricer: Pricer,
  open: number[],
  ending: readonly number[][],
  most: number,
): Block[] {
  const may = new Set(open);
  const blocks: Block[] = [];
  for (const members of pricer.model.hypotheses) {
    if (members.length < 2) continue;
    if (pricer.steps >= most) break;
    const chosen = members.flatMap((cause) => ending[cause]!.find((at) => may.has(at)) ?? []);
    pricer.steps += members.length;
    const remedies = [...new Set(chosen)];
    if (remedies.length > 1) blocks.push({ remedies, ratio: ratioOf(pricer, remedies) });
  }
  return blocks;
}

function ratioOf(pricer: Pricer, block: number[]): number {
  return pricer.gain(block) / pricer.minutes(block);
}
