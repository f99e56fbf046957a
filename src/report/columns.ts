/** Text in terminal columns: a Hangul syllable takes two, a combining mark none. */
const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;
const none = /[\p{Mn}\p{Me}\p{Cf}]/u;

export function width(text: string): number {
  let columns = 0;
  for (const point of text) columns += none.test(point) ? 0 : wide.test(point) ? 2 : 1;
  return columns;
}

/** Fills up with spaces on the right. */
export function pad(text: string, columns: number): string {
  return text + " ".repeat(Math.max(0, columns - width(text)));
}

/** Shortens to a number of columns, with … where something is left out. */
export function cut(text: string, columns: number): string {
  if (width(text) <= columns) return text;
  let kept = "";
  for (const point of text) {
    if (width(kept + point) > columns - 1) break;
    kept += point;
  }
  return `${kept}…`;
}

/**
 * Lines of at most `columns`, the first one begun with `first`, the rest with as many spaces.
 * Korean and English both break at spaces; a word longer than a line is broken where it must be,
 * but an address of the web never: it is copied.
 */
export function wrap(text: string, columns: number, first = "", indent = width(first)): string[] {
  const room = Math.max(8, columns - Math.max(width(first), indent));
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(/\s+/).flatMap((piece) => chop(piece, room))) {
    if (line !== "" && width(line) + 1 + width(word) > room) {
      lines.push(line);
      line = "";
    }
    line = line === "" ? word : `${line} ${word}`;
  }
  lines.push(line);
  return lines.map((each, index) => (index === 0 ? first : " ".repeat(indent)) + each);
}

function chop(word: string, room: number): string[] {
  if (width(word) <= room || /https?:\/\//.test(word)) return [word];
  const pieces: string[] = [];
  let piece = "";
  for (const point of word) {
    if (width(piece + point) > room) {
      pieces.push(piece);
      piece = "";
    }
    piece += point;
  }
  return [...pieces, piece];
}

/** A table with as many columns as needed; only the last one may be wrapped. */
export function table(rows: readonly (readonly string[])[], gap = 2): string[] {
  const widths: number[] = [];
  for (const row of rows)
    for (const [index, cell] of row.entries())
      widths[index] = Math.max(widths[index] ?? 0, width(cell));
  return rows.map((row) =>
    row
      .map((cell, index) => (index === row.length - 1 ? cell : pad(cell, widths[index] ?? 0)))
      .join(" ".repeat(gap)),
  );
}
