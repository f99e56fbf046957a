import type { Owner } from "../evidence/verdict.ts";
import type { Task } from "./task.ts";

/** Something that somebody else is to do: a remedy's id, or `cause:` and a cause. */
export interface Wish {
  id: string;
  owner: Owner;
}

/**
 * The letters that are still to be sent: one to each person, with everything that is asked of this
 * person now and was not in a letter before.
 *
 * The planner counts a remedy's minutes whoever spends them, and says in which order causes are best
 * tried; what a letter costs the payer it does not know. That is one text to send and one answer to
 * wait for, however many things it asks, as several remedies share one settings window. So a letter
 * stands where the first thing in it would stand, and whatever else its reader can do comes along:
 * later it would cost another letter and another wait, and inside the letter the plan's order holds.
 * The payer's own steps keep their places; those after a letter are done while it is on its way.
 */
export function lettersToSend(course: readonly Task[], wishes: readonly Wish[]): Task[] {
  const letters = course.filter(({ kind }) => kind === "other");
  const sent = new Set(letters.filter(isSent).flatMap(({ asks }) => asks));
  const fresh = wishes.filter(({ id }) => !sent.has(id));
  return [...Map.groupBy(fresh, ({ owner }) => owner)].map(([owner, own]): Task => {
    const asks = own.map(({ id }) => id);
    const theirs = letters.filter((letter) => letter.owner === owner);
    const draft = theirs.find(isDraft);
    if (!draft) return { id: freeId(owner, theirs), owner, kind: "other", state: "open", asks };
    // Somebody who did not want to send it has not seen what is new in it.
    const isNew = asks.some((id) => !draft.asks.includes(id));
    return { ...draft, asks, state: isNew ? "open" : draft.state };
  });
}

/** Nothing more can be written into it: what is found later is another letter. */
const isSent = ({ state }: Task) => ["asked", "checking", "tried"].includes(state);

export const isDraft = ({ kind, state }: Task) =>
  kind === "other" && (state === "open" || state === "skipped");

function freeId(owner: Owner, theirs: readonly Task[]): string {
  const ids = theirs.map((_, at) => `letter:${owner}:${at + 2}`);
  return [`letter:${owner}`, ...ids].find((id) => theirs.every((letter) => letter.id !== id))!;
}
