import type { Model } from "./model.ts";
import type { Pricer } from "./pricer.ts";

/** What may be done together before one try. */
interface Block {
  remedies: number[];
  /** Chance to help for each minute. */
  ratio: number;
}

/**
 * Orders to begin the search with: by chance for minutes alone, the same with the try in the
 * minutes, and block by block, each time what has the best ratio after all that failed before.
 */
export function firstOrders(pricer: Pricer): Int32Array[] {
  return [...ratioOrders(pricer), byBlocks(pricer)];
}

/** The first two of these, which are much sooner found. */
export function ratioOrders(pricer: Pricer): Int32Array[] {
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

function byBlocks(pricer: Pricer): Int32Array {
  const { model } = pricer;
  const order: number[] = [];
  let rest = [...model.remedies.keys()];
  pricer.reset();
  while (rest.length > 0) {
    const useful = rest.filter((at) => pricer.useful(at));
    const early = useful.filter((at) => !model.remedies[at]!.late);
    const open = early.length > 0 ? early : useful;
    // What cannot help any more keeps its place at the end; it is left out when priced.
    const chosen = open.length > 0 ? bestBlock(pricer, open) : lateLast(model, rest);
    for (const at of chosen) pricer.apply(at);
    order.push(...chosen);
    rest = rest.filter((at) => !chosen.includes(at));
  }
  return Int32Array.from([...order].sort((a, b) => lateness(model, a) - lateness(model, b)));
}

const lateness = (model: Model, at: number) => Number(model.remedies[at]!.late);

const lateLast = (model: Model, rest: number[]) =>
  rest.toSorted((a, b) => lateness(model, a) - lateness(model, b));

function bestBlock(pricer: Pricer, open: number[]): number[] {
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
    ...compoundBlocks(pricer, open),
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

/** For each hypothesis of several causes, the best remedy of each of them. */
function compoundBlocks(pricer: Pricer, open: number[]): Block[] {
  const { hypotheses, remedies } = pricer.model;
  return hypotheses
    .filter((members) => members.length > 1)
    .flatMap((members) => {
      const chosen = members.map((cause) => {
        const worth = (at: number) =>
          (remedies[at]!.ends.find((end) => end.cause === cause)?.chance ?? 0) / remedies[at]!.cost;
        const best = open.reduce((a, b) => (worth(b) > worth(a) ? b : a));
        return worth(best) > 0 ? [best] : [];
      });
      const block = [...new Set(chosen.flat())];
      return block.length > 1 ? [{ remedies: block, ratio: ratioOf(pricer, block) }] : [];
    });
}

function ratioOf(pricer: Pricer, block: number[]): number {
  return pricer.gain(block) / pricer.minutes(block);
}
