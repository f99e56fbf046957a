import type { Diagnosis } from "../evidence/report.ts";
import { toldAs } from "../evidence/told.ts";
import type { Guide } from "../guide/guide.ts";
import type { Lang } from "../text/words.ts";
import { pick, reasonWords } from "./words.ts";

/** What the person is asked before anything is done. */
export interface AskView {
  id: string;
  /** By this it is told in evidence. */
  told: string;
  text: string;
  how?: string;
  why: string[];
  answers: { id: string; text: string }[];
}

/** Undefined where asking would not pay. */
export function askOf({ next }: Diagnosis, guide: Guide, lang: Lang): AskView | undefined {
  if (next?.kind !== "question") return undefined;
  const question = guide.questions.find(({ id }) => id === next.id);
  if (!question) return undefined;
  const { id, text, how, answers } = question;
  return {
    id,
    told: `${toldAs.answer}${id}`,
    text: pick(text, lang),
    ...(how && { how: pick(how, lang) }),
    why: next.why.map((reason) => reasonWords(reason, guide, lang)),
    answers: answers.map((answer) => ({ id: answer.id, text: pick(answer.text, lang) })),
  };
}
