import { duration } from "../text/fill.ts";
import { table, wrap } from "./columns.ts";
import { heading, type Page, signs } from "./text-page.ts";
import type { RowView } from "./view.ts";

/**
 * What engineers want to see: only what is not fine, and rows that failed in the same way
 * together. Whoever wants every row has the page and the JSON.
 */
export function details(page: Page): string[] {
  const { status, rows, checks, causes } = page.view;
  const badRows = rows.filter(({ mark }) => mark !== "ok");
  const badChecks = checks.filter(({ mark }) => mark === "bad" || mark === "unsure");
  if (status === "healthy" || badRows.length + badChecks.length === 0) return [];
  return [
    heading(page, "ui.details"),
    ...causes.flatMap((each) => wrap(`${each.title}: ${each.engineer}`, page.columns, "  ")),
    ...alike(badRows).flatMap((block) => blockLines(page, block)),
    ...badChecks.flatMap(({ mark, kind, title, verdict, because }) => [
      ...wrap(
        `${kind}${title && `: ${title}`} (${verdict})`,
        page.columns,
        `  ${signs[mark]} `,
      ).map((line) => page.paint(mark, line)),
      ...because.flatMap((reason) => wrap(reason, page.columns, "    - ")),
    ]),
  ];
}

/** Rows of one verdict that failed at the same step for the same reasons. */
function alike(rows: readonly RowView[]): RowView[][] {
  const blocks = new Map<string, RowView[]>();
  for (const row of rows) {
    const step = row.layers.find(({ mark }) => mark === "bad" || mark === "unsure")?.title;
    const key = JSON.stringify([row.verdict, step, row.because]);
    blocks.set(key, [...(blocks.get(key) ?? []), row]);
  }
  return [...blocks.values()];
}

function blockLines({ view: { lang }, columns, paint }: Page, block: RowView[]): string[] {
  const first = block[0]!;
  const time = ({ ms }: RowView) => (ms === null ? "" : duration(ms, lang));
  const layers = first.layers.map(({ title, mark }) => `${title} ${signs[mark]}`).join("  ");
  return [
    ...table(
      block.map((row) => [row.host, `${row.address}:${row.port}`, row.protocol, time(row)]),
    ).map((line) => paint(first.mark, `  ${signs[first.mark]} ${line.trimEnd()}`)),
    ...wrap(`${first.verdict} · ${layers}`, columns, "    "),
    ...first.because.flatMap((reason) => wrap(reason, columns, "    - ")),
  ];
}
