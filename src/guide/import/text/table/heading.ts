import type { Line } from "../lines.ts";
import { cellsOf, isMarked, isRule } from "./cells.ts";
import { kindOf } from "./kinds.ts";
import { rowOf } from "./row.ts";
import { type Column, type Role, roleOf } from "./titles.ts";

/** The heading of a firewall table. */
export interface Heading {
  columns: Column[];
  /** How many lines it takes. */
  height: number;
}

/** More columns than this are no firewall table. */
const mostColumns = 12;
/** So many rows are looked at to learn what an unclear title means. */
const rowsLookedAt = 8;

/** No heading is without one of these: most lines are not looked into further. */
const mayHead =
  /ip|아이피|대역|도메인|호스트|url|host|fqdn|domain|서버|주소|목적지|도착|대상|접속|연결|사이트|홈페이지|장비|server|address|dest|dst|target|site/i;

/** The heading that begins at a line, or undefined where none does. */
export function headingAt(lines: readonly Line[], at: number): Heading | undefined {
  const line = lines[at];
  if (!line || !mayHead.test(line.raw)) return undefined;
  const single = titlesOf(line.raw);
  if (!single) return undefined;
  const both = twoLines(single, line.raw, lines[at + 1]?.raw ?? "");
  const double = both && asHeading(both, lines, at + 2);
  if (double) return { columns: double, height: 2 };
  const found = asHeading(single, lines, at + 1);
  return found && { columns: found, height: 1 };
}

/** Cells of a line that may all be titles. */
function titlesOf(raw: string, width = 0): string[] | undefined {
  const cells = cellsOf(raw, width);
  const titles = cells.length > 1 ? cells : spaced(raw);
  if (titles.length < 2 || titles.length > mostColumns) return undefined;
  return titles.every((cell) => cell === "" || /^(?:text|protocol|ditto)$/.test(kindOf(cell)))
    ? titles
    : undefined;
}

/** `구분 URL IP 주소 Port`, as a page copied word by word has it; every word has to be a title. */
function spaced(raw: string): string[] {
  const words = raw.trim().split(/\s+/);
  const titles: string[] = [];
  for (const word of words) {
    const goesOn = /^(?:주소|번호|정보|이름|명|address|name|number|no\.?)$/i.test(word);
    if (goesOn && titles.length > 0) titles.push(`${titles.pop()} ${word}`);
    else titles.push(word);
  }
  const roles = titles.map(roleOf);
  return titles.length > 2 && !roles.includes("other") ? titles : [];
}

/** A heading over two lines: what is merged above is told apart below. */
function twoLines(first: string[], above: string, below: string): string[] | undefined {
  if (!isMarked(above) || !isMarked(below) || above === below) return undefined;
  const second = titlesOf(below, first.length);
  const words = second?.filter((title) => title !== "") ?? [];
  if (second?.length !== first.length || words.length === 0) return undefined;
  if (words.some((title) => !/^(?:host|address|ports|protocol)$/.test(roleOf(title))))
    return undefined;
  let merged = "";
  return first.map((title, at) => {
    const under = second[at]!;
    if (title !== "") merged = title;
    if (under === "") return title;
    return `${title || merged} ${under}`.trim();
  });
}

function asHeading(
  titles: readonly string[],
  lines: readonly Line[],
  below: number,
): Column[] | undefined {
  const columns = titles.map((title) => ({
    role: title === "" ? ("other" as Role) : roleOf(title),
    title,
  }));
  const has = (...roles: Role[]) => columns.some(({ role }) => roles.includes(role));
  if (!has("host", "address", "mixed", "server")) return undefined;
  settleServers(columns, lines, below);
  if (!has("host", "address", "mixed")) return undefined;
  tellApart(columns);
  if (has("ports")) return columns;
  // Without ports words alone make no such table: a row of it has to follow.
  const known = columns.filter(({ role }) => role !== "other").length;
  if (known < 2) return undefined;
  return rowsBelow(lines, below).some((raw) => holdsPlace(raw, columns)) ? columns : undefined;
}

/** Of columns with the same kind of words the first is taken as what it says. */
function tellApart(columns: Column[]): void {
  const next: Partial<Record<Role, Role>> = { group: "purpose", purpose: "remark" };
  const seen = new Set<Role>();
  for (const column of columns) {
    if (!single.has(column.role)) continue;
    while (seen.has(column.role)) {
      const { role } = column;
      const other = next[role] ?? "other";
      column.role = columns.some((each) => each.role === other) ? "other" : other;
    }
    if (column.role !== "other") seen.add(column.role);
  }
}

const single = new Set<Role>(["number", "group", "protocol", "direction", "purpose", "remark"]);

function holdsPlace(raw: string, columns: readonly Column[]): boolean {
  const row = cellsOf(raw).length > 1 ? rowOf(raw, columns) : undefined;
  return (
    row?.cells.some(
      (cell, at) =>
        /^(?:host|address|mixed)$/.test(columns[at]!.role) &&
        /^(?:host|address|mixed)$/.test(kindOf(cell)),
    ) ?? false
  );
}

/** 서버, 주소, Destination: names, addresses or words, as the cells below tell. */
function settleServers(columns: Column[], lines: readonly Line[], below: number): void {
  const open = columns.filter(({ role }) => role === "server");
  if (open.length === 0) return;
  const rows = rowsBelow(lines, below).map((raw) => cellsOf(raw, columns.length));
  const has = (role: Role) => columns.some((each) => each.role === role);
  for (const column of open) {
    const at = columns.indexOf(column);
    const kinds = rows
      .flatMap((cells) => (cells.length === columns.length && cells[at] ? kindOf(cells[at]) : []))
      .filter((kind) => kind !== "ditto");
    const places = kinds.filter(
      (kind) => kind === "host" || kind === "address" || kind === "mixed",
    );
    const [only, ...others] = new Set(places);
    // Of a few cells that are words it is told that they are no address.
    if (only && kinds.length <= 2 * places.length) column.role = others.length > 0 ? "mixed" : only;
    else if (kinds.length === 0 && !has("host") && !has("mixed")) column.role = "host";
    else if (!has("group")) column.role = "group";
    else column.role = has("purpose") ? "other" : "purpose";
  }
}

function rowsBelow(lines: readonly Line[], from: number): string[] {
  const rows: string[] = [];
  for (let at = from; at < lines.length && at < from + 2 * rowsLookedAt; at += 1) {
    const { raw, text } = lines[at]!;
    if (text === "" && rows.length > 0) break;
    if (text !== "" && !isRule(raw)) rows.push(raw);
  }
  return rows.slice(0, rowsLookedAt);
}
