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
  rows: Map<string, Verdict>;
  /** On a plain stream a group is printed once, when it is complete. */
  printed: boolean;
}

/**
 * Live progress: give it events, write what it returns to standard error. On a terminal one line
 * per group is kept up to date in place; elsewhere finished groups are appended.
 */
export function progress(options: {
  columns: number;
  isTTY: boolean;
  lang: Lang;
}): (event: ProgressEvent) => string {
  const groups = new Map<string, Group>();
  let phase = "ui.phase.gather";
  let drawn = 0;

  const redraw = (): string => {
    const room = Math.max(10, options.columns - 1);
    const lines = [...[...groups.values()].map((group) => lineOf(group, groups)), phaseLine()];
    const up = drawn > 0 ? `\u001b[${drawn}A` : "";
    drawn = lines.length;
    return up + lines.map((line) => `\r\u001b[2K${cut(line, room)}\n`).join("");
  };
  const phaseLine = () => say(options.lang, phase);
  const append = (unfinished: boolean): string =>
    [...groups.values()]
      .filter((group) => !group.printed && (unfinished || isComplete(group)))
      .map((group) => {
        group.printed = true;
        return `${lineOf(group, groups)}\n`;
      })
      .join("");

  return (event) => {
    const before = phase;
    if (event.type === "start")
      for (const { id, title, rows } of event.groups)
        groups.set(id, { title: plain(title), total: rows, rows: new Map(), printed: false });
    if (event.type === "row") groups.get(event.group)?.rows.set(event.id, event.verdict);
    if (event.type === "phase") phase = event.key;
    if (event.type === "done") phase = "ui.phase.done";
    if (options.isTTY) return redraw();
    if (event.type === "row") return append(false);
    const rest = event.type === "done" ? append(true) : "";
    const isNews = event.type === "start" || phase !== before;
    return rest + (isNews ? `${phaseLine()}\n` : "");
  };
}

function isComplete({ rows, total }: Group): boolean {
  return rows.size >= total;
}

function lineOf(group: Group, groups: ReadonlyMap<string, Group>): string {
  const marks = [...group.rows.values()].map(markOf);
  const count = (mark: string) => marks.filter((each) => each === mark).length;
  const sign = !isComplete(group) ? "·" : count("bad") ? "✗" : count("unsure") ? "?" : "✓";
  const room = Math.max(...[...groups.values()].map(({ title }) => width(title)));
  const total = Math.max(group.total, marks.length);
  const trouble = [
    ...(count("bad") ? [`✗ ${count("bad")}`] : []),
    ...(count("unsure") ? [`? ${count("unsure")}`] : []),
  ];
  const parts = [`${sign} ${pad(group.title, room)}`, `${marks.length}/${total}`, ...trouble];
  return parts.join("  ");
}
