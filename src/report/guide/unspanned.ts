import type { Cell } from "./document.ts";

/** Rows of equal length: where a cell reaches over several rows, those below it hold an empty one. */
export function unspanned(rows: readonly Cell[][]): Cell[][] {
  const open: number[] = [];
  return rows.map((row) => {
    const given = [...row];
    const cells: Cell[] = [];
    for (let column = 0; given.length > 0 || (open[column] ?? 0) > 0; column += 1) {
      const left = open[column] ?? 0;
      if (left > 0) {
        open[column] = left - 1;
        cells.push({ lines: [] });
        continue;
      }
      const cell = given.shift();
      if (!cell) break;
      open[column] = (cell.span ?? 1) - 1;
      cells.push(cell);
    }
    return cells;
  });
}
