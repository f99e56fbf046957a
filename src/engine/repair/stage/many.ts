import type { Problem, Question, Remedy } from "../problem.ts";

/** Two causes, and questions of which only one tells them apart. */
export function manyQuestions(count: number, telling: number): Problem {
  const question = (at: number): Question => {
    const told = (left: number, right: number) => (at === telling ? { left, right } : {});
    return {
      id: `q${at}`,
      cost: 1,
      answers: [
        { id: "yes", chanceWhere: told(1, 0), otherwise: 0.5 },
        { id: "no", chanceWhere: told(0, 1), otherwise: 0.5 },
      ],
    };
  };
  return {
    hypotheses: [
      { causes: ["left"], weight: 1 },
      { causes: ["right"], weight: 1 },
    ],
    remedies: [
      { id: "l", cost: 20, ends: { left: 1 } },
      { id: "r", cost: 20, ends: { right: 1 } },
    ],
    questions: Array.from({ length: count }, (_, at) => question(at)),
    dialogues: {},
    retry: 3,
    giveUp: 60,
  };
}

/** How much there is of everything. */
export interface Many {
  causes: number;
  /** Of these, the first are there together, and each of the others may be there too. */
  proved: number;
  remedies: number;
  /** That are for each cause. */
  perCause: number;
  questions: number;
}

/** As many of everything as is wanted, without any chance in it. */
export function manyOfAll({ causes, proved, remedies, perCause, questions }: Many): Problem {
  const names = Array.from({ length: causes }, (_, at) => `c${at}`);
  const surely = names.slice(0, proved);
  const ends = Array.from({ length: remedies }, (): Record<string, number> => ({}));
  for (const [at, cause] of names.entries()) {
    for (let more = 0; more < Math.min(perCause, remedies); more += 1) {
      ends[(at * 7 + more) % remedies]![cause] = 0.3 + ((at + more) % 7) / 10;
    }
  }
  const open = names.slice(proved).map((cause, at) => ({
    causes: [...surely, cause],
    weight: 1 / (1 + ((at * 13) % 29)),
  }));
  return {
    hypotheses: [{ causes: proved > 0 ? surely : ["unheard-of"], weight: 1 }, ...open],
    remedies: ends.map(
      (each, at): Remedy => ({
        id: `r${at}`,
        cost: 1 + ((at * 5) % 13),
        ends: each,
        dialogue: `d${at % 20}`,
        ...(at % 9 === 8 && { late: true as const }),
      }),
    ),
    questions: Array.from({ length: questions }, (_, at) => ({
      id: `q${at}`,
      cost: 1 + (at % 3),
      answers: Array.from({ length: 6 }, (_, answer) => ({
        id: `a${answer}`,
        chanceWhere: Object.fromEntries(
          names.flatMap((cause, place) =>
            (place + at) % 4 === 0 ? [[cause, place % 6 === answer ? 0.9 : 0.02] as const] : [],
          ),
        ),
        otherwise: 1 / 6,
      })),
    })),
    dialogues: Object.fromEntries(Array.from({ length: 20 }, (_, at) => [`d${at}`, 2])),
    retry: 3,
    giveUp: 60,
  };
}
