import { say, sayOf } from "../text/say.ts";
import { addressed, entries, listOf } from "./letter-rows.ts";
import type { TaskView } from "./tasks.ts";
import type { CauseView, RowView, View } from "./view.ts";

/** One thing that is asked of somebody, how it is done, and why. */
interface Asked {
  ask: string;
  /** The cause that has to go, or a step that the guide knows against several. */
  by: "cause" | "step";
  proved: boolean;
  ways: readonly TaskView[];
  causes: readonly CauseView[];
}

/**
 * One letter to one person: a greeting, everything that is asked in the order in which it is best
 * done, what was found before what is only suspected, and each row once however many need it.
 *
 * @param own causes about which this person has to be told
 * @param tasks what is asked of this person, in the order of the plan
 */
export function letterLines(
  view: View,
  own: readonly CauseView[],
  tasks: readonly TaskView[],
): string[] {
  const { lang } = view;
  const all = askedOf(view, own, tasks);
  const [found, suspected] = [all.filter(({ proved }) => proved), all.filter((one) => !one.proved)];
  const asked = [...found, ...suspected];
  const both = found.length > 0 && suspected.length > 0;
  const numberOf = (one: Asked) => (asked.length > 1 ? asked.indexOf(one) + 1 : undefined);
  const withRows = asked.filter((one) => rowsToDo(one).length > 0);
  const isTable = withRows.length > 1;
  const told = { causes: new Set<CauseView>(), guesses: new Set<string>() };
  const part = (items: readonly Asked[], title: string) => [
    ...(both ? ["", say(lang, title)] : []),
    ...items.flatMap((one) => ["", ...askedLines(view, one, numberOf(one), isTable, told)]),
  ];
  return [
    sayOf(view, lang, found.length > 0 ? "ui.handover.hello" : "ui.handover.hello.guess"),
    ...part(found, "letter.found"),
    ...part(suspected, "letter.suspected"),
    ...(isTable ? ["", ...table(view, asked)] : []),
    "",
    say(lang, "ui.handover.from", { guide: view.guideName, time: view.time }),
  ];
}

const isProved = ({ certainty }: CauseView) => certainty !== "possible";

/** Whether a task is a way to end a cause. */
const isFor = ({ of }: TaskView, { cause, remedies }: CauseView) =>
  "remedy" in of ? remedies.includes(of.remedy) : of.cause === cause;

/**
 * A cause of this person's that is proved is asked to be ended, and the steps against it are the
 * ways; any other step is asked for by itself, with what it is for.
 */
function askedOf({ causes }: View, own: readonly CauseView[], tasks: readonly TaskView[]): Asked[] {
  const asked = new Map<CauseView | TaskView, Asked>();
  const told = new Set<CauseView>();
  const askFor = (cause: CauseView) => {
    const ways = tasks.filter((task) => isFor(task, cause) && "remedy" in task.of);
    asked.set(cause, {
      ask: cause.act,
      by: "cause",
      proved: isProved(cause),
      ways,
      causes: [cause],
    });
    told.add(cause);
  };
  for (const task of tasks) {
    const meant = causes.filter((cause) => isFor(task, cause));
    const mine = meant.filter((cause) => own.includes(cause));
    const wanted = "cause" in task.of ? meant : mine.filter(isProved);
    for (const cause of wanted) if (!told.has(cause)) askFor(cause);
    if (wanted.length > 0) continue;
    const proved = meant.filter(isProved);
    const why = proved.length > 0 ? proved : meant;
    const proves = proved.length > 0;
    asked.set(task, { ask: task.title, by: "step", proved: proves, ways: [task], causes: why });
    for (const cause of why) told.add(cause);
  }
  for (const cause of own) if (!told.has(cause)) askFor(cause);
  return [...asked.values()];
}

/** What is not said twice: a cause with its evidence, and why something is only suspected. */
interface Told {
  causes: Set<CauseView>;
  guesses: Set<string>;
}

function askedLines(
  view: View,
  one: Asked,
  number: number | undefined,
  isTable: boolean,
  told: Told,
): string[] {
  const { lang } = view;
  const label = (key: string, text: string) => `${say(lang, key)}: ${text}`;
  const ask = `${number === undefined ? "" : `${number}. `}${label("ui.handover.ask", one.ask)}`;
  const problem = (cause: CauseView) => [
    label("ui.handover.what", `${cause.title} (${cause.certaintyWords})`),
    // What engineers are told was measured, and a guess was not.
    ...(isProved(cause) && !told.causes.has(cause) ? [cause.engineer] : []),
  ];
  const proof = (cause: CauseView) => {
    if (told.causes.has(cause)) return [];
    told.causes.add(cause);
    const because = cause.because.filter((reason) => isProved(cause) || !told.guesses.has(reason));
    if (!isProved(cause)) for (const reason of because) told.guesses.add(reason);
    return [
      ...subjects(view, cause, isTable ? number : undefined),
      ...because.map((reason) => label("ui.handover.evidence", reason)),
      label("ui.handover.test", cause.overturn),
    ];
  };
  const [only] = one.causes;
  return only && one.by === "cause" && number === undefined
    ? [...problem(only), ask, ...how(view, one), ...proof(only)]
    : [ask, ...how(view, one), ...one.causes.flatMap((each) => [...problem(each), ...proof(each)])];
}

/** The guide's steps, where the rows do not say it all, and what has to be known before. */
function how({ lang }: View, { ways, causes }: Asked): string[] {
  const known = causes.some((cause) => listOf(cause).rows.length > 0);
  // A guide speaks to whoever uses the PC, and not to whom the letter is.
  const quoted = (steps: readonly string[]) =>
    known || steps.length === 0
      ? []
      : [say(lang, "letter.steps"), ...steps.map((step) => `- ${step}`)];
  return ways.flatMap(({ title, steps, warnings, irreversible }, at) => [
    ...(ways.length > 1 ? [`${say(lang, "letter.way", { number: at + 1 })}: ${title}`] : []),
    ...quoted(steps),
    ...warnings.map((text) => `${say(lang, "ui.warning")}: ${text}`),
    ...(irreversible ? [`${say(lang, "ui.irreversible")}: ${irreversible}`] : []),
  ]);
}

/** @param number where the rows are in the letter's table, under this */
function subjects({ lang }: View, told: CauseView, number: number | undefined): string[] {
  const { key, rows } = listOf(told);
  const below = number !== undefined && addressed(told).length > 0;
  const lines = entries(rows, addressed(told).length > 0);
  const { others } = told;
  return [
    ...(below ? [`${say(lang, key)}: ${say(lang, "letter.rows.below", { number })}`] : []),
    ...(!below && lines.length > 0 ? [`${say(lang, key)}:`, ...lines] : []),
    ...(others.length > 0 ? [`${say(lang, "ui.handover.rows")}: ${others.join(", ")}`] : []),
  ];
}

/** Rows of which somebody is asked to do something at their addresses and ports. */
function rowsToDo({ causes }: Asked): RowView[] {
  return [...new Set(causes.flatMap(addressed))];
}

/** Every row once, behind the numbers of all that need it. */
function table({ lang }: View, asked: readonly Asked[]): string[] {
  const numbers = new Map<RowView, number[]>();
  for (const [at, one] of asked.entries())
    for (const row of rowsToDo(one)) numbers.set(row, [...(numbers.get(row) ?? []), at + 1]);
  const groups = Map.groupBy(numbers.keys(), (row) => numbers.get(row)!.join(", "));
  const lines = [...groups].flatMap(([mark, rows]) => entries(rows, true, `[${mark}] `));
  return [`${say(lang, "letter.table")}:`, ...lines];
}
