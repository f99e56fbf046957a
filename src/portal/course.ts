import type { Diagnosis } from "../evidence/report.ts";
import { toldAs, triedInVain } from "../evidence/told.ts";
import type { Owner } from "../evidence/verdict.ts";
import type { Guide } from "../guide/guide.ts";
import { type TaskView, tasksOf } from "../report/tasks.ts";
import type { Lang } from "../text/words.ts";
import type { Judged, State } from "./wire.ts";

/** Who brings a task to its end: Jochi with consent, the person at the PC, another team. */
export type TaskKind = "auto" | "self" | "other";

/**
 * How far a task has come. `asked`: a message went out and nothing is known yet. `checking`: it was
 * done and is being checked. `tried`: it was done, and what it was for is still there or cannot be
 * seen from here. There is no "failed": a remedy that changes nothing is tried, and the next one
 * comes. `needless`: what it was for went away without it.
 */
export type TaskState = "open" | "asked" | "checking" | "tried" | "skipped" | "done" | "needless";

/** One step on the way to a working payment. */
export interface Task {
  /** A remedy's id, or `cause:` and the cause about which somebody is to be asked. */
  id: string;
  owner: Owner;
  kind: TaskKind;
  state: TaskState;
}

/** What a diagnosis asks to be done, in its order, brought together with what was there before. */
export function courseAfter(
  course: readonly Task[],
  diagnosis: Diagnosis,
  guide: Guide,
  can: State["can"],
): Task[] {
  const wanted = tasksOf(diagnosis, guide, "ko").map((view): Task => {
    const id = taskId(view);
    return { id, owner: view.owner, kind: kindOf(view, guide, can), state: "open" };
  });
  const kept = course.map((task): Task => {
    const still = wanted.some(({ id }) => id === task.id);
    if (!still) return { ...task, state: isOver(task.state) ? "done" : "needless" };
    if (task.state === "checking") return { ...task, state: "tried" };
    return ["done", "needless"].includes(task.state) ? { ...task, state: "open" } : task;
  });
  // What somebody has touched stays where it was; the rest comes in the order that is best now.
  const open = wanted
    .map((task) => kept.find(({ id }) => id === task.id) ?? task)
    .filter(({ state }) => state === "open");
  const movable = new Set(open);
  const places = kept.map((task) => (movable.has(task) ? open.shift()! : task));
  return [...places, ...open];
}

/** What was done although the service still fails, in words of evidence. */
export function triedOf(course: readonly Task[]): Record<string, string> {
  const vain = course.filter(({ state }) => state === "tried");
  return Object.fromEntries(
    vain
      .filter(({ id }) => !id.startsWith("cause:"))
      .map(({ id }) => [`${toldAs.tried}${id}`, triedInVain]),
  );
}

const isOver = (state: TaskState) => !["open", "skipped", "needless"].includes(state);

export function taskId({ of }: TaskView): string {
  return "remedy" in of ? of.remedy : `cause:${of.cause}`;
}

function kindOf({ of, owner }: TaskView, guide: Guide, can: State["can"]): TaskKind {
  const remedy = "remedy" in of ? guide.remedies.find(({ id }) => id === of.remedy) : undefined;
  if (can.treat && remedy?.steps.some(({ action }) => action !== undefined)) return "auto";
  return owner === "user" ? "self" : "other";
}

/** The next task to be led through: the first that nobody has touched. */
export function nextTask(course: readonly Task[], after?: string): Task | undefined {
  const open = course.filter(({ state, id }) => state === "open" && id !== after);
  return open[0];
}

/** The words of a task, in a language; of one that is over too, where the guide still has it. */
export function taskView(
  { id, owner }: Task,
  diagnosis: Diagnosis,
  guide: Guide,
  lang: Lang,
): TaskView | undefined {
  const found = tasksOf(diagnosis, guide, lang).find((view) => taskId(view) === id);
  if (found) return found;
  // Its cause is gone from the diagnosis; the remedy's own words are still the guide's.
  const remedy = guide.remedies.find((each) => each.id === id);
  if (!remedy) return undefined;
  const { minutes, automatic } = remedy;
  const plan = [{ remedy: id, owner, minutes, automatic }];
  return tasksOf({ ...diagnosis, findings: [], plan }, guide, lang)[0];
}

/** The course with one task in another state; null names none. */
export function withState(course: readonly Task[], id: string | null, state: TaskState): Task[] {
  return course.map((task) => (task.id === id ? { ...task, state } : task));
}

/**
 * What can be done about something that was found. A saved file may be about another PC: nothing is
 * looked at or changed here because of it.
 */
export function canHere(can: State["can"], judged: Judged | null): State["can"] {
  return judged?.fromFile ? { ...can, diagnose: false, treat: false } : can;
}
