import type { Diagnosis } from "../evidence/report.ts";
import type { Guide } from "../guide/guide.ts";
import { activeFindings } from "../report/summary.ts";
import { popupTest, sameBrowser } from "./ask.ts";
import type { Question } from "./wire.ts";

/** Causes of the closed list that an answer speaks of, as the engine takes it (`engine/page.ts`). */
const closed: Readonly<Record<string, readonly string[]>> = {
  [popupTest]: ["popup.blocked"],
  "popup-mark": ["popup.blocked"],
  [sameBrowser]: ["browser.unsupported"],
  clock: ["clock.skew", "tls.expired", "tls.not-yet-valid"],
};

/**
 * The questions whose answers may still tell something: those that a cause depends on which is
 * possible for the chosen symptom. The planner tells the order: what speaks of the likeliest cause
 * comes first. Whatever was answered stays, so that the answer can be changed. Where no symptom was
 * chosen, or none of its causes is left, anything may be the cause and everything is asked.
 */
export function worthAsking(
  questions: readonly Question[],
  guide: Guide,
  diagnosis: Diagnosis,
  answers: Readonly<Record<string, string>> = {},
): Question[] {
  const open = activeFindings(diagnosis).map(({ cause }) => cause);
  if (diagnosis.symptom === undefined || open.length === 0) return [...questions];
  const places = questions.map((question) => {
    const place = open.findIndex((cause) => speaksOf(question, cause, guide));
    return { question, place: place < 0 ? open.length : place };
  });
  return places
    .filter(({ question, place }) => place < open.length || Object.hasOwn(answers, question.id))
    .sort((a, b) => a.place - b.place)
    .map(({ question }) => question);
}

function speaksOf({ id }: Question, cause: string, guide: Guide): boolean {
  const confirmedBy = guide.causes.find((one) => one.id === cause)?.confirmedBy ?? [];
  const program = /^program:(.*)$/s.exec(id)?.[1];
  if (program !== undefined) {
    const any = cause === "program.missing" && confirmedBy.length === 0;
    return any || confirmedBy.includes(program);
  }
  const requirements: Readonly<Record<string, readonly { id: string }[]>> = {
    [popupTest]: guide.popups,
    "popup-mark": guide.popups,
    [sameBrowser]: guide.browsers,
  };
  return (
    (closed[id] ?? []).includes(cause) ||
    (requirements[id] ?? []).some((one) => confirmedBy.includes(one.id))
  );
}
