import type { Verdict } from "../evidence/verdict.ts";
import { plain } from "../text/plain.ts";
import { say } from "../text/say.ts";
import type { Lang } from "../text/words.ts";
import { cut, pad, width } from "./columns.ts";
import { markOf } from "./view.ts";

/** What the runner tells while it works. */
export type ProgressEvent =
  | { type: "start"; groups: { id: string; title: string; rows: number }[] }
  | { type: "row"; id: string; group: string; verdict: Verdict }
  /** A key of src/text, e.g. `ui.phase.confirm`. */
  | { type: "phase"; key: string }
  | { type: "done" };

interface Group {
  title: string;
  total: number;
  /** The newest verdict of each row. It may still change, and is shown when all is done. */
  rows: Map<string, Verdict>;
  /** On a plain stream a group's count is printed once, when it is complete. */
  printed: boolean;
}

interface Look {
  columns: number;
  isTTY: boolean;
  lang: Lang;
}

/**
 * Live progress: give it events, write what it returns to standard error. On a terminal one line
 * per group is kept up to date in place; elsewhere lines are appended. While rows are walked only
 * their number is shown: a verdict is none before everything has been judged. Where a run is
 * stopped there is no `done`, and nothing says that there was one.
 */
export function progress(look: Look): (event: ProgressEvent) => string {
  const groups = new Map<string, Group>();
  let phase = "ui.phase.gather";
  let done = false;
  let drawn = 0;

  const linesOf = (some: readonly Group[]): string[] => {
    const room = Math.max(0, ...[...groups.values()].map(({ title }) => width(title)));
    return some.map((group) => (done ? verdictLine(group, room) : countLine(group, room, look)));
  };
  const redraw = (): string => {
    const room = Math.max(10, look.columns - 1);
    const lines = [...linesOf([...groups.values()]), say(look.lang, phase)];
    const up = drawn > 0 ? `\u001b[${drawn}A` : "";
    drawn = lines.length;
    return up + lines.map((line) => `\r\u001b[2K${cut(line, room)}\n`).join("");
  };
  const append = (event: ProgressEvent, before: string): string => {
    const all = [...groups.values()];
    const ready = all.filter(({ printed, rows, total }) => !printed && rows.size >= total);
    if (event.type === "row") for (const group of ready) group.printed = true;
    const news = event.type === "done" ? all : event.type === "row" ? ready : [];
    const isNews = event.type === "start" || phase !== before;
    const lines = [...linesOf(news), ...(isNews ? [say(look.lang, phase)] : [])];
    return lines.map((line) => `${line}\n`).join("");
  };

  return (event) => {
    const before = phase;
    if (event.type === "start")
      for (const { id, title, rows } of event.groups)
        groups.set(id, { title: plain(title), total: rows, rows: new Map(), printed: false });
    if (event.type === "row") groups.get(event.group)?.rows.set(event.id, event.verdict);
    if (event.type === "phase") phase = event.key;
    if (event.type === "done") [phase, done] = ["ui.phase.done", true];
    return look.isTTY ? redraw() : append(event, before);
  };
}

/** Addresses outside the guide are judged too; only what the guide lists was counted up to. */
function countLine({ title, total, rows }: Group, room: number, { lang }: Look): string {
  const count = Math.min(rows.size, total);
  return `· ${pad(title, room)}  ${say(lang, "ui.walked", { count, total })}`;
}

/** A row that nobody judged counts as one that cannot be told. */
function verdictLine({ title, total, rows }: Group, room: number): string {
  const marks = [...rows.values()].map(markOf);
  const all = Math.max(total, marks.length);
  const count = (mark: string) => marks.filter((each) => each === mark).length;
  const [ok, bad] = [count("ok"), count("bad")];
  const unsure = all - ok - bad;
  const sign = bad ? "✗" : unsure ? "?" : "✓";
  const trouble = [...(bad ? [`✗ ${bad}`] : []), ...(unsure ? [`? ${unsure}`] : [])];
  return [`${sign} ${pad(title, room)}`, `${ok}/${all}`, ...trouble].join("  ");
}
