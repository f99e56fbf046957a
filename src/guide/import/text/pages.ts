import type { Line } from "./lines.ts";
import type { Walk } from "./walk.ts";

/** `- 3 -`, `3 / 7`, `Page 3`, `3쪽`: what a page ends with. */
const pageNumber =
  /^(?:[-–—]\s*\d{1,3}(?:\s*\/\s*\d{1,3})?\s*[-–—]|\d{1,3}\s*\/\s*\d{1,3}|page\s*\d{1,3}(?:\s*(?:\/|of)\s*\d{1,3})?|\d{1,3}\s*(?:쪽|페이지))$/i;

export function isPageNumber(text: string): boolean {
  return pageNumber.test(text);
}

/** Whether a line is there because a page ends: its number, or the title again. */
export function isPageMark({ draft, lines }: Walk, { text, number }: Line): boolean {
  if (isPageNumber(text)) return true;
  const { title } = draft;
  if (!title || number <= title.to || text.length < 6) return false;
  return text === title.text || text === lines[title.from - 1]!.text;
}
