import type { Said } from "./draft.ts";
import { type Heading, remedyHeading, sectionHeading } from "./headings.ts";
import type { Line } from "./lines.ts";
import { isPageNumber } from "./pages.ts";
import { headingAt } from "./table/heading.ts";

const romans = "ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ";
const syllables = "가나다라마바사아자차카타파하";

/** The ways in which a notice marks its parts; a mark that does not count is counted here. */
const styles: ((text: string) => { title: string; number?: number } | undefined)[] = [
  (text) => counted(text, new RegExp(`^([${romans}])\\s*[.)]?\\s*(\\S.*)$`), romans),
  ...[..."■□▣◆◇◈◎●▶"].map((mark) => (text: string) => {
    const title = text.startsWith(mark) ? text.slice(1).trim() : "";
    return title === "" ? undefined : { title };
  }),
  (text) => {
    const title = /^[【〈《]\s*([^【】〈〉《》]+?)\s*[】〉》]$/.exec(text)?.[1];
    return title === undefined ? undefined : { title };
  },
  (text) => {
    const title = /^#{1,4}\s+(\S.*)$/.exec(text)?.[1];
    return title === undefined ? undefined : { title };
  },
  (text) => counted(text, /^(\d{1,2})\.\s+(\S.*)$/),
  (text) => counted(text, new RegExp(`^([${syllables}])\\.\\s*(\\S.*)$`), syllables),
];

/** A title is shorter than this, and no sentence. */
const mostTitleChars = 40;
const fewestParts = 2;

/**
 * Headings of a notice that has neither chapters nor remedies with headings of their own, by their
 * lines: those with the mark that comes first and stands before more than one.
 */
export function noticeHeadings(lines: readonly Line[]): ReadonlyMap<number, Heading> {
  const none = new Map<number, Heading>();
  if (lines.some(({ text }) => sectionHeading(text) || remedyHeading(text))) return none;
  const all = styles.map((style) => headingsOf(lines, style));
  const first = (map: Map<number, Heading>) => map.keys().next().value ?? Number.POSITIVE_INFINITY;
  const found = all.filter((each) => each.size >= fewestParts);
  return found.toSorted((a, b) => first(a) - first(b))[0] ?? none;
}

function headingsOf(lines: readonly Line[], style: (typeof styles)[number]): Map<number, Heading> {
  const headings = new Map<number, Heading>();
  let last = 0;
  for (const { text, number: line } of lines) {
    const found = text.length <= mostTitleChars + 4 ? style(text) : undefined;
    if (!found || !isTitle(found.title)) continue;
    const number = found.number ?? last + 1;
    // Steps are counted too: those that begin again belong to the part above.
    if (number !== last + 1 && number !== last + 2) continue;
    headings.set(line, { number, title: found.title });
    last = number;
  }
  return headings;
}

function counted(text: string, pattern: RegExp, order?: string) {
  const [, mark = "", title = ""] = pattern.exec(text) ?? [];
  if (title === "") return undefined;
  return { title, number: order === undefined ? Number(mark) : order.indexOf(mark) + 1 };
}

function isTitle(title: string): boolean {
  if (title.length > mostTitleChars || !/\p{L}/u.test(title)) return false;
  return !/(?:니다|세요|시오|한다|된다|할 것|바람)\.?$|[:.]\s|\w\.\w|^\d/.test(title);
}

/** Lines above which a title stands. */
const mostCoverLines = 15;

/** The first line as the title, where none in quotation marks stands before the first part. */
export function firstLineTitle(
  lines: readonly Line[],
  isHeading: (line: Line) => boolean,
): Said | undefined {
  let title: Said | undefined;
  for (const [at, line] of lines.slice(0, mostCoverLines).entries()) {
    const { text, number } = line;
    if (isHeading(line) || headingAt(lines, at)) break;
    if (/^[“"]/.test(text)) return undefined;
    const bare = undecorated(text);
    const isWords = bare.length <= 60 && /[가-힣].*\s.*[가-힣]/.test(bare) && !/[:.]/.test(bare);
    if (isWords && !isPageNumber(text)) title ??= { text: bare, from: number, to: number };
  }
  return title;
}

function undecorated(text: string): string {
  const bare = text.replace(/^[\s■□▶◆★☆●○=-]+|[\s◀◆★☆●○=-]+$/g, "");
  return /^[<【[「『]([^<>【】[\]「」『』]+)[>】\]」』]$/.exec(bare)?.[1]?.trim() ?? bare;
}
