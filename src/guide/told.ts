import { dontKnow, toldAs, triedInVain } from "../evidence/told.ts";
import type { Guide } from "./guide.ts";

/** What can be told of a guide, by question, with the answers that there are. */
export function tellable({ questions, remedies }: Guide): Map<string, readonly string[]> {
  return new Map<string, readonly string[]>([
    ...questions.map(
      ({ id, answers }) =>
        [`${toldAs.answer}${id}`, [...answers.map((one) => one.id), dontKnow]] as const,
    ),
    ...remedies.map(({ id }) => [`${toldAs.tried}${id}`, [triedInVain]] as const),
  ]);
}
