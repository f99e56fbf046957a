import { duration } from "../text/fill.ts";
import { say } from "../text/say.ts";
import type { Lang } from "../text/words.ts";
import type { BlockView } from "./alike.ts";
import { table, width, wrap } from "./columns.ts";
import { toHandOver, toldRows } from "./handover.ts";
import { heading, type Page, signs } from "./text-page.ts";
import type { CheckView, RowView } from "./view.ts";

/** A longer list is cut to its first rows, or left out where a message has it already. */
const rowsMax = 6;
const rowsKept = 3;

/**
 * What engineers want to see: only what is not fine, and rows that failed in the same way
 * together. What stands in a message or among the reasons above is not said again; the page and
 * the JSON have all of it.
 */
export function details(page: Page): string[] {
  const { status, lang, blocks, checks, causes } = page.view;
  const badChecks = checks.filter(({ mark }) => mark === "bad" || mark === "unsure");
  if (status === "healthy" || blocks.length + badChecks.length === 0) return [];
  const handedOver = new Set(toHandOver(page.view));
  const rest = causes.filter((cause) => !handedOver.has(cause));
  const told = toldRows(page.view);
  const shown = blocks.map((block) => rowsOf(block, told));
  const hidden = blocks.reduce((sum, { rows }, at) => sum + rows.length - shown[at]!.length, 0);
  const more = say(lang, "ui.rows.more", { count: hidden });
  return [
    heading(page, "ui.details"),
    ...rest.flatMap((each) => wrap(`${each.title}: ${each.engineer}`, page.columns, "  ")),
    ...blocks.flatMap((block, at) => blockLines(page, block, shown[at]!)),
    ...(hidden > 0 ? wrap(more, page.columns, "  ") : []),
    ...badChecks.flatMap((check) => checkLines(page, check)),
  ];
}

function rowsOf({ rows }: BlockView, told: ReadonlySet<RowView>): RowView[] {
  if (rows.length <= rowsMax) return rows;
  return rows.every((row) => told.has(row)) ? [] : rows.slice(0, rowsKept);
}

function blockLines({ view, columns, paint }: Page, block: BlockView, shown: RowView[]): string[] {
  const { lang } = view;
  const { mark, verdict, layers, because, rows } = block;
  const steps = layers
    .filter(({ applies }) => applies)
    .map(({ title, mark, words }) => {
      // The row's own verdict is said already; what else is wrong on the way is said here.
      const more = mark === "bad" && words !== verdict ? ` (${words})` : "";
      return `${title} ${signs[mark]}${more}`;
    });
  const protocols = [...new Set(rows.map(({ protocol }) => protocol))].join(", ");
  const count = say(lang, "ui.rows.count", { protocols, count: rows.length });
  const way = steps.join(" ");
  const head = `${verdict} · ${count}`;
  const first = `  ${signs[mark]} `;
  const fits = width(`${first}${head} · ${way}`) <= columns;
  return [
    ...wrap(fits ? `${head} · ${way}` : head, columns, first).map((line) => paint(mark, line)),
    ...(fits ? [] : wrap(way, columns, "    ")),
    ...because.flatMap((reason) => wrap(reason, columns, "    - ")),
    ...table(shown.map((row) => cells(row, lang))).map((line) => `      ${line.trimEnd()}`),
  ];
}

function cells({ host, address, port, protocol, ms, documented }: RowView, lang: Lang): string[] {
  const time = ms === null ? "" : duration(ms, lang);
  const note = documented ? "" : `(${say(lang, "ui.undocumented")})`;
  return [host, `${address}:${port}`, protocol, `${time} ${note}`];
}

/** On one line where that is enough. */
function checkLines({ columns, paint }: Page, check: CheckView): string[] {
  const { mark, kind, title, verdict, because } = check;
  const head = `${kind}${title && `: ${title}`} (${verdict})`;
  const [only] = because;
  const first = `  ${signs[mark]} `;
  const whole = `${head} · ${only}`;
  if (because.length === 1 && width(first + whole) <= columns) return [paint(mark, first + whole)];
  return [
    ...wrap(head, columns, first).map((line) => paint(mark, line)),
    ...because.flatMap((reason) => wrap(reason, columns, "    - ")),
  ];
}
