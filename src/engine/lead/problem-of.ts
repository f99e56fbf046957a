import type { Guide } from "../../guide/guide.ts";
import { hittingLimits, hittingSets } from "../repair/hitting-sets.ts";
import type { Hypothesis, Problem, Question, Remedy } from "../repair/problem.ts";
import { type Helped, isProved, type Suspect } from "./suspect.ts";
import { weightsFor } from "./weights.ts";

/** One more try of a service of which the guide says nothing, minutes. */
const usualRetry = 3;
/** Calling others and waiting for them, minutes. */
const usualHelp = 60;
/** What it spoils that something cannot be undone, where the guide says nothing, minutes. */
const usualLoss = 10;
/** How often the first of a cause's remedies ends it, and how often any other, where it says nothing. */
const usualChances = { first: 0.7, other: 0.5 };
/** How likely it is that something else is behind it: a cause that nobody thought of, or one more. */
const unforeseen = 0.1;
/** A cause that no remedy ends. */
const unknown = "?";

/**
 * What was found and not ruled out, as something to be repaired at the least cost. Causes that were
 * proved are all there at once; those that are only possible exclude one another.
 */
export function problemOf(
  guide: Guide,
  active: readonly Suspect[],
  symptom: string | undefined,
  helped: Helped = [],
): Problem {
  return {
    hypotheses: hypothesesOf(guide, active, symptom, helped),
    remedies: remediesFor(guide, active),
    // Where something is known, nobody is asked to guess.
    questions: active.some(isProved)
      ? []
      : guide.questions
          .filter(
            ({ tellsSymptom, notFor = [] }) =>
              symptom === undefined || !(tellsSymptom || notFor.includes(symptom)),
          )
          .map(questionOf),
    dialogues: Object.fromEntries(guide.dialogues.map(({ id, minutes }) => [id, minutes])),
    retry: guide.retry[0]?.minutes ?? usualRetry,
    giveUp: usualHelp,
  };
}

function hypothesesOf(
  guide: Guide,
  active: readonly Suspect[],
  symptom: string | undefined,
  helped: Helped,
): Hypothesis[] {
  const proved = causesOf(active.filter(isProved));
  const possible = causesOf(active).filter((cause) => !proved.includes(cause));
  if (proved.length + possible.length === 0) return [];
  const shares = weightsFor(guide, possible, symptom, helped);
  const guess = proved.length > 0 ? unforeseen : 1 - unforeseen;
  // What was proved has to be explained each by itself, and the symptom by any of what may be behind it.
  const conflicts = [...proved.map((cause) => [cause]), ...(possible[0] ? [possible] : [])];
  const limits = { ...hittingLimits, size: proved.length + 1, sets: possible.length + 1 };
  const explained = hittingSets(conflicts, limits)
    .sets.map((causes) => ({ causes, open: causes.find((cause) => !proved.includes(cause)) }))
    .filter(({ open }) => open !== undefined)
    .map(({ causes, open }) => ({ causes, weight: guess * shares[open!]! }));
  return [{ causes: proved.length > 0 ? proved : [unknown], weight: 1 - guess }, ...explained];
}

function causesOf(findings: readonly Suspect[]): string[] {
  return [...new Set(findings.map(({ cause }) => cause))];
}

/**
 * In the guide's order, each with what it ends of what was found. What has to be done because nothing
 * else ends a cause that was proved is not put off, whatever it is.
 */
function remediesFor(guide: Guide, active: readonly Suspect[]): Remedy[] {
  const all = remediesOf(guide, active);
  const proved = active.filter(isProved).map(({ cause }) => cause);
  const early = new Set(all.filter(({ late }) => !late).flatMap(({ ends }) => Object.keys(ends)));
  return all.map(({ late, ...remedy }) => {
    const needed = proved.some((cause) => Object.hasOwn(remedy.ends, cause) && !early.has(cause));
    return late && !needed ? { ...remedy, late } : remedy;
  });
}

function remediesOf(guide: Guide, active: readonly Suspect[]): Remedy[] {
  const named = new Set(active.flatMap(({ remedies }) => remedies));
  return guide.remedies
    .filter(({ id }) => named.has(id))
    .map(({ id, minutes, irreversible }): Remedy => {
      const effort = guide.efforts.find(({ remedy }) => remedy === id);
      const ends: Record<string, number> = {};
      for (const { cause, remedies } of active) {
        const at = remedies.indexOf(id);
        if (at < 0) continue;
        const known = effort?.ends.find((one) => one.cause === cause)?.chance;
        ends[cause] = known ?? (at === 0 ? usualChances.first : usualChances.other);
      }
      return {
        id,
        cost: minutes + (effort?.disruption ?? (irreversible ? usualLoss : 0)),
        ends,
        ...(effort?.dialogue !== undefined && { dialogue: effort.dialogue }),
        ...((effort?.restart || irreversible) && { late: true as const }),
      };
    });
}

function questionOf(question: Guide["questions"][number]): Question {
  const { id, minutes, answers, where, otherwise } = question;
  return {
    id,
    cost: minutes,
    answers: answers.map((answer, at) => ({
      id: answer.id,
      chanceWhere: Object.fromEntries(
        where.flatMap(({ causes, chances }) => causes.map((cause) => [cause, chances[at] ?? 0])),
      ),
      otherwise: otherwise[at] ?? 0,
    })),
  };
}
