import { answerChances, byAnswers, chanceToEnd, stillBroken, survivals } from "./belief.ts";
import type { Learnt, Problem, Remedy } from "./problem.ts";

/** A remedy that may still help, with causes and windows as numbers. */
interface Doable {
  id: string;
  /** Minutes; never 0, so that chances for minutes can be compared. */
  cost: number;
  late: boolean;
  /** The window's number, or -1. */
  dialogue: number;
  /** Minutes to open that window. */
  opening: number;
  ends: { cause: number; chance: number }[];
}

interface Askable {
  id: string;
  cost: number;
  /** For each answer, how often each hypothesis gives it. */
  chances: Float64Array[];
}

/** A problem after what has been learnt, cut down to what still matters, as numbers. */
export interface Model {
  causes: string[];
  hypotheses: number[][];
  /** By answers alone, scaled so that the chance to be broken now is 1. */
  weights: Float64Array;
  /** That each cause survived what was done so far. */
  left: Float64Array;
  remedies: Doable[];
  /** Names of the windows, by number. */
  dialogues: string[];
  questions: Askable[];
  retry: number;
  giveUp: number;
}

const leastMinutes = 0.01;

/** Causes of all hypotheses of several causes together. */
const mostTogether = 5_000;

/**
 * What is possible at all; of very many hypotheses of several causes the likeliest. The others come in
 * again when these have become less likely.
 */
function thinkable(hypotheses: Problem["hypotheses"], chances: readonly number[]): Set<number> {
  let room = mostTogether;
  const sorted = [...chances.keys()].sort((a, b) => chances[b]! - chances[a]! || a - b);
  return new Set(
    sorted.filter((at) => {
      const together = hypotheses[at]!.causes.length < 2 ? 0 : hypotheses[at]!.causes.length;
      // The likeliest is kept however long it is.
      if (!(chances[at]! > 0) || (together > room && room < mostTogether)) return false;
      room -= together;
      return true;
    }),
  );
}

export function modelOf(problem: Problem, learnt: Learnt): Model {
  const before = survivals(problem, learnt.failed);
  const answered = byAnswers(problem, learnt.answers);
  const broken = problem.hypotheses.map(({ causes }) => stillBroken(causes, before));
  const chances = broken.map((chance, at) => chance * answered[at]!);
  const possible = thinkable(problem.hypotheses, chances);
  const scale = chances.reduce((sum, chance, at) => sum + (possible.has(at) ? chance : 0), 0);
  const kept = problem.hypotheses.filter((_, at) => possible.has(at));
  const weights = answered.filter((_, at) => possible.has(at));
  const causes = [...new Set(kept.flatMap((hypothesis) => hypothesis.causes))];
  const place = new Map(causes.map((cause, at) => [cause, at] as const));
  const undone = problem.remedies.filter(({ id }) => !learnt.failed.includes(id));
  const left = causes.map((cause) => before.get(cause)!);
  const hypotheses = kept.map((hypothesis) => [
    ...new Set(hypothesis.causes.map((cause) => place.get(cause)!)),
  ]);
  const ended = undone.map(({ ends }) =>
    Object.keys(ends).flatMap((name) => {
      const cause = place.get(name);
      return cause === undefined ? [] : [{ cause, chance: chanceToEnd(ends, name) }];
    }),
  );
  const able = new Set(ended.flat().flatMap(({ cause, chance }) => (chance > 0 ? cause : [])));
  const endable = (cause: number) => left[cause]! < 1 || able.has(cause);
  const mattering = new Set(hypotheses.filter((members) => members.every(endable)).flat());
  const windows = Object.keys(problem.dialogues);
  const asked = new Set(learnt.answers.map(({ question }) => question));
  const remedies = undone.map(doable).filter(({ ends }) => ends.length > 0);
  // Whatever the answer, the only remedy that is left is done.
  const open = remedies.length < 2 ? [] : problem.questions.filter(({ id }) => !asked.has(id));
  return {
    causes,
    hypotheses,
    weights: Float64Array.from(weights, (weight) => weight / scale),
    left: Float64Array.from(left),
    remedies,
    dialogues: windows,
    questions: open.map((question) => {
      const chances = kept.map((hypothesis) => answerChances(question, hypothesis));
      return {
        id: question.id,
        cost: Math.max(0, question.cost),
        chances: question.answers.map((_, at) => Float64Array.from(chances, (each) => each[at]!)),
      };
    }),
    retry: Math.max(0, problem.retry),
    giveUp: Math.max(0, problem.giveUp),
  };

  function doable({ id, cost, dialogue, late }: Remedy, at: number): Doable {
    const known = dialogue !== undefined && Object.hasOwn(problem.dialogues, dialogue);
    const opening = known ? Math.max(0, problem.dialogues[dialogue]!) : 0;
    return {
      id,
      cost: Math.max(leastMinutes, cost),
      late: late === true,
      dialogue: opening > 0 ? windows.indexOf(dialogue!) : -1,
      opening,
      ends: ended[at]!.filter(
        ({ cause, chance }) => chance > 0 && mattering.has(cause) && left[cause]! > 0,
      ).sort((a, b) => a.cause - b.cause),
    };
  }
}
