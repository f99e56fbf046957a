import type { Problem } from "../../src/engine/repair/problem.ts";
import { randomProblem } from "../../src/engine/repair/stage/random-problem.ts";

/** As large as a guide may be: 40 remedies and 8 questions, with everything that makes it hard. */
export function largeProblem(seed: number): Problem {
  return randomProblem(seed, {
    remedies: 40,
    alpha: 1,
    sigma: 1,
    retry: true,
    dependent: true,
    dialogues: true,
    compound: true,
    late: true,
    questions: 8,
  });
}
