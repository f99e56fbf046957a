import { cellsOf, isMarked } from "./cells.ts";
import { belongs, contradicts, type Kind, kindOf } from "./kinds.ts";
import type { Column } from "./titles.ts";

/** A line below a heading, with each cell in its column. */
export interface Row {
  /** As many as there are columns; "" where a cell is merged or empty. */
  cells: string[];
  /** There are more cells than columns. */
  over: boolean;
  /** No cell is what its column does not hold. */
  fits: boolean;
  /** Cells stand in one another's columns, and were put where they belong. */
  swapped: boolean;
  /** Cells that could stand in more columns than one, and were left out. */
  unplaced: string[];
}

/** A line below the heading as a row, or undefined where the table has ended. */
export function rowOf(raw: string, columns: readonly Column[]): Row | undefined {
  const cells = cellsOf(raw, columns.length);
  const filled = cells.filter((cell) => cell !== "");
  if (filled.length === 0) return undefined;
  if (isMarked(raw)) {
    return placed(cells, columns) ?? swapped(cells, columns) ?? counted(cells, columns, false);
  }
  if (cells.length === columns.length && cells.length > 1) {
    const row = placed(cells, columns);
    if (row) return row;
  }
  const parts = filled.length > 1 ? filled : raw.trim().split(/\s+/);
  const pieces = piecesOf(
    parts,
    columns.some(({ role }) => role === "protocol"),
  );
  const kinds = pieces.map(kindOf);
  // A line of words alone is no row of such a table, and neither is a sentence.
  if (!kinds.some((kind) => /^(?:address|host|mixed)$/.test(kind))) return undefined;
  const words = kinds.filter((kind) => kind === "text").length;
  const isSentence = words > 1 ? /[.다요함됨음]$|^\s*[※*]/ : /(?:니다|세요|시오)\.?$/;
  if (words > 0 && isSentence.test(raw.trim())) return undefined;
  const none = { over: false, fits: false, swapped: false, unplaced: pieces };
  return byKind(pieces, columns) ?? { cells: columns.map(() => ""), ...none };
}

/** Cells by their number, unless one of them says that it stands elsewhere. */
function placed(cells: readonly string[], columns: readonly Column[]): Row | undefined {
  const isShort = cells.length < columns.length;
  const fits = cells.slice(0, columns.length).every((cell, at) => {
    if (cell === "") return true;
    const { role } = columns[at]!;
    const kind = kindOf(cell);
    if (contradicts(kind, role)) return false;
    // Where cells are missing, those that are there may have moved.
    return !isShort || !strong.test(kind) || belongs(kind, role);
  });
  if (fits) return counted(cells, columns, true);
  const filled = cells.filter((cell) => cell !== "");
  const parts = filled.flatMap(parted);
  return byKind(isShort ? parts : filled, columns) ?? byKind(filled, columns);
}

/** A cell in which words and a name or address stand together, for want of a mark between them. */
function parted(cell: string): string[] {
  if (kindOf(cell) !== "text") return [cell];
  const pieces = piecesOf(cell.split(/\s+/), true);
  return pieces.some((piece) => /^(?:address|host)$/.test(kindOf(piece))) ? pieces : [cell];
}

const strong = /^(?:address|host|mixed|ports|protocol)$/;

/** A whole row in which a name stands for an address, or the like: each where alone it may stand. */
function swapped(cells: readonly string[], columns: readonly Column[]): Row | undefined {
  if (cells.length !== columns.length) return undefined;
  const own = columns.map(() => "");
  const words: string[] = [];
  for (const [at, cell] of cells.entries()) {
    const kind = cell === "" ? "text" : kindOf(cell);
    if (!strong.test(kind)) {
      if (own[at] === "") own[at] = cell;
      else words.push(cell);
      continue;
    }
    const places = columns.flatMap(({ role }, place) => (belongs(kind, role) ? [place] : []));
    if (places.length !== 1 || own[places[0]!] !== "") return undefined;
    own[places[0]!] = cell;
  }
  const none = { over: false, fits: true, unplaced: words.filter((word) => word !== "") };
  return { cells: own, swapped: true, ...none };
}

function counted(cells: readonly string[], columns: readonly Column[], fits: boolean): Row {
  return {
    cells: columns.map((_, at) => cells[at] ?? ""),
    over: cells.slice(columns.length).some((cell) => cell !== ""),
    fits,
    swapped: false,
    unplaced: [],
  };
}

/**
 * Cells by what they look like, from left to right. Addresses, names and ports have a column each;
 * of words that could stand in several none is chosen.
 */
function byKind(pieces: readonly string[], columns: readonly Column[]): Row | undefined {
  const kinds = pieces.map(kindOf);
  const ways = waysOf(kinds, columns);
  if (ways.length === 0) return undefined;
  const cells = columns.map(() => "");
  const unplaced: string[] = [];
  for (const [piece, text] of pieces.entries()) {
    const places = new Set(ways.map((way) => way[piece]!));
    if (places.size === 1) cells[ways[0]![piece]!] = text;
    else unplaced.push(text);
  }
  return { cells, over: false, fits: true, swapped: false, unplaced };
}

/** Beyond so many ways to place its cells a row is unclear whatever else there is. */
const mostWays = 200;

/** Every way to put the cells of a row into columns, each into one where it may stand. */
function waysOf(kinds: readonly Kind[], columns: readonly Column[]): number[][] {
  let ways: number[][] = [[]];
  for (const [piece, kind] of kinds.entries()) {
    const left = kinds.length - piece - 1;
    ways = ways.flatMap((way) => {
      const next: number[][] = [];
      for (let at = (way.at(-1) ?? -1) + 1; at < columns.length - left; at += 1) {
        if (belongs(kind, columns[at]!.role)) next.push([...way, at]);
      }
      return next;
    });
    ways = ways.slice(0, mostWays);
  }
  return ways;
}

/**
 * Pieces of a line without columns: words that follow one another are one, and so are ports. What is
 * spoken stands with its port where it has no column of its own.
 */
export function piecesOf(parts: readonly string[], isApart: boolean): string[] {
  const pieces: { text: string; kind: Kind }[] = [];
  for (const text of parts) {
    const kind = kindOf(text.replace(/,$/, ""));
    const last = pieces.at(-1);
    const isList = last !== undefined && kind !== "host" && last.kind === kind;
    const isSpoken = !isApart && last?.kind === "protocol" && kind === "ports";
    if (last && (isList || isSpoken)) {
      last.text = `${last.text} ${text}`;
      last.kind = kind;
    } else pieces.push({ text, kind });
  }
  return pieces.map(({ text }) => text);
}
