import { z } from "zod";
import { Day, Id, SourceRef, Text } from "./common.ts";
import { most } from "./most.ts";

/** Where a number is from. Nothing: it is an expert's estimate, what somebody with experience would say. */
const grounds = {
  basis: z.enum(["sourced", "measured", "expert-estimate"]).optional(),
  source: SourceRef.optional(),
  verifiedOn: Day.optional(),
};

const CauseId = z.string().min(1);
const Chance = z.number().min(0).max(1);

/**
 * How usual a cause is: a weight beside the other causes of the guide, or of one symptom where that
 * is given. Only their proportions count.
 */
export const Likelihood = z.strictObject({
  cause: CauseId,
  symptom: Id.optional(),
  weight: z.number().positive().max(1000),
  ...grounds,
});
export type Likelihood = z.infer<typeof Likelihood>;

/** What a remedy costs beside its minutes, and how often it ends each cause that it is for. */
export const Effort = z.strictObject({
  remedy: Id,
  /** What it spoils, in minutes of work: settings lost, programs gone, a restart. */
  disruption: z.number().min(0).max(480),
  /** The settings window in which it is done; opened once for several remedies. */
  dialogue: Id.optional(),
  /** The PC starts anew, so it comes late. */
  restart: z.literal(true).optional(),
  ends: z
    .array(z.strictObject({ cause: CauseId, chance: Chance }))
    .min(1)
    .max(most.causes),
  ...grounds,
});
export type Effort = z.infer<typeof Effort>;

/** A window that has to be found and opened before what is done in it. */
export const Dialogue = z.strictObject({
  id: Id,
  title: Text,
  minutes: z.number().positive().max(60),
  ...grounds,
});

/** Something that a person can answer without any probe. */
export const Question = z.strictObject({
  id: Id,
  text: Text,
  /** How to find the answer out, where it is not in front of one's eyes. */
  how: Text.optional(),
  /** It asks for what a symptom tells, so that nobody who chose one is asked. */
  tellsSymptom: z.literal(true).optional(),
  /** Symptoms that have answered it already. */
  notFor: z.array(Id).max(most.symptoms).optional(),
  minutes: z.number().positive().max(60),
  answers: z
    .array(
      z.strictObject({
        id: Id,
        text: Text,
        /** Whoever gives it knows no more than before: the page needs no such answer of its own. */
        dontKnow: z.literal(true).optional(),
      }),
    )
    .min(2)
    .max(most.answers),
  /** How often each answer is given, in their order, where one of these causes is the cause. */
  where: z
    .array(
      z.strictObject({
        causes: z.array(CauseId).min(1).max(most.causes),
        chances: z.array(Chance).max(most.answers),
      }),
    )
    .max(most.causes),
  /** How often where any other is. */
  otherwise: z.array(Chance).max(most.answers),
  ...grounds,
});
export type Question = z.infer<typeof Question>;

/** What one more try of the service itself takes: a payment started anew. */
export const Retry = z.strictObject({
  minutes: z.number().positive().max(60),
  ...grounds,
});

export const EstimatesFile = z.strictObject({
  retry: z.array(Retry).max(1),
  likelihoods: z.array(Likelihood).max(most.likelihoods),
  efforts: z.array(Effort).max(most.remedies),
  dialogues: z.array(Dialogue).max(most.dialogues),
  questions: z.array(Question).max(most.questions),
});
