import { say } from "../../../text/say.ts";
import { widthOf } from "../../request/widths.ts";
import type { Cell } from "../document.ts";
import { typstPdf } from "../typst.ts";
import { unspanned } from "../unspanned.ts";
import { template } from "./pdf-template.ts";
import type { Part, PartBlock, Publication } from "./publication.ts";

/** What stands for a sign that the fonts lack, where another says the same. */
const alike: Readonly<Record<string, string>> = { "›": ">" };

/** Where a page's number goes into its sentence. */
const mark = "#";

/** A cell over so many rows, or with so many lines, is less than a page and stays on one. */
const mostRows = 16;

/**
 * PDF/UA-1 on A4: tagged, with contents, marks and its own fonts. The same publication, the same bytes.
 * @throws TypstError
 */
export async function publicationPdf(publication: Publication): Promise<Uint8Array> {
  const { lang, title, cover, made, day, parts } = publication;
  const data = {
    lang,
    title,
    cover,
    made,
    day: day?.split("-").map(Number) ?? null,
    short: cover.find(([name]) => name === say(lang, "publication.cover.edition"))?.[1] ?? "",
    contents: say(lang, "guide.contents"),
    page: say(lang, "publication.page", { page: mark }).split(mark),
    parts: parts.map(laidOut),
  };
  return typstPdf(template, data, alike);
}

function laidOut({ id, title, blocks, parts }: Part): unknown {
  const last = parts.length > 0 ? blocks.length : blocks.length - 1;
  return {
    id,
    title,
    // What follows belongs to it, so that neither stands alone at the end of a page.
    blocks: blocks
      .map((block, at) => ({
        ...blockOf(block, blocks[at + 1]),
        sticky: at < last,
      }))
      .filter((_, at) => !isTaken(blocks, at)),
    parts: parts.map(laidOut),
  };
}

/** Small print below steps goes with the last of them, so that it does not begin a page. */
function isTaken(blocks: readonly PartBlock[], at: number): boolean {
  return blocks[at]!.kind === "note" && blocks[at - 1]?.kind === "steps";
}

function blockOf(block: PartBlock, next: PartBlock | undefined): object {
  if (block.kind === "steps") {
    const note = next?.kind === "note" ? next.lines : [];
    const last = block.steps.length - 1;
    const steps = block.steps.map((step, at) => ({ ...step, note: at === last ? note : [] }));
    return { kind: "steps", steps };
  }
  if (block.kind !== "table") return block;
  const { caption, head, rows } = block;
  return {
    kind: "table",
    caption,
    head,
    widths: columnWidths(head, rows),
    rows: rows.map((row) =>
      row.map(({ lines, span = 1 }) => ({
        lines,
        span,
        breakable: Math.max(span, lines.length, widthOf(lines.join(" ")) / halfLine) > mostRows,
      })),
    ),
  };
}

/** About the half widths on one line of a middling column. */
const halfLine = 30;
/** What a word may take before it is broken, and what a column takes at most, in half widths. */
const longestWord = 26;
const widest = 70;
/** What a column keeps free beside its words. */
const columnMargin = 3;

/** Each column gets what its longest words need, and more where its fullest cell asks for it. */
function columnWidths(head: readonly string[], rows: readonly Cell[][]): number[] {
  const cells = unspanned(rows);
  return head.map((title, at) => {
    const texts = [[title], ...cells.map((row) => row[at]?.lines ?? [])];
    const words = texts.flat().flatMap((line) => line.split(" "));
    const word = Math.min(longestWord, Math.max(...words.map(widthOf)));
    const fullest = Math.max(
      ...texts.map((lines) => lines.map(widthOf).reduce((a, b) => a + b, 0)),
    );
    // A cell three times as wide as it is high.
    return Math.round(Math.max(word, Math.min(widest, 3 * Math.sqrt(fullest))) + columnMargin);
  });
}
