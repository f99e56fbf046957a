import type { Hypothesis, Learnt, Problem, Question } from "./problem.ts";

/** An answer is never proof: people err, and a chance of 0 is only a round number. */
const leastChance = 0.001;

/**
 * How often each answer is given where the hypothesis is true; they sum to 1. Where several causes
 * are true together, those that the question names decide, each as much as the other.
 */
export function answerChances(question: Question, { causes }: Hypothesis): number[] {
  const named = causes.filter((cause) =>
    question.answers.some(({ chanceWhere }) => Object.hasOwn(chanceWhere, cause)),
  );
  const raw = question.answers.map(({ chanceWhere, otherwise }) => {
    const chanceOf = (cause: string) =>
      Object.hasOwn(chanceWhere, cause) ? chanceWhere[cause]! : otherwise;
    const sum = named.reduce((total, cause) => total + chanceOf(cause), 0);
    return Math.max(leastChance, named.length > 0 ? sum / named.length : otherwise);
  });
  const total = raw.reduce((a, b) => a + b, 0);
  return raw.map((chance) => chance / total);
}

/** How often the remedy ends the cause, within 0 and 1. */
export function chanceToEnd(ends: Record<string, number>, cause: string): number {
  const chance = Object.hasOwn(ends, cause) ? ends[cause]! : 0;
  return Math.min(1, Math.max(0, chance));
}

/** That each cause would still be there after these remedies, if it was the cause. */
export function survivals(problem: Problem, done: readonly string[]): Map<string, number> {
  const left = new Map<string, number>();
  for (const { causes } of problem.hypotheses) for (const cause of causes) left.set(cause, 1);
  const remedies = problem.remedies.filter(({ id }) => done.includes(id));
  for (const cause of left.keys()) {
    const chance = remedies.reduce((p, { ends }) => p * (1 - chanceToEnd(ends, cause)), 1);
    left.set(cause, chance);
  }
  return left;
}

/** Weights of the hypotheses by the answers alone, in sum 1. */
export function byAnswers(problem: Problem, answers: Learnt["answers"]): number[] {
  const weights = problem.hypotheses.map((hypothesis) =>
    answers.reduce(
      (weight, given) => {
        const question = problem.questions.find(({ id }) => id === given.question);
        const at = question?.answers.findIndex(({ id }) => id === given.answer) ?? -1;
        return question && at >= 0 ? weight * answerChances(question, hypothesis)[at]! : weight;
      },
      Math.max(0, hypothesis.weight),
    ),
  );
  return normalised(weights);
}

/**
 * How likely each hypothesis is after the answers, and after these remedies were done and the
 * service still failed (Bayes). All 0 where nothing that was thought of is left.
 */
export function update(problem: Problem, { answers, failed }: Learnt): number[] {
  const left = survivals(problem, failed);
  const weights = byAnswers(problem, answers);
  return normalised(
    problem.hypotheses.map(({ causes }, at) => weights[at]! * stillBroken(causes, left)),
  );
}

/** That at least one of the causes is left. */
export function stillBroken(causes: readonly string[], left: Map<string, number>): number {
  return 1 - causes.reduce((ended, cause) => ended * (1 - left.get(cause)!), 1);
}

/** How likely each cause is, alone or together with others. */
export function causeChances(problem: Problem, weights: readonly number[]): Record<string, number> {
  const chances = new Map<string, number>();
  for (const [at, { causes }] of problem.hypotheses.entries()) {
    for (const cause of new Set(causes)) {
      chances.set(cause, (chances.get(cause) ?? 0) + (weights[at] ?? 0));
    }
  }
  return Object.fromEntries(chances);
}

function normalised(weights: number[]): number[] {
  const total = weights.reduce((a, b) => a + b, 0);
  return weights.map((weight) => (total > 0 ? weight / total : 0));
}
