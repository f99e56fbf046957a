import { decideBySearch } from "../decide.ts";
import { exact } from "../exact.ts";
import { modelOf } from "../model.ts";
import type { Problem } from "../problem.ts";
import { followed } from "./followed.ts";
import { type Draw, misjudged, randomProblem } from "./random-problem.ts";
import * as rules from "./rules.ts";

export interface Case extends Draw {
  /** What it is told apart by in tables. */
  kind: string;
  seed: number;
}

/** Kinds of problems, each with more in it than the one before. */
const kinds: Record<string, Partial<Draw>> = {
  "independent, trying is free": {},
  "independent, a try costs": { retry: true },
  "dependent remedies": { retry: true, dependent: true },
  "shared windows": { retry: true, dialogues: true },
  "all of these, several faults, late ones": {
    retry: true,
    dependent: true,
    dialogues: true,
    compound: true,
    late: true,
  },
  "the same with 1 or 2 questions": {
    retry: true,
    dependent: true,
    dialogues: true,
    compound: true,
    late: true,
    questions: 1,
  },
};

/** Every kind with 3 to 12 remedies, both concentrations, three spreads and both sorts of remedies. */
export function* cases(rounds: number): Generator<Case> {
  let seed = 0;
  for (let round = 0; round < rounds; round += 1) {
    for (const [kind, parts] of Object.entries(kinds)) {
      for (let remedies = 3; remedies <= 12; remedies += 1) {
        for (const [alpha, sigma] of shapes) {
          seed += 1;
          const sure = (round + remedies) % 2 === 0;
          const questions = parts.questions === undefined ? 0 : 1 + (seed % 2);
          yield { kind, seed: seed * 7_919, remedies, alpha, sigma, sure, ...parts, questions };
        }
      }
    }
  }
}

const shapes = [
  [1, 0.5],
  [1, 1],
  [1, 1.5],
  [0.5, 0.5],
  [0.5, 1],
  [0.5, 1.5],
] as const;

/** What each way of choosing costs on average, in minutes. */
export type Costs = Record<(typeof ways)[number], number>;

export const ways = [
  "optimum",
  "planner",
  "search alone",
  "planner, priors wrong ×2",
  "document order",
  "cheapest first",
  "likeliest first",
  "simple p/c",
  "p/c updated",
  "late ones any time",
] as const;

export function costsOf(one: Case): Costs {
  return costsIn(randomProblem(one.seed, one), one.seed);
}

/** The same of any problem of at most 12 remedies; `seed` decides how the priors are wrong. */
export function costsIn(problem: Problem, seed: number): Costs {
  const model = modelOf(problem, nothing);
  const wrong = misjudged(problem, seed + 1, 2);
  const cost = (rule: rules.Rule, believed: Problem = problem) => followed(problem, rule(believed));
  return {
    optimum: exact(model, problem.questions.length).expectedCost,
    planner: cost(rules.planned()),
    "search alone": cost(rules.planned(decideBySearch)),
    "planner, priors wrong ×2": cost(rules.planned(), wrong),
    "document order": cost(rules.documentOrder),
    "cheapest first": cost(rules.cheapestFirst),
    "likeliest first": cost(rules.likeliestFirst),
    "simple p/c": cost(rules.simpleRatio),
    "p/c updated": cost(rules.updatedRatio),
    "late ones any time": exact(modelOf(unheld(problem), nothing), problem.questions.length)
      .expectedCost,
  };
}

/** The same problem where nothing has to wait for anything. */
function unheld(problem: Problem): Problem {
  return { ...problem, remedies: problem.remedies.map(({ late: _, ...remedy }) => remedy) };
}

const nothing = { answers: [], failed: [] };

export interface Spread {
  mean: number;
  /** 95 of 100 are not above. */
  most: number;
  max: number;
}

export function spreadOf(values: readonly number[]): Spread {
  const sorted = values.toSorted((a, b) => a - b);
  return {
    mean: sorted.reduce((a, b) => a + b, 0) / sorted.length,
    most: sorted[Math.ceil(sorted.length * 0.95) - 1]!,
    max: sorted.at(-1)!,
  };
}
