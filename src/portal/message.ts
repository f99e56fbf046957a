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
 * that was found is somebody else's or a guess, what the guide asks of them in this one step.
 */
export function messageFor(task: Task, words: TaskView, view: View, guide: Guide): string[] {
  const { lang, causes } = view;
  const guessed = causes.every(({ certainty }) => certainty === "possible");
  const own = handovers(view).find(({ owner }) => owner === task.owner);
  if (own && !guessed) return own.lines;
  const meant = new Set(
    guide.causes
      .filter(({ remedies, managedRemedies = [] }) =>
        [...remedies, ...managedRemedies].includes(task.id),
      )
      .map(({ id }) => id),
  );
  const told = guessed ? causes.filter(({ cause }) => meant.has(cause)) : causes;
  return [
    say(lang, guessed ? "ui.handover.hello.guess" : "ui.handover.hello"),
    "",
    `${say(lang, "ui.handover.ask")}: ${words.title}`,
    ...words.steps.map((step) => `- ${step}`),
    "",
    ...told.flatMap(({ title, certaintyWords, because }) => [
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
