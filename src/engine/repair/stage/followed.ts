import { answerChances } from "../belief.ts";
import type { Learnt, Problem } from "../problem.ts";

/** What somebody does next, knowing what has been learnt. */
export type Does = { batch: readonly string[] } | { question: string } | "give-up";

/**
 * What it costs on average to follow somebody's steps to the end, by the formula written down
 * plainly and without anything of the planner but how often an answer is given.
 */
export function followed(problem: Problem, next: (learnt: Learnt) => Does): number {
  const total = problem.hypotheses.reduce((sum, { weight }) => sum + weight, 0);
  const weights = problem.hypotheses.map(({ weight }) => weight / total);
  return visit({ answers: [], failed: [] }, weights, 0);

  function visit(learnt: Learnt, given: number[], depth: number): number {
    const chance = stillBroken(problem, given, learnt.failed);
    if (chance < 1e-15) return 0;
    const does = next(learnt);
    if (does === "give-up") return chance * problem.giveUp;
    if (depth > 100) throw new RangeError("no end");
    if ("batch" in does) {
      const failed = [...learnt.failed, ...does.batch];
      return (
        chance * minutesOf(problem, does.batch) + visit({ ...learnt, failed }, given, depth + 1)
      );
    }
    const question = problem.questions.find(({ id }) => id === does.question)!;
    const chances = problem.hypotheses.map((hypothesis) => answerChances(question, hypothesis));
    return question.answers.reduce((sum, { id }, at) => {
      const answers = [...learnt.answers, { question: question.id, answer: id }];
      const weighed = given.map((weight, hypothesis) => weight * chances[hypothesis]![at]!);
      return sum + visit({ ...learnt, answers }, weighed, depth + 1);
    }, chance * question.cost);
  }
}

/** Remedies that could end something if these have failed, those that must wait left out. */
export function allowed(problem: Problem, failed: readonly string[]): string[] {
  const done = problem.remedies.filter(({ id }) => failed.includes(id));
  const rest = problem.remedies.filter(({ id }) => !failed.includes(id));
  const sure = (cause: string) => done.some(({ ends }) => ends[cause] === 1);
  const endable = (cause: string) => problem.remedies.some(({ ends }) => (ends[cause] ?? 0) > 0);
  const useful = rest.filter(({ ends }) =>
    problem.hypotheses.some(
      ({ causes }) =>
        causes.every(endable) && causes.some((cause) => (ends[cause] ?? 0) > 0 && !sure(cause)),
    ),
  );
  const early = useful.filter(({ late }) => !late);
  return (early.length > 0 ? early : useful).map(({ id }) => id);
}

export function minutesOf(problem: Problem, batch: readonly string[]): number {
  const remedies = problem.remedies.filter(({ id }) => batch.includes(id));
  const windows = new Set(remedies.flatMap(({ dialogue }) => dialogue ?? []));
  const opening = [...windows].reduce((sum, id) => sum + (problem.dialogues[id] ?? 0), 0);
  return remedies.reduce((sum, { cost }) => sum + cost, problem.retry + opening);
}

/** That the service still fails after these, by weights that need not sum to 1. */
export function stillBroken(problem: Problem, weights: number[], done: readonly string[]): number {
  const remedies = problem.remedies.filter(({ id }) => done.includes(id));
  return problem.hypotheses.reduce((sum, { causes }, at) => {
    const ended = causes.reduce(
      (all, cause) => all * (1 - remedies.reduce((p, { ends }) => p * (1 - (ends[cause] ?? 0)), 1)),
      1,
    );
    return sum + weights[at]! * (1 - ended);
  }, 0);
}
