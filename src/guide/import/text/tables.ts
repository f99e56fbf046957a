import { type DraftProgram, idFrom } from "./draft.ts";
import { maxLineChars } from "./lines.ts";
import { isPageMark } from "./pages.ts";
import { type Named, programOf, programsIn } from "./programs.ts";
import { isMarked, isRule, joinedRow } from "./table/cells.ts";
import { type Fields, fieldsOf } from "./table/fields.ts";
import { type Heading, headingAt } from "./table/heading.ts";
import { kindOf } from "./table/kinds.ts";
import { rowOf } from "./table/row.ts";
import type { Table } from "./table/table.ts";
import { takeFields } from "./table/take.ts";
import type { Column } from "./table/titles.ts";
import type { Walk } from "./walk.ts";

/** Empty lines that may stand between the rows of one table, as where a page ends. */
const mostEmptyLines = 3;

/** Above a table, more than this is a sentence about it. */
const mostCaptionChars = 60;

/** A line above a table that says whose openings these are. */
export function isTableCaption({ lines }: Walk, index: number): boolean {
  const { text } = lines[index]!;
  const isTitle = text.length <= mostCaptionChars && !/(?:니다|시오|세요)\.?$/.test(text);
  if (programsIn(text).length === 0 && !(isTitle && /방화벽|오픈/.test(text))) return false;
  let next = index + 1;
  while (next < index + 8 && lines[next]?.text === "") next += 1;
  return headingAt(lines, next) !== undefined;
}

/** Reads the caption: the program of the table below. */
export function readTableCaption(walk: Walk, index: number): void {
  const { text, number } = walk.lines[index]!;
  const [named]: (Named | undefined)[] = programsIn(text);
  walk.read.add(number);
  walk.openings = named
    ? programOf(walk.draft, named, number)
    : unnamedProgram(walk, text.replace(/^[-•·○■▶]\s*/, ""), number);
  walk.captionLine = number;
}

/** Reads the table whose heading begins here; gives the index of the first line behind it. */
export function readTable(walk: Walk, index: number, { columns, height }: Heading): number {
  const line = walk.lines[index]!.number;
  for (let at = index; at < index + height; at += 1) walk.read.add(walk.lines[at]!.number);
  const twice = columns.filter(
    ({ role }, at) =>
      /^(?:host|address)$/.test(role) && columns.findIndex((each) => each.role === role) < at,
  );
  for (const { title } of twice) walk.notes.add("columns-twice", line, { title });
  const table = tableOf(walk, columns, false, line);
  const { at, rows } = readRows(walk, table, columns, index + height);
  if (rows === 0) walk.notes.add("table-empty", line);
  else if (!table.has.address && !table.has.ports) walk.notes.add("columns-few", line);
  return at;
}

/** An empty table under the caption or the section above. */
export function tableOf(
  walk: Walk,
  columns: readonly Column[],
  guessed: boolean,
  line: number,
): Table {
  const program =
    walk.openings ?? unnamedProgram(walk, walk.section?.title ?? "방화벽 오픈 정보", line);
  const from = walk.captionLine ?? line;
  walk.openings = undefined;
  walk.captionLine = undefined;
  const roles = new Set(columns.map(({ role }) => role));
  const has = {
    host: roles.has("host") || roles.has("mixed"),
    address: roles.has("address") || roles.has("mixed"),
    ports: roles.has("ports"),
  };
  return { program, from, has, guessed, hosts: [] };
}

/** Reads the rows of a table from a line on; gives the index behind them, and how many there are. */
export function readRows(
  walk: Walk,
  table: Table,
  columns: readonly Column[],
  index: number,
): { at: number; rows: number } {
  const { lines, notes, read } = walk;
  const above: string[] = [];
  const raws = lines.map(({ raw }) => raw);
  const isFramed = /^\s*\|.*\|$/.test(lines[table.guessed ? index : index - 1]!.raw);
  let [at, rows, empty] = [index, 0, 0];
  for (; at < lines.length; at += 1) {
    const line = lines[at]!;
    if (line.text === "" || isPageMark(walk, line)) {
      if (line.text !== "") read.add(line.number);
      else empty += 1;
      if (empty > mostEmptyLines) break;
      continue;
    }
    if (isRule(line.raw)) {
      read.add(line.number);
      continue;
    }
    // A table that goes on over the page has its heading there again.
    const heading = headingAt(lines, at);
    if (heading) {
      if (
        !isAgain(heading.columns, columns) ||
        (lines[at - 1]?.text === "" && rows > 0 && !goesOver(walk, at))
      )
        break;
      for (let each = at; each < at + heading.height; each += 1) read.add(lines[each]!.number);
      at += heading.height - 1;
      continue;
    }
    const { raw, height } = isFramed ? joinedRow(raws, at) : { raw: line.raw, height: 1 };
    const row = raw.length > maxLineChars ? undefined : rowOf(raw, columns);
    if (!row) {
      if (!isBetween(walk, at, columns)) break;
      if (rows === 0 || marked.test(line.text)) {
        takeTitle(walk, table, line.text.replace(marked, ""), line.number);
        read.add(line.number);
        continue;
      }
      notes.add("row-wrapped", line.number, { text: line.text });
      walk.told.add(line.number);
      continue;
    }
    // What is no row of a table that was guessed, or behind an empty line, may begin another.
    if (rows > 0 && !row.fits && (empty > 0 || table.guessed)) break;
    empty = 0;
    rows += 1;
    read.add(line.number);
    if (row.over) notes.add("cells-too-many", line.number, { text: line.text });
    if (row.swapped) notes.add("row-swapped", line.number, { text: line.text });
    if (row.unplaced.length > 0) {
      notes.add("row-unclear", line.number, { text: row.unplaced.join(" | ") });
    }
    readRow(walk, table, row.cells, columns, above, line.number);
    if (height === 1) continue;
    notes.add("row-joined", line.number, { text: raw });
    for (let next = 1; next < height; next += 1) {
      at += 1;
      read.add(lines[at]!.number);
    }
    for (const own of table.hosts) own.to = lines[at]!.number;
  }
  tellTitle(walk, table);
  return { at, rows };
}

/** What a line begins with that stands over rows, and is no cell of one. */
const marked = /^[■□▣▶●◆◎○]\s*/;

function takeTitle(walk: Walk, table: Table, text: string, line: number): void {
  tellTitle(walk, table);
  table.titleAbove = { text, from: line, to: line };
}

/** Words over rows that have not come are told. */
function tellTitle({ notes }: Walk, { titleAbove, groupTitle }: Table): void {
  if (!titleAbove || titleAbove.text === groupTitle) return;
  notes.add("cell-unread", titleAbove.from, { text: titleAbove.text });
}

function readRow(
  walk: Walk,
  table: Table,
  cells: readonly string[],
  columns: readonly Column[],
  above: string[],
  line: number,
): void {
  const filled = cells.filter((cell) => cell !== "");
  const [only] = filled;
  if (filled.length === 1 && kindOf(only!) === "text" && /[가-힣]/.test(only!)) {
    const role = columns[cells.indexOf(only!)]!.role;
    // Words alone in a row stand over the rows below, unless they belong to the one above.
    if (/^(?:number|group|host|server)$/.test(role)) {
      takeTitle(walk, table, only!, line);
      return;
    }
  }
  const fields: Fields = fieldsOf(cells, columns, above);
  if (fields.group !== undefined) {
    tellTitle(walk, table);
    delete table.titleAbove;
  }
  takeFields(walk, table, fields, line);
}

function isAgain(one: readonly Column[], other: readonly Column[]): boolean {
  const titles = (columns: readonly Column[]) => columns.map(({ title }) => title).join("|");
  return titles(one) === titles(other);
}

/** Whether the heading at a line is there again because a page begins above it. */
function goesOver(walk: Walk, at: number): boolean {
  const before = walk.lines.slice(Math.max(0, at - 1 - mostEmptyLines), at);
  return before.some((line) => isPageMark(walk, line));
}

/** A line within a table: the title of rows, or what a cell of the row above goes on in. */
function isBetween({ lines }: Walk, at: number, columns: readonly Column[]): boolean {
  const [before, next] = [lines[at - 1], lines[at + 1]];
  if (!before || !next || before.text === "" || lines[at]!.text.length > 60) return false;
  return isMarked(next.raw) && !isMarked(lines[at]!.raw) && rowOf(next.raw, columns) !== undefined;
}

function unnamedProgram({ draft }: Walk, name: string, line: number): DraftProgram {
  const known = draft.programs.find((each) => each.unnamed && each.name === name);
  if (known) return known;
  const id = idFrom(draft, "table", "table");
  const program = { id, name, otherNames: [], tool: false, unnamed: true, from: line, to: line };
  draft.programs.push(program);
  return program;
}
