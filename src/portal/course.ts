import type { Diagnosis } from "../evidence/report.ts";
import { toldAs, triedInVain } from "../evidence/told.ts";
import type { Guide } from "../guide/guide.ts";
import { type TaskView, tasksOf } from "../report/tasks.ts";
import { say, sayOf } from "../text/say.ts";
import type { Lang } from "../text/words.ts";
import { isDraft, lettersToSend } from "./letters.ts";
import type { Task, TaskKind, TaskState } from "./task.ts";
import type { Judged, State } from "./wire.ts";

/** What a diagnosis asks to be done, in its order, brought together with what was there before. */
export function courseAfter(
  course: readonly Task[],
  diagnosis: Diagnosis,
  guide: Guide,
  can: State["can"],
): Task[] {
  const wanted = tasksOf(diagnosis, guide, "ko").map((view): Task => {
    const id = taskId(view);
    return { id, owner: view.owner, kind: kindOf(view, guide, can), state: "open", asks: [id] };
  });
  const asked = new Set(wanted.map(({ id }) => id));
  const looked = course.map((task): Task => {
    const still = task.asks.some((id) => asked.has(id));
    if (!still) return { ...task, state: isOver(task.state) ? "done" : "needless" };
    if (task.state === "checking") return { ...task, state: "tried" };
    return ["done", "needless"].includes(task.state) ? { ...task, state: "open" } : task;
  });
  const letters = lettersToSend(
    looked,
    wanted.filter(({ kind }) => kind === "other"),
  );
  const byId = new Map(letters.map((letter) => [letter.id, letter]));
  const kept = looked
    .map((task) => byId.get(task.id) ?? task)
    .filter((task) => !isDraft(task) || byId.has(task.id));
  // What somebody has touched stays where it was; the rest comes in the order that is best now.
  const here = [...kept, ...letters];
  const open = [...new Set(wanted.map((task) => here.find(isWith(task)) ?? task))].filter(
    ({ state }) => state === "open",
  );
  const movable = new Set(open);
  const places = kept.map((task) => (movable.has(task) ? open.shift()! : task));
  return [...places, ...open];
}

/** The task by which another is done: itself, or the letter in which it is asked for. */
const isWith =
  ({ id, kind }: Task) =>
  (task: Task) =>
    task.kind === kind && task.asks.includes(id);

/** What was done although the service still fails, in words of evidence. */
export function triedOf(course: readonly Task[]): Record<string, string> {
  const vain = course.filter(({ state }) => state === "tried").flatMap(({ asks }) => asks);
  return Object.fromEntries(
    vain
      .filter((id) => !id.startsWith("cause:"))
      .map((id) => [`${toldAs.tried}${id}`, triedInVain]),
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

/** What is to be said of a task where there is nothing that is only a letter's. */
export type TaskWords = Omit<TaskView, "of">;

/** The words of a task, in a language; of one that is over too, where the guide still has it. */
export function taskView(
  task: Task,
  diagnosis: Diagnosis,
  guide: Guide,
  lang: Lang,
): TaskWords | undefined {
  const parts = partsOf(task, diagnosis, guide, lang);
  const { kind, owner, asks } = task;
  if (kind !== "other" || parts.length === 1) return parts[0];
  const ownerWords = sayOf(guide, lang, `owner.${owner}`);
  const count = parts.length || asks.length;
  const title = say(lang, "letter.title", { owner: ownerWords, count });
  return { title, owner, ownerWords, steps: [], warnings: [] };
}

/** All that is done by a task and still wanted; once nothing is, what the guide has words for. */
export function partsOf(
  { asks, owner }: Task,
  diagnosis: Diagnosis,
  guide: Guide,
  lang: Lang,
): TaskView[] {
  const wanted = tasksOf(diagnosis, guide, lang).filter((view) => asks.includes(taskId(view)));
  if (wanted.length > 0) return wanted;
  const plan = guide.remedies
    .filter(({ id }) => asks.includes(id))
    .map(({ id, minutes, automatic }) => ({ remedy: id, owner, minutes, automatic }));
  return tasksOf({ ...diagnosis, findings: [], plan }, guide, lang);
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
