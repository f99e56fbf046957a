import type { Diagnosis } from "../evidence/report.ts";
import type { Guide } from "../guide/guide.ts";
import { handovers } from "../report/handover.ts";
import { activeFindings } from "../report/summary.ts";
import type { TaskView } from "../report/tasks.ts";
import type { View } from "../report/view.ts";
import { say } from "../text/say.ts";
import type { Task } from "./course.ts";
import { openingsOf } from "./hand-over.ts";

/**
 * What is sent to whoever has to act on a task, line by line: what was found of theirs; where all
 * that was found is somebody else's, what the guide asks of them.
 */
export function messageFor(task: Task, words: TaskView, view: View): string[] {
  const own = handovers(view).find(({ owner }) => owner === task.owner);
  const { lang } = view;
  if (own) return own.lines;
  return [
    say(lang, "ui.handover.hello"),
    "",
    `${say(lang, "ui.handover.ask")}: ${words.title}`,
    ...words.steps.map((step) => `- ${step}`),
    "",
    ...view.causes.flatMap(({ title, certaintyWords, because }) => [
      `${say(lang, "ui.handover.what")}: ${title} (${certaintyWords})`,
      ...because.map((reason) => `${say(lang, "ui.handover.evidence")}: ${reason}`),
    ]),
    "",
    say(lang, "ui.handover.from", { guide: view.guideName, time: view.time }),
  ];
}

/** Rows that a task is about and that the guide documents as openings. */
export function rowsFor(task: Task, diagnosis: Diagnosis, guide: Guide): string[] {
  const own = activeFindings(diagnosis).filter(
    ({ owner, cause, remedies }) =>
      owner === task.owner || remedies.includes(task.id) || task.id === `cause:${cause}`,
  );
  return openingsOf(guide, [...new Set(own.flatMap(({ subjects }) => subjects))]);
}
