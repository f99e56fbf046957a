import type { Diagnosis } from "../evidence/report.ts";
import type { Guide } from "../guide/guide.ts";
import { say } from "../text/say.ts";
import type { Lang } from "../text/words.ts";
import { pad, width, wrap } from "./columns.ts";
import { handovers, toHandOver } from "./handover.ts";
import type { TaskView } from "./tasks.ts";
import { details } from "./text-details.ts";
import { heading, type Page, pageOf, signs } from "./text-page.ts";
import { type Mark, view } from "./view.ts";

export interface TextOptions {
  columns?: number;
  /** Off unless asked for; who prints decides, by terminal and NO_COLOR. */
  colour?: boolean;
}

/** The payer's report for a terminal: what, who, how; then why; then details for engineers. */
export function reportText(
  diagnosis: Diagnosis,
  guide: Guide,
  lang: Lang,
  { columns = 80, colour = false }: TextOptions = {},
): string {
  const page = pageOf(view(diagnosis, guide, lang), columns, colour);
  const sections = [
    verdict(page),
    page.view.status === "healthy" ? again(page) : [],
    causes(page),
    question(page),
    todo(page),
    messages(page),
    why(page),
    overturn(page),
    map(page),
    details(page),
    foot(page),
  ];
  const lines = sections.filter((each) => each.length > 0).map((each) => each.join("\n"));
  return `${lines.join("\n\n")}\n`;
}

function verdict({ view: shown, columns, paint }: Page): string[] {
  const mark: Mark =
    shown.status === "healthy" ? "ok" : shown.status === "found" ? "bad" : "unsure";
  const head = wrap(shown.headline, columns, `${signs[mark]} `).map((line) => paint(mark, line));
  return [...head, ...wrap(shown.lead, columns, "  ")];
}

function again({ view: { unseen, healthyAgain }, columns }: Page): string[] {
  const lines = unseen.flatMap((line) => wrap(line, columns, "  "));
  return [...lines, ...wrap(healthyAgain, columns, "  ")];
}

/** Only where there is more than the headline already says. */
function causes(page: Page): string[] {
  const { view: shown, columns } = page;
  if (shown.causes.length < 2) return [];
  const lines = shown.causes.flatMap((cause, index) => [
    ...wrap(`${cause.title} (${cause.certaintyWords})`, columns, `  ${index + 1}. `),
    ...wrap(cause.payer, columns, "     "),
    ...wrap(`${say(shown.lang, "ui.owner")}: ${cause.ownerWords}`, columns, "     "),
  ]);
  return [heading(page, "ui.causes"), ...lines];
}

/** With the words by which the answer is given. */
function question(page: Page): string[] {
  const { view: shown, columns } = page;
  const { ask, lang } = shown;
  if (!ask) return [];
  return [
    heading(page, "ui.ask"),
    ...wrap(ask.text, columns, "  "),
    ...(ask.how ? wrap(ask.how, columns, "  ") : []),
    ...ask.why.flatMap((reason) => wrap(reason, columns, "  → ")),
    ...ask.answers.flatMap(({ id, text }) => [
      ...wrap(text, columns, "  - "),
      `      --answer ${ask.id}=${id}`,
    ]),
    ...wrap(say(lang, "ui.ask.how"), columns, "  "),
  ];
}

function todo(page: Page): string[] {
  const { tasks } = page.view;
  if (tasks.length === 0) return [];
  return [heading(page, "ui.todo"), ...tasks.flatMap((each, index) => task(page, each, index + 1))];
}

function task({ view: { lang }, columns, paint }: Page, each: TaskView, index: number): string[] {
  const notes = [each.ownerWords];
  if (each.minutes !== undefined) notes.push(say(lang, "ui.minutes", { minutes: each.minutes }));
  const note = (key: string, text: string) =>
    wrap(`${say(lang, key)}: ${text}`, columns, "     ! ").map((line) => paint("unsure", line));
  return [
    ...wrap(each.title, columns, `  ${index}. `).map((line) => paint("strong", line)),
    ...wrap(notes.join(" · "), columns, "     ").map((line) => paint("faint", line)),
    ...(each.why ? wrap(each.why, columns, "     → ") : []),
    ...each.warnings.flatMap((text) => note("ui.warning", text)),
    ...(each.irreversible ? note("ui.irreversible", each.irreversible) : []),
    ...each.steps.flatMap((step, at) =>
      wrap(step, columns, each.steps.length > 1 ? `     ${index}-${at + 1}) ` : "     - "),
    ),
  ];
}

/** Not wrapped: it is copied as it stands, and a table must keep its lines. */
function messages({ view: shown, columns, paint }: Page): string[] {
  const rule = paint("faint", "─".repeat(Math.min(columns, 60)));
  return handovers(shown).flatMap(({ title, lines }, index) => [
    ...(index > 0 ? [""] : []),
    ...wrap(title, columns, "■ ").map((line) => paint("strong", line)),
    ...wrap(say(shown.lang, "ui.handover.how"), columns, "  "),
    rule,
    ...lines.flatMap((line) => (line.startsWith(" ") ? [line] : wrap(line, columns))),
    rule,
  ]);
}

function why(page: Page): string[] {
  const { view: shown, columns } = page;
  const named = shown.causes.length > 1;
  const lines = shown.causes.flatMap(({ title, because }) => [
    ...(named && because.length > 0 ? wrap(title, columns, "  ") : []),
    ...because.flatMap((reason) => wrap(reason, columns, named ? "    - " : "  - ")),
  ]);
  const out = shown.ruledOut.join(" · ");
  if (out) lines.push(...wrap(`${say(shown.lang, "ui.ruled-out")}: ${out}`, columns, "  "));
  return lines.length > 0 ? [heading(page, "ui.why"), ...lines] : [];
}

function overturn(page: Page): string[] {
  const { view: shown, columns } = page;
  // A message names its own test.
  const told = new Set(toHandOver(shown).map((cause) => cause.overturn));
  const tests = shown.tests.filter((text) => !told.has(text));
  if (tests.length === 0) return [];
  const key = shown.status === "found" ? "ui.overturn" : "ui.decide";
  return [heading(page, key), ...tests.flatMap((text) => wrap(text, columns, "  - "))];
}

function map(page: Page): string[] {
  const { view: shown, columns, paint } = page;
  const { lang, groups, unseen, status } = shown;
  if (groups.length === 0) return [];
  const marks: readonly Mark[] = ["ok", "bad", "unsure"];
  const room = Math.max(...groups.map(({ title }) => width(title)));
  const wide = room + 20 <= columns;
  const lines = groups.flatMap(({ title, counts }) => {
    const cells = marks
      .map((mark, index) => {
        const text = `${signs[mark]} ${counts[mark]}`;
        const fitted = index === marks.length - 1 ? text : pad(text, 6);
        return paint(counts[mark] > 0 ? mark : "faint", fitted);
      })
      .join("");
    return wide
      ? [`  ${pad(title, room)}  ${cells}`]
      : [...wrap(title, columns, "  "), `    ${cells}`];
  });
  const open = status === "healthy" ? [] : unseen.flatMap((line) => wrap(line, columns, "  "));
  const legend = marks.map((mark) => `${signs[mark]} ${say(lang, `ui.${mark}`)}`).join("  ");
  const fits = width(`■ ${say(lang, "ui.map")} (${legend})`) <= columns;
  const head = heading(page, "ui.map");
  return [...(fits ? [`${head} (${legend})`] : [head, `  ${legend}`]), ...lines, ...open];
}

function foot({ view: shown, columns, paint }: Page): string[] {
  const { lang } = shown;
  const parts = [
    `${say(lang, "ui.guide")}: ${shown.guideTitle} (${shown.guideName})`,
    ...(shown.symptom !== undefined ? [say(lang, "ui.symptom", { symptom: shown.symptom })] : []),
    `${say(lang, "ui.at", { time: shown.time })} · ${say(lang, "ui.took", { ms: shown.durationMs })}`,
  ];
  return parts.flatMap((part) => wrap(part, columns)).map((line) => paint("faint", line));
}
