import { update } from "../belief.ts";
import { nextStep } from "../next-step.ts";
import type { Learnt, Problem, Remedy } from "../problem.ts";
import { allowed, type Does } from "./followed.ts";

/** Simpler ways to choose, to compare with. All keep late steps late and leave out what cannot help. */
export type Rule = (problem: Problem) => (learnt: Learnt) => Does;

/** In the order in which the steps are printed. */
export const documentOrder: Rule = (problem) => one(problem, () => 0);

export const cheapestFirst: Rule = (problem) => one(problem, ({ cost }) => -cost);

export const likeliestFirst: Rule = (problem) => one(problem, (remedy) => chance(problem, remedy));

/** Chance for minutes, by what was thought at the beginning. */
export const simpleRatio: Rule = (problem) =>
  one(problem, (remedy) => {
    const opening = remedy.dialogue === undefined ? 0 : (problem.dialogues[remedy.dialogue] ?? 0);
    return chance(problem, remedy) / (remedy.cost + opening + problem.retry);
  });

/** Chance for minutes, by what is thought after every try; one step, one try, no questions. */
export const updatedRatio: Rule = (problem) => (learnt) => {
  const weights = update(problem, learnt);
  const hypotheses = problem.hypotheses.map(({ causes }, at) => ({ causes, weight: weights[at]! }));
  return simpleRatio({ ...problem, hypotheses })(learnt);
};

/** What the planner says. */
export const planned =
  (by?: Parameters<typeof nextStep>[2]): Rule =>
  (problem) =>
  (learnt) => {
    const step = nextStep(problem, learnt, by);
    if (step.kind === "give-up") return "give-up";
    return step.kind === "question" ? { question: step.id } : { batch: step.batch };
  };

/** The allowed remedy with the highest worth, one at a time. */
function one(problem: Problem, worth: (remedy: Remedy) => number): (learnt: Learnt) => Does {
  const worths = new Map(problem.remedies.map((remedy) => [remedy.id, worth(remedy)] as const));
  return ({ failed }) => {
    const open = allowed(problem, failed);
    if (open.length === 0) return "give-up";
    return { batch: [open.reduce((a, b) => (worths.get(b)! > worths.get(a)! ? b : a))] };
  };
}

function chance({ hypotheses }: Problem, { ends }: Remedy): number {
  return hypotheses.reduce(
    (sum, { causes, weight }) =>
      sum + weight * Math.max(0, ...causes.map((cause) => ends[cause] ?? 0)),
    0,
  );
}
