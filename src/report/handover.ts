import type { Owner } from "../evidence/verdict.ts";
import { say, sayOf } from "../text/say.ts";
import { letterLines } from "./letter.ts";
import { listOf } from "./letter-rows.ts";
import type { CauseView, RowView, View } from "./view.ts";

/** A message to one team, complete in itself: it is copied out of the report and sent. */
export interface Handover {
  owner: Owner;
  title: string;
  lines: string[];
}

/**
 * The payer can act alone on `user` causes; everyone else is written to, once: whatever the plan asks
 * of somebody about whom there is something to tell stands in that one letter.
 */
export function handovers(view: View): Handover[] {
  const causes = toHandOver(view);
  return [...new Set(causes.map(({ owner }) => owner))].map((owner) => ({
    owner,
    title: say(view.lang, "ui.handover", { owner: sayOf(view, view.lang, `owner.${owner}`) }),
    lines: letterLines(
      view,
      causes.filter((cause) => cause.owner === owner),
      view.tasks.filter((task) => task.owner === owner),
    ),
  }));
}

/** Nobody is asked to act on a guess where something is known. */
export function toHandOver({ causes: all }: View): CauseView[] {
  const others = all.filter(({ owner }) => owner !== "user");
  const known = all.some(({ certainty }) => certainty !== "possible");
  return known ? others.filter(({ certainty }) => certainty !== "possible") : others;
}

/** Rows that stand in some message. */
export function toldRows(view: View): Set<RowView> {
  return new Set(toHandOver(view).flatMap((cause) => listOf(cause).rows));
}
