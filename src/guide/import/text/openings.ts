import { recordAt } from "./records.ts";
import { stackedAt } from "./stacked.ts";
import { fieldsOf } from "./table/fields.ts";
import { takeFields } from "./table/take.ts";
import { tableOf } from "./tables.ts";
import { reach, type Walk } from "./walk.ts";

/** Reads openings that are words and values: `IP : 192.0.2.1`. Gives the index behind them. */
export function readRecord(walk: Walk, at: number): number {
  const record = recordAt(walk.lines, at);
  if (!record) return at;
  const { columns, cells, from, next } = record;
  const table = tableOf(walk, columns, false, from);
  const lines = next - at;
  // That lines belong together is told by their neighbourhood alone.
  if (lines > 1) walk.notes.add("record-joined", from, { lines });
  takeFields(walk, table, fieldsOf(cells, columns, []), from);
  for (const { number, text } of walk.lines.slice(at, next)) if (text !== "") reach(walk, number);
  const last = walk.lines[next - 1]!.number;
  for (const own of table.hosts) own.to = Math.max(own.to, last);
  return next;
}

/** Reads a table of which each cell has become a line; gives the index behind it. */
export function readStacked(walk: Walk, at: number): number {
  const stacked = stackedAt(walk.lines, at);
  if (!stacked) return at;
  const { columns, rows, next } = stacked;
  const line = walk.lines[at]!.number;
  walk.notes.add("table-stacked", line, { columns: columns.length, rows: rows.length });
  const table = tableOf(walk, columns, false, line);
  const above: string[] = [];
  for (const { cells, line: own } of rows) {
    takeFields(walk, table, fieldsOf(cells, columns, above), own);
    for (const host of table.hosts) host.to = own + columns.length - 1;
  }
  for (const { number } of walk.lines.slice(at, next)) walk.read.add(number);
  return next;
}
