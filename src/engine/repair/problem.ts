/**
 * What there is to repair, as plain data: what may be the cause, what may be done, what may be asked.
 * Costs are minutes, chances lie between 0 and 1. Nothing here knows what a guide is.
 */

/** One explanation of what is seen. Exactly one of all hypotheses is true. */
export interface Hypothesis {
  /** All of them true together; usually one. */
  causes: string[];
  /** How likely beside the others; only proportions count. */
  weight: number;
}

/** Something that may be done. Whether it helped shows in the next try of the service. */
export interface Remedy {
  id: string;
  /** Minutes, with what it disrupts, without the window it is done in and without the try. */
  cost: number;
  /** How often it ends each cause that it is for. What failed once stays failed. */
  ends: Record<string, number>;
  /** The window it is done in; opened once for all that is done there before the next try. */
  dialogue?: string;
  /** A restart, or not to be undone: waits until every other remedy that could help has failed. */
  late?: true;
}

export interface Answer {
  id: string;
  /** How often it is given where this is the cause. */
  chanceWhere: Record<string, number>;
  /** How often it is given where the cause is any other. */
  otherwise: number;
}

/** Something a person can answer. The answer tells about the cause and changes nothing. */
export interface Question {
  id: string;
  cost: number;
  answers: Answer[];
}

export interface Problem {
  /** A hypothesis whose cause no remedy ends stands for all that nobody thought of. */
  hypotheses: Hypothesis[];
  remedies: Remedy[];
  questions: Question[];
  /** Minutes to open each window. */
  dialogues: Record<string, number>;
  /** Minutes of one more try of the service. */
  retry: number;
  /** Minutes it costs when nothing helped and others have to be called. */
  giveUp: number;
}

/**
 * What has been learnt since the hypotheses were weighed. An id that the problem does not have says
 * nothing. What a person cannot answer or may not do is left out of the problem instead.
 */
export interface Learnt {
  answers: { question: string; answer: string }[];
  /** Remedies that were done, and the service failed all the same. */
  failed: string[];
}

/** Why this step is the next, with the numbers for a sentence. */
export type Why =
  /** No other step has as high a chance for its minutes. `others` tells how many were compared. */
  | { reason: "best-ratio"; remedy: string; chance: number; minutes: number; others: number }
  /** The plan as a whole is cheapest in this order, although `instead` has the better ratio. */
  | { reason: "cheapest-order"; remedy: string; instead: string; saves: number }
  /** Nothing else is left that could help. */
  | { reason: "only-one-left"; remedy: string; chance: number }
  /** In the same window as another step of the batch, which then is opened once. */
  | { reason: "same-dialogue-as"; remedy: string; other: string; dialogue: string; saves: number }
  /** Done before the next try, because trying after each would cost more. */
  | { reason: "tested-together"; remedies: string[]; retry: number }
  /** Asking costs less than it saves: `saves` is what is left after the question's own minutes. */
  | { reason: "cheaper-to-ask-first"; question: string; minutes: number; saves: number }
  /** Held back although it may help: a restart, or not to be undone. `after` must fail first. */
  | { reason: "late-because-restart"; remedy: string; chance: number; after: string[] }
  /** It is for several of the causes that are still possible. */
  | { reason: "several-causes"; remedy: string; causes: string[]; chance: number }
  /** No remedy that is left can end what may still be the cause. */
  | { reason: "nothing-left"; tried: number };

/** Another first step, and what it all costs on average if one begins with it. */
export interface Alternative {
  kind: "remedy" | "question";
  id: string;
  expectedCost: number;
}

interface Step {
  /** Minutes until the service works or help is called, on average, beginning with this step. */
  expectedCost: number;
  /** Cheapest first; without the step itself. */
  alternatives: Alternative[];
  /** The most important reason first. */
  why: Why[];
}

export type NextStep =
  | (Step & {
      kind: "remedy";
      /** The first of the batch. */
      id: string;
      /** What is done before the next try, in this order. */
      batch: string[];
      /** That the service works after the batch. */
      chance: number;
      /** Of the batch, with its windows and the try. */
      minutes: number;
    })
  | (Step & { kind: "question"; id: string; batch: []; minutes: number })
  | (Step & { kind: "give-up"; batch: [] });

/** What is done if nothing is asked any more and every batch fails. */
export interface WholePlan {
  batches: string[][];
  expectedCost: number;
}
