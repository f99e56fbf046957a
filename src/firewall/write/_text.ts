import type { OpeningRequest } from "../opening.ts";
import { limits } from "./_limits.ts";
import type { Sorted } from "./_request.ts";

/** Lines as a file: every line ended, the last one too. */
export function textOf(lines: Iterable<string>, end = "\n"): string {
  return [...lines].map((line) => line + end).join("");
}

/** What the names of this request's openings, files and objects begin with. */
export function stemOf({ guide, openings }: OpeningRequest): string {
  return openings[0]?.name.replace(/-\d+$/, "") ?? `jochi-${ascii(guide.id)}`;
}

/** Guide, edition and, opening by opening, the guide's rows, as comment lines. */
export function heading(
  request: OpeningRequest & Partial<Pick<Sorted, "needsPerson">>,
  mark: string,
  ...hints: readonly string[]
): string[] {
  const { guide, openings, needsPerson = [] } = request;
  const width = limits.line - mark.length - 1;
  const rows = openings.flatMap(({ name, endpoints }) =>
    wrapped(`${name}: rows`, endpoints.map(ascii), width),
  );
  const missing = needsPerson.flatMap(({ opening: { name, endpoints } }) =>
    wrapped(`${name} is not in here and needs a person: rows`, endpoints.map(ascii), width),
  );
  const first = `Jochi: guide ${ascii(guide.id)}, edition ${ascii(guide.edition)}`;
  return [first, ...rows, ...missing, ...hints].map((line) => `${mark} ${line}`);
}

/** A comment cut to what the firewall takes. */
export function cut(text: string, limit: number): string {
  return text.length <= limit ? text : `${text.slice(0, limit - 3)}...`;
}

/** What an administrator's terminal and every parser can take, and nothing that ends a comment. */
function ascii(text: string): string {
  return text.replace(/[^A-Za-z0-9 ._,:-]/g, "-");
}

/** `head a, b,` and further lines set in by two, none longer than the limit unless one word is. */
function wrapped(head: string, words: readonly string[], limit: number): string[] {
  const lines: string[] = [];
  let line = head;
  for (const [at, word] of words.entries()) {
    const piece = ` ${word}${at + 1 < words.length ? "," : ""}`;
    if (line.length + piece.length > limit && line !== head) {
      lines.push(line);
      line = ` ${piece}`;
    } else line += piece;
  }
  return [...lines, line];
}

/** Lists of at most so many members. */
export function chunks<T>(list: readonly T[], size: number): T[][] {
  const found: T[][] = [];
  for (let at = 0; at < list.length; at += size) found.push(list.slice(at, at + size));
  return found;
}
