import { answerChances } from "../belief.ts";
import type { Problem } from "../problem.ts";
import { allowed, minutesOf, stillBroken } from "./followed.ts";

/** The best of all ways there are, found by going through every one of them. */
export function bruteForce(problem: Problem): number {
  const total = problem.hypotheses.reduce((sum, { weight }) => sum + weight, 0);
  return best(
    problem.hypotheses.map(({ weight }) => weight / total),
    [],
    [],
  );

  function best(weights: number[], failed: string[], asked: string[]): number {
    const open = allowed(problem, failed);
    const chance = stillBroken(problem, weights, failed);
    if (open.length === 0) return chance * problem.giveUp;
    const costs = subsets(open).map(
      (batch) => chance * minutesOf(problem, batch) + best(weights, [...failed, ...batch], asked),
    );
    for (const question of problem.questions) {
      if (asked.includes(question.id)) continue;
      const chances = problem.hypotheses.map((each) => answerChances(question, each));
      const after = question.answers.map((_, at) =>
        best(
          weights.map((weight, hypothesis) => weight * chances[hypothesis]![at]!),
          failed,
          [...asked, question.id],
        ),
      );
      costs.push(after.reduce((sum, cost) => sum + cost, chance * question.cost));
    }
    return Math.min(...costs);
  }
}

/** All subsets but the empty one. */
export function subsets<T>(all: readonly T[]): T[][] {
  return Array.from({ length: 2 ** all.length - 1 }, (_, bits) =>
    all.filter((_, at) => (bits + 1) & (1 << at)),
  );
}

export function* permutations<T>(all: readonly T[]): Generator<T[]> {
  if (all.length === 0) yield [];
  for (const [at, first] of all.entries()) {
    for (const rest of permutations(all.toSpliced(at, 1))) yield [first, ...rest];
  }
}
