import type { Line } from "./lines.ts";
import { belongs, kindOf } from "./table/kinds.ts";
import { type Column, roleOf } from "./table/titles.ts";

/** A table of which each cell has become a line. */
export interface Stacked {
  columns: Column[];
  rows: { cells: string[]; line: number }[];
  /** The index behind its last line. */
  next: number;
}

const fewestColumns = 3;
const mostColumns = 10;

/**
 * A table with one cell a line, as some programs copy it: titles, and then lines of which every so
 * many are a row. Only where each cell is what its column holds, so that none is missing.
 */
export function stackedAt(lines: readonly Line[], at: number): Stacked | undefined {
  const columns: Column[] = [];
  for (let each = at; columns.length < mostColumns; each += 1) {
    const column = titleIn(lines[each]);
    if (!column) break;
    columns.push(column);
  }
  const roles = new Set(columns.map(({ role }) => role));
  if (columns.length < fewestColumns || roles.size < columns.length || !roles.has("ports")) {
    return undefined;
  }
  if (!roles.has("host") && !roles.has("address")) return undefined;
  const rows: Stacked["rows"] = [];
  let next = at + columns.length;
  while (next + columns.length <= lines.length) {
    const own = lines.slice(next, next + columns.length);
    if (!own.every(({ text }, each) => isCell(text, columns[each]!))) break;
    rows.push({ cells: own.map(({ text }) => text), line: own[0]!.number });
    next += columns.length;
  }
  return rows.length === 0 ? undefined : { columns, rows, next };
}

function titleIn(line: Line | undefined): Column | undefined {
  if (!line || line.text.length > 12 || /[\t|]| {2}/.test(line.raw.trim())) return undefined;
  const role = roleOf(line.text);
  if (role === "other" || role === "server" || kindOf(line.text) !== "text") return undefined;
  return { role, title: line.text };
}

function isCell(text: string, { role }: Column): boolean {
  return text !== "" && text.length <= 60 && belongs(kindOf(text), role);
}
