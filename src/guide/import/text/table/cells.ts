/**
 * Cells between tabs, bars, or two and more spaces; an empty cell is one merged with another. A bar
 * at either end is a frame, unless the row would then have less than its `width` of cells.
 */
export function cellsOf(raw: string, width = 0): string[] {
  if (raw.includes("\t")) return raw.split("\t").map(trim);
  if (!raw.includes("|")) return raw.split(/ {2,}/).map(trim);
  const cells = raw.split("|").map(trim);
  if (cells[0] === "" && cells.length > width) cells.shift();
  if (cells.at(-1) === "" && cells.length > width) cells.pop();
  return cells;
}

/** Whether cells are told apart by something that nobody types by chance. */
export function isMarked(raw: string): boolean {
  return /[\t|]/.test(raw);
}

/** `|---|:---:|`: the line below a heading that is drawn with bars. */
export function isRule(raw: string): boolean {
  return /^[\s|:+=_─━-]+$/.test(raw) && /[-=─━]{2}/.test(raw);
}

/** So many lines one row may have become. */
const mostLines = 3;

/**
 * The row that begins at a line. Between bars a cell may go on in the next line: such a row begins
 * with a bar, and its line does not end with one.
 */
export function joinedRow(raws: readonly string[], at: number): { raw: string; height: number } {
  let raw = raws[at]!;
  let height = 1;
  while (/^\s*\|/.test(raw) && !/\|\s*$/.test(raw) && height < mostLines) {
    const next = raws[at + height] ?? "";
    if (/^\s*(?:\||$)/.test(next)) break;
    // A name goes on without a space.
    const isName = /[A-Za-z0-9.-]\s*$/.test(raw) && /^\s*[.-][A-Za-z0-9]/.test(next);
    raw = `${raw.trimEnd()}${isName ? "" : " "}${next.trim()}`;
    height += 1;
  }
  return /\|\s*$/.test(raw) ? { raw, height } : { raw: raws[at]!, height: 1 };
}

/** With one space where there are several, which ports are searched for in more ways than one. */
const trim = (cell: string): string => cell.trim().replace(/\s+/g, " ");
