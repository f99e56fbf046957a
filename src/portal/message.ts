import type { Diagnosis } from "../evidence/report.ts";
import { type Guide, rowId, rowsOf } from "../guide/guide.ts";
import { letterLines } from "../report/letter.ts";
import { activeFindings } from "../report/summary.ts";
import type { View } from "../report/view.ts";
import { partsOf } from "./course.ts";
import { openingsOf } from "./hand-over.ts";
import type { Task } from "./task.ts";

/** What is sent to whoever has to act on a task, line by line: everything that it asks of them. */
export function messageFor(task: Task, diagnosis: Diagnosis, view: View, guide: Guide): string[] {
  const own = view.causes.filter(
    ({ owner, cause, remedies }) => owner === task.owner && isAsked(task, cause, remedies),
  );
  return letterLines(
    view,
    own.filter(({ certainty }) => certainty !== "possible"),
    partsOf(task, diagnosis, guide, view.lang),
  );
}

/** Rows that a task is about and that the guide documents as openings, each once. */
export function rowsFor(task: Task, diagnosis: Diagnosis, guide: Guide): string[] {
  const own = activeFindings(diagnosis).filter(
    ({ owner, cause, remedies }) => owner === task.owner || isAsked(task, cause, remedies),
  );
  const rows = openingsOf(guide, [...new Set(own.flatMap(({ subjects }) => subjects))]);
  const asksForAll = guide.remedies.some(
    ({ id, owner, verifies }) =>
      task.asks.includes(id) && owner === "network" && verifies.includes("endpoints"),
  );
  // A guess knows no rows; what the guide then has its reader hand over is its whole list.
  return rows.length === 0 && asksForAll ? openingsOf(guide, rowsOf(guide).map(rowId)) : rows;
}

function isAsked({ asks }: Task, cause: string, remedies: readonly string[]): boolean {
  return asks.includes(`cause:${cause}`) || remedies.some((id) => asks.includes(id));
}
