import type { Said } from "./draft.ts";
import { type Line, maxLineChars } from "./lines.ts";

/** A quotation that runs over this many lines is none. */
const mostQuotedLines = 6;

/** A quotation that stands alone, on one line or over several. */
export function quotedBlock(lines: readonly Line[], index: number): Said | undefined {
  const first = lines[index]!;
  if (!/^[“"]/.test(first.text)) return undefined;
  const parts: string[] = [];
  for (const { text, raw, number } of lines.slice(index, index + mostQuotedLines)) {
    if (text === "" || raw.length > maxLineChars) return undefined;
    parts.push(text);
    const inside = parts.join("\n").slice(1);
    const end = inside.search(/[”"]/);
    if (end < 0) continue;
    if (end !== inside.length - 1) return undefined;
    return { text: inside.slice(0, end).trim(), from: first.number, to: number };
  }
  return undefined;
}

/** `- 폐쇄망 사용자 ver -`, `대상 : 폐쇄망 사용자`. */
export function audienceOf(text: string): string | undefined {
  const said = /^(?:[-•·○※]\s*)?(?:적용 ?|이용 ?|안내 ?)?대상\s*:\s*(\S.*)$/.exec(text)?.[1];
  return said ?? /^-\s*(\S.*?)\s*(?:ver\.?|버전|용)\s*-$/i.exec(text)?.[1];
}

const dated =
  /^(?:(?:(?:최종 ?)?(?:작성|시행|게시|배포|발행|개정|수정|적용) ?(?:일자?|일시)|일자|날짜)\s*:?\s*)?\(?(\d{4})\s*(?:[.\-/]|년)\s*(\d{1,2})\s*(?:[.\-/]|월)?(?:\s*\d{1,2}\s*(?:\.|일)?)?(?:\s*(?:개정|작성|시행|배포|기준))?\)?$/;

/** `2018.11`, `2018. 11.`, `2018-11`, `2018년 11월` and `시행일: 2018. 11. 2.`, as YYYY.MM. */
export function editionOf(text: string): string | undefined {
  const match = dated.exec(text);
  const [, year, month] = match ?? [];
  if (!year || !month || Number(month) < 1 || Number(month) > 12) return undefined;
  return `${year}.${month.padStart(2, "0")}`;
}
