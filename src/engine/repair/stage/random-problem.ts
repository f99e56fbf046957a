import { seededRandom } from "../../../machine/memory/random.ts";
import type { Problem, Question, Remedy } from "../problem.ts";

/** What kind of problem is drawn. */
export interface Draw {
  remedies: number;
  /** Of the Dirichlet distribution of the causes: the smaller, the more one stands out. */
  alpha: number;
  /** Of the logarithm of the minutes. */
  sigma: number;
  /** Some remedies end several causes, and some causes have several remedies. */
  dependent?: boolean;
  dialogues?: boolean;
  retry?: boolean;
  /** Every remedy always ends its causes; otherwise most of them only in half of the cases or more. */
  sure?: boolean;
  /** Some hypotheses are of two causes. */
  compound?: boolean;
  /** Some remedies are late ones. */
  late?: boolean;
  questions?: number;
}

/** The same seed and kind always give the same problem. */
export function randomProblem(seed: number, draw: Draw): Problem {
  const random = seededRandom(seed);
  const between = (low: number, high: number) => low + (high - low) * random();
  const minutes = (median: number) => round(median * Math.exp(draw.sigma * normal(random)));
  const below = (count: number) => Math.floor(random() * count);

  const causes = Array.from({ length: draw.remedies }, (_, at) => `c${at}`);
  const shares = causes.map(() => gamma(random, draw.alpha));
  const total = shares.reduce((a, b) => a + b, 0);
  const hypotheses = causes.map((cause, at) => ({
    causes: [cause],
    weight: Math.max(1e-4, shares[at]! / total),
  }));
  for (let pairs = draw.compound ? 1 + below(draw.remedies) : 0; pairs > 0; pairs -= 1) {
    const [a, b] = [below(causes.length), below(causes.length)];
    if (a === b) continue;
    hypotheses.push({ causes: [causes[a]!, causes[b]!], weight: between(0.01, 0.15) });
  }
  hypotheses.push({ causes: ["unheard-of"], weight: between(0.01, 0.08) });

  const dialogues: Record<string, number> = {};
  if (draw.dialogues) {
    for (let at = 0; at < Math.ceil(draw.remedies / 4); at += 1) dialogues[`d${at}`] = minutes(2);
  }
  const names = Object.keys(dialogues);
  const chance = () => (draw.sure || random() < 0.3 ? 1 : round(between(0.5, 1)));
  const remedies = causes.map((cause, at): Remedy => {
    const ends = { [cause]: chance() };
    if (draw.dependent && random() < 0.4) {
      for (let more = 1 + below(3); more > 0; more -= 1)
        ends[causes[below(causes.length)]!] ??= chance();
    }
    return {
      id: `r${at}`,
      cost: Math.max(0.1, minutes(4)),
      ends,
      ...(names.length > 0 && random() < 0.6 ? { dialogue: names[below(names.length)]! } : {}),
      ...(draw.late && random() < 0.15 ? { late: true as const } : {}),
    };
  });
  const questions = Array.from({ length: draw.questions ?? 0 }, (_, at): Question => {
    const answers = random() < 0.75 ? 2 : 3;
    const about = causes.map(() => (random() < 0.6 ? below(answers) : -1));
    const sure = between(0.75, 0.97);
    return {
      id: `q${at}`,
      cost: Math.max(0.1, minutes(1.5)),
      answers: Array.from({ length: answers }, (_, answer) => ({
        id: `a${answer}`,
        chanceWhere: Object.fromEntries(
          causes.flatMap((cause, place) => {
            if (about[place]! < 0) return [];
            return [[cause, about[place] === answer ? sure : (1 - sure) / (answers - 1)] as const];
          }),
        ),
        otherwise: 1 / answers,
      })),
    };
  });
  const retry = draw.retry ? minutes(3) : 0;
  return { hypotheses, remedies, questions, dialogues, retry, giveUp: 30 };
}

/** The same problem with every weight wrong by a factor that is `factor` in the usual case. */
export function misjudged(problem: Problem, seed: number, factor: number): Problem {
  const random = seededRandom(seed);
  const hypotheses = problem.hypotheses.map((hypothesis) => ({
    ...hypothesis,
    weight: hypothesis.weight * Math.exp(Math.log(factor) * normal(random)),
  }));
  return { ...problem, hypotheses };
}

const round = (value: number) => Math.round(value * 1_000) / 1_000;

/** Box and Muller. */
function normal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/** Marsaglia and Tsang; below 1 by the usual power. */
function gamma(random: () => number, alpha: number): number {
  if (alpha < 1) return gamma(random, alpha + 1) * (1 - random()) ** (1 / alpha);
  const d = alpha - 1 / 3;
  for (let tries = 0; tries < 1_000; tries += 1) {
    const x = normal(random);
    const v = (1 + x / Math.sqrt(9 * d)) ** 3;
    if (v > 0 && Math.log(1 - random()) < x ** 2 / 2 + d - d * v + d * Math.log(v)) return d * v;
  }
  return d;
}
