import { pad, width, wrap } from "../../columns.ts";
import type { Cell } from "../document.ts";
import { unspanned } from "../unspanned.ts";

/** Between two columns: a space, a rule and a space. */
const between = 3;
/** Around the whole: a rule and a space on each side. */
const around = 4;
/** No column is made narrower than two Korean words. */
const narrowest = 12;

/**
 * A table drawn with signs that every font has. A cell that reaches over rows is drawn as one, without
 * rules across it. Undefined where its columns cannot be made so narrow.
 */
export function drawnTable(
  head: readonly string[],
  rows: readonly Cell[][],
  most: number,
): string[] | undefined {
  const columns = widths(head, rows, most - around - between * (head.length - 1));
  if (!columns) return undefined;
  const drawn = head.map((title, at) => columnLines(title, at, rows, columns[at]!));
  const heights = drawn[0]!.map((_, row) => Math.max(...drawn.map((column) => column[row]!.own)));
  stretch(drawn, heights);
  const cells = drawn.map((column) => filled(column, heights));
  const rule = (row: number) =>
    ruleLine(
      cells.map((column) => column[row]!.above),
      columns,
    );
  const lines = heights.flatMap((height, row) => [
    rule(row),
    ...Array.from(
      { length: height },
      (_, line) =>
        `| ${cells.map((column, at) => pad(column[row]!.lines[line] ?? "", columns[at]!)).join(" | ")} |`,
    ),
  ]);
  return [
    ...lines,
    ruleLine(
      columns.map(() => undefined),
      columns,
    ),
  ];
}

/** One row of one column: its words, and whether the cell above goes on in it. */
interface Piece {
  words: string[];
  /** Rows that the cell beginning here reaches over; 0 where it began above. */
  span: number;
  /** Lines that the row needs for it. */
  own: number;
}

function columnLines(title: string, at: number, rows: readonly Cell[][], columns: number): Piece[] {
  const headed: Piece = { words: wrap(title, columns), span: 1, own: wrap(title, columns).length };
  let left = 0;
  const pieces = unspanned(rows).map((row): Piece => {
    if (left > 0) {
      left -= 1;
      return { words: [], span: 0, own: 1 };
    }
    const { lines, span = 1 } = row[at] ?? { lines: [] };
    left = span - 1;
    const words = lines.flatMap((line) => wrap(line, columns));
    return { words, span, own: span === 1 ? Math.max(1, words.length) : 1 };
  });
  return [headed, ...pieces];
}

/** A cell over several rows that needs more lines than they have makes the last of them higher. */
function stretch(drawn: readonly Piece[][], heights: number[]): void {
  for (const column of drawn) {
    for (const [row, { words, span }] of column.entries()) {
      if (span < 2) continue;
      const own = heights.slice(row, row + span).reduce((sum, height) => sum + height, span - 1);
      const last = row + span - 1;
      if (words.length > own) heights[last] = heights[last]! + words.length - own;
    }
  }
}

interface Filled {
  /** What stands in the rule above; undefined for a rule. */
  above: string | undefined;
  lines: string[];
}

function filled(column: readonly Piece[], heights: readonly number[]): Filled[] {
  let rest: string[] = [];
  return column.map(({ words, span }, row) => {
    if (span > 0) rest = [...words];
    const above = span === 0 ? (rest.shift() ?? "") : undefined;
    return { above, lines: rest.splice(0, heights[row]!) };
  });
}

function ruleLine(above: readonly (string | undefined)[], columns: readonly number[]): string {
  const pieces = above.map((text, at) =>
    text === undefined ? "-".repeat(columns[at]! + 2) : ` ${pad(text, columns[at]!)} `,
  );
  const joints = above.map((text, at) =>
    text !== undefined && (at === 0 || above[at - 1] !== undefined) ? "|" : "+",
  );
  return `${pieces.map((piece, at) => joints[at]! + piece).join("")}${above.at(-1) === undefined ? "+" : "|"}`;
}

/** As wide as what is in them; where that is too much, the widest give way down to their longest word. */
function widths(
  head: readonly string[],
  rows: readonly Cell[][],
  most: number,
): number[] | undefined {
  const lines = head.map((title, at) => [
    title,
    ...unspanned(rows).flatMap((row) => row[at]?.lines ?? []),
  ]);
  const whole = lines.map((own) => Math.max(...own.map(width)));
  const least = lines.map((own, at) => {
    const word = Math.max(...own.flatMap((line) => line.split(/\s+/)).map(width));
    return Math.min(whole[at]!, Math.max(word, narrowest));
  });
  const sum = (list: readonly number[]) => list.reduce((total, each) => total + each, 0);
  if (sum(least) > most) return undefined;
  const found = [...whole];
  while (sum(found) > most) {
    const free = found.map((own, at) => (own > least[at]! ? own : 0));
    const widest = free.indexOf(Math.max(...free));
    found[widest] = found[widest]! - 1;
  }
  return found;
}
