import type { FormTable } from "./form.ts";

/**
 * How wide a text is, in half widths: about what a digit takes. Estimated, because no office format
 * says which font will draw it; capitals and Korean are the wide ones in all of them.
 */
export function widthOf(text: string): number {
  let width = 0;
  for (const character of text) {
    width += widthOfOne(character);
  }
  return width;
}

function widthOfOne(character: string): number {
  if (wide.test(character)) return 1.85;
  if (large.test(character)) return 1.4;
  return small.test(character) ? 0.7 : 1.1;
}

const large = /[A-Z@%&mw]/;
const small = /[.,:;'|!ijl ]/;
const wide = /[\u1100-\u115f\u2e80-\u303f\u3041-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60]/;

/** What should stay on one line: words, and with each the sign after it that joins it to the next. */
function wordsOf(text: string): string[] {
  return text.split(/\s+(?![^\p{L}\p{N}](?:\s|$))/u);
}

/** How many lines a text takes in a column of a width, when it breaks between words only. */
export function linesIn(text: string, width: number): number {
  let lines = 0;
  for (const paragraph of text.split("\n")) {
    let used = 0;
    lines += 1;
    for (const word of wordsOf(paragraph)) {
      const own = widthOf(word);
      const after = used === 0 ? own : used + 1 + own;
      if (after <= width) used = after;
      else {
        lines += Math.ceil(own / width) - (used === 0 ? 1 : 0);
        used = own % width;
      }
    }
  }
  return lines;
}

/** A word longer than this may be broken, but for addresses and ports. */
const longestWord = 24;
/** Columns whose words are never broken: a number cut in two is another number. */
const numeric = [3, 4, 8];
/** So much wider than its longest word is a column: some fonts are wider than estimated. */
const slack = 1.06;
/** No column gets narrower than a Korean word of four syllables. */
const leastLevel = 8;
/** Halvings until a number is known well enough. */
const steps = 30;
/** More lines than any cell takes. */
const manyLines = 1000;

/**
 * The widths of a table's columns as parts of one, from what is in them: each as wide as its longest
 * word, and such that no cell takes more lines than have to be. `room` is the whole table's and
 * `margin` what of it a cell keeps free, both in half widths.
 */
export function columnWidths(
  { columns, rows }: FormTable,
  { room, margin }: { room: number; margin: number },
): number[] {
  const cells = columns.map((title, at) => [
    { text: title, rows: 1 },
    ...rows.flatMap((row) => row[at] ?? []),
  ]);
  const least = cells.map((column, at) => {
    const word = most(column, ({ text }) => most(wordsOf(text), widthOf)) * slack;
    return numeric.includes(at) ? word : Math.min(word, longestWord);
  });
  const free = room - columns.length * margin;
  const over = sum(least) - free;
  if (over > 0) return parts(squeezed(least, over), margin);
  // A merged cell has the height of all its rows to write in.
  const whole = cells.map((column) => most(column, (cell) => widthOf(cell.text) / cell.rows));
  const at = (lines: number) => least.map((own, at) => Math.max(own, whole[at]! / lines));
  const [, lines] = halved([0, manyLines], (few) => sum(at(few)) > free);
  return parts(at(lines), margin);
}

/** Closes in on the place where an answer changes from yes to no. */
function halved([yes, no]: [number, number], test: (value: number) => boolean): [number, number] {
  for (let step = 0; step < steps; step += 1) {
    const middle = (yes + no) / 2;
    if (test(middle)) yes = middle;
    else no = middle;
  }
  return [yes, no];
}

/** Takes from the widest of the columns that may be broken, down to one width. */
function squeezed(widths: readonly number[], over: number): number[] {
  const at = (level: number) =>
    widths.map((own, at) => (numeric.includes(at) ? own : Math.min(own, level)));
  const free = sum(widths) - over;
  const [level] = halved([leastLevel, longestWord], (level) => sum(at(level)) <= free);
  return at(level);
}

function parts(widths: readonly number[], margin: number): number[] {
  const whole = sum(widths) + widths.length * margin;
  return widths.map((own) => (own + margin) / whole);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, own) => total + own, 0);
}

/** The largest number that the entries of a list give, at least 0. */
function most<T>(list: readonly T[], number: (entry: T) => number): number {
  return list.reduce((top, entry) => Math.max(top, number(entry)), 0);
}
