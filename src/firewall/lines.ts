import { linesPerMark, type Source } from "./source.ts";

/** Characters of a line that are told. */
const mostShown = 300;

/** The texts of some lines, in one pass over the file; a line of a million must not cost a million. */
export function linesOf({ bytes, marks }: Source, wanted: Iterable<number>): Map<number, string> {
  const numbers = [...new Set(wanted)].filter((line) => line > 0).sort((a, b) => a - b);
  const found = new Map<number, string>();
  const decoder = new TextDecoder();
  let line = 1;
  let from = 0;
  for (const number of numbers) {
    const mark = Math.floor((number - 1) / linesPerMark);
    const marked = marks?.[mark];
    if (marked !== undefined && mark * linesPerMark >= line) {
      line = mark * linesPerMark + 1;
      from = marked;
    }
    for (; line < number && from >= 0; line += 1) from = bytes.indexOf(10, from) + 1 || -1;
    if (from < 0) break;
    const end = bytes.indexOf(10, from);
    // One character is four bytes at most.
    const last = Math.min(end < 0 ? bytes.length : end, from + 4 * mostShown);
    const text = decoder.decode(bytes.subarray(from, last)).trim();
    found.set(number, text.length > mostShown ? `${text.slice(0, mostShown - 1)}…` : text);
  }
  return found;
}
