import { type Line, maxLineChars } from "../lines.ts";
import { cellsOf, isMarked } from "./cells.ts";
import { type Kind, kindOf } from "./kinds.ts";
import { piecesOf } from "./row.ts";
import type { Column, Role } from "./titles.ts";

/** Lines that are looked at to learn what the columns hold. */
const mostRows = 200;

/**
 * The columns of a table without a heading, by what its cells look like: undefined where the line
 * begins no such table. A column that could be several things is `other`.
 */
export function guessColumns(lines: readonly Line[], at: number): Column[] | undefined {
  if (!/\w\.\w|\w:\w*:/.test(lines[at]!.raw)) return undefined;
  const first = cellsIn(lines[at]!);
  if (!first || !isPlaced(first)) return undefined;
  const rows: string[][] = [];
  for (const line of lines.slice(at, at + mostRows)) {
    const cells = line.text === "" ? undefined : cellsIn(line);
    if (!cells || cells.length > 12 || isMarked(line.raw) !== isMarked(lines[at]!.raw)) break;
    rows.push(cells);
  }
  const width = Math.max(...rows.map((cells) => cells.length));
  const full = rows.filter((cells) => cells.length === width);
  const columns = Array.from({ length: width }, (_, column) =>
    kindsIn(full.map((cells) => cells[column]!)),
  );
  const roles = columns.map(([kind]) => (columns.length > 0 && kind ? placeOf(kind) : undefined));
  numberRows(roles, full);
  // Two that could both be the ports are neither.
  const ports = roles.filter((role) => role === "ports").length;
  const settled = roles.map((role) => (role === "ports" && ports > 1 ? "other" : role));
  const firstPlace = settled.findIndex(
    (role) => role === "host" || role === "address" || role === "mixed",
  );
  if (firstPlace < 0) return undefined;
  return settled.map((role, column) => ({
    role: role ?? wordsAt(column, firstPlace, settled),
    title: "",
  }));
}

/** A line that has at least a name or an address, and something else that a rule is made of. */
function isPlaced(cells: readonly string[]): boolean {
  const kinds = new Set(cells.filter((cell) => cell !== "").map(kindOf));
  const places = ["address", "host", "mixed"].filter((kind) => kinds.has(kind as Kind)).length;
  return places > 0 && (places > 1 || kinds.has("ports") || kinds.has("mixed"));
}

/** The cells of a line; without marks only of one that ends in what a rule is made of. */
function cellsIn({ raw, text }: Line): string[] | undefined {
  if (raw.length > maxLineChars) return undefined;
  const cells = cellsOf(raw);
  if (isMarked(raw)) return cells;
  const bare = text.replace(/^[-•·○■▶]\s*/, "");
  const pieces = piecesOf(
    cells.length > 1 ? cells.filter((cell) => cell !== "") : bare.split(" "),
    true,
  );
  const kinds = pieces.map(kindOf);
  const words = kinds.filter((kind) => kind === "text").length;
  return kinds.length > 1 && words < 2 && kinds.slice(1).every((kind) => kind !== "text")
    ? pieces
    : undefined;
}

/** The one kind of a column's cells. */
function kindsIn(cells: readonly string[]): Kind[] {
  const kinds = new Set(cells.filter((cell) => cell !== "").map(kindOf));
  kinds.delete("ditto");
  return kinds.size === 1 ? [...kinds] : [];
}

function placeOf(kind: Kind): Role | undefined {
  return kind === "text" || kind === "ditto" ? undefined : kind;
}

/** 1, 2, 3 in the first column count the rows. */
function numberRows(roles: (Role | undefined)[], rows: readonly string[][]): void {
  const others = roles.slice(1).filter((role) => role === "ports").length;
  if (roles[0] !== "ports" || others === 0) return;
  const first = Number(rows[0]![0]);
  if (rows.length === 1 && first !== 1) return;
  if (rows.every(([cell], at) => Number(cell) === first + at)) roles[0] = "number";
}

/** Words before the first name or address say whose it is, words behind what it is for. */
function wordsAt(column: number, place: number, roles: readonly (Role | undefined)[]): Role {
  const open = roles.map((role, at) => (role === undefined ? at : -1)).filter((at) => at >= 0);
  const before = open.filter((at) => at < place);
  const behind = open.filter((at) => at > place);
  if (before.length === 1 && before[0] === column) return "group";
  if (behind.length === 1 && behind[0] === column) return "purpose";
  return "other";
}
