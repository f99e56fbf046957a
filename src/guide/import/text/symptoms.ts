import { idFrom } from "./draft.ts";
import { maxLineChars } from "./lines.ts";
import { cellsOf } from "./table/cells.ts";
import { nextFilled, reach, type Walk } from "./walk.ts";

/**
 * Reads a table that leads from what is seen to what is done, or a line `증상 1. …`. Gives the index
 * behind what was read, the same where there is none.
 */
export function readSymptoms(walk: Walk, at: number): number {
  const { lines } = walk;
  const single = /^(?:증상|현상) ?\d+\s*[.:)]\s*(\S.*)$/.exec(lines[at]!.text)?.[1];
  if (single !== undefined) {
    const doing = nextFilled(lines, at + 1)?.text ?? "";
    take(walk, single, /^[→⇒▶-]/.test(doing) ? doing : single, lines[at]!.number);
    return at + 1;
  }
  const heading = cellsOf(lines[at]!.raw);
  const seen = heading.findIndex((cell) => /^(?:오류 ?|주요 ?)?(?:현상|증상)$/.test(cell));
  const done = heading.findIndex((cell) => /조치|해결|방법/.test(cell));
  if (seen < 0 || done < 0 || seen === done) return at;
  reach(walk, lines[at]!.number);
  let next = at + 1;
  for (; next < lines.length; next += 1) {
    const { raw } = lines[next]!;
    const cells = raw.length > maxLineChars ? [] : cellsOf(raw);
    if (cells.length < 2 || cells.length > heading.length) break;
    const text = cells[seen];
    if (text) take(walk, text, cells[done] ?? "", lines[next]!.number);
  }
  return next;
}

/** `조치방법 1, 2`, `1번`: the remedies that are for a symptom. */
const numbered = /조치 ?(?:방법)?\s*(\d{1,3})(?![\d.])|(?:^|,)\s*(\d{1,3})\s*번?\s*(?=,|$)/g;

function take(walk: Walk, text: string, doing: string, line: number): void {
  const { draft, notes, section } = walk;
  const numbers = [...doing.matchAll(numbered)];
  const id = idFrom(draft, `symptom ${draft.symptoms.length + 1}`, "symptom");
  const remedies = numbers.map(([, named, bare]) => Number(named ?? bare));
  // What is done without the number of a remedy is in no remedy.
  const rest = doing === text ? "" : doing.replace(numbered, "").replace(/^[\s,→⇒▶-]+/, "");
  if (/[\p{L}\d]/u.test(rest)) notes.add("cell-unread", line, { text: doing });
  draft.symptoms.push({ id, text, remedies, section, from: line, to: line });
  reach(walk, line);
}
