import { border, look, paragraph } from "./hwpx-header.ts";
import { escaped } from "./hwpx-xml.ts";
import { linesIn } from "./widths.ts";

/** One cell of a table, at its place; widths and heights in hundredths of a point. */
export interface HwpxCell {
  text: string;
  row: number;
  column: number;
  rows?: number;
  columns?: number;
  /** Bold on grey, in the middle. */
  name?: boolean;
  middle?: boolean;
}

export interface HwpxTable {
  id: number;
  widths: readonly number[];
  cells: readonly HwpxCell[];
  /** The first row comes again on every page. */
  header?: boolean;
  right?: boolean;
  /** The least height of rows. */
  heights?: Readonly<Record<number, number>>;
}

/** Free space at the left and right of a cell's text, and above and below. */
export const inside = { across: 283, along: 113 };
/** A line of 8 point at 130 percent, and what a half width takes. */
const lineHeight = 1040;
const halfWidth = 400;

/**
 * A table for a paragraph of its own. One with a header row may be split between its rows at the end
 * of a page; the others stand in the line like a letter, which keeps them whole and in their place.
 */
export function tableXml(table: HwpxTable): string {
  const { id, widths, cells, header = false, right = false } = table;
  const heights = heightsOf(table);
  const rows = heights.map((_, row) => {
    const own = cells.filter((cell) => cell.row === row);
    return `<hp:tr>${own.map((cell) => cellXml(cell, widths, heights, header && row === 0)).join("")}</hp:tr>`;
  });
  const side = `left="${inside.across}" right="${inside.across}" top="${inside.along}" bottom="${inside.along}"`;
  return (
    `<hp:tbl id="${id}" zOrder="0" numberingType="TABLE" textWrap="TOP_AND_BOTTOM" textFlow="BOTH_SIDES" lock="0" dropcapstyle="None" pageBreak="CELL" repeatHeader="${header ? 1 : 0}" rowCnt="${rows.length}" colCnt="${widths.length}" cellSpacing="0" borderFillIDRef="${border.line}" noAdjust="0">` +
    `<hp:sz width="${sum(widths)}" widthRelTo="ABSOLUTE" height="${sum(heights)}" heightRelTo="ABSOLUTE" protect="0"/>` +
    `<hp:pos treatAsChar="${header ? 0 : 1}" affectLSpacing="0" flowWithText="1" allowOverlap="0" holdAnchorAndSO="0" vertRelTo="PARA" horzRelTo="COLUMN" vertAlign="TOP" horzAlign="${right ? "RIGHT" : "LEFT"}" vertOffset="0" horzOffset="0"/>` +
    `<hp:outMargin left="0" right="0" top="0" bottom="850"/><hp:inMargin ${side}/>${rows.join("")}</hp:tbl>`
  );
}

/** Estimated: 한글 makes a row higher where its text needs it, and never lower than is said here. */
function heightsOf({ cells, widths, heights = {} }: HwpxTable): number[] {
  const found: number[] = [];
  for (const { text, row, column, rows = 1, columns = 1 } of cells) {
    const width = (sum(widths.slice(column, column + columns)) - 2 * inside.across) / halfWidth;
    const whole = linesIn(text, width) * lineHeight + 2 * inside.along;
    for (let at = row; at < row + rows; at += 1) {
      found[at] = Math.max(found[at] ?? 0, heights[at] ?? 0, Math.ceil(whole / rows));
    }
  }
  return found;
}

function cellXml(
  cell: HwpxCell,
  widths: readonly number[],
  heights: readonly number[],
  header: boolean,
): string {
  const { text, row, column, rows = 1, columns = 1, name = false, middle = false } = cell;
  const width = sum(widths.slice(column, column + columns));
  const height = sum(heights.slice(row, row + rows));
  const shape = name || middle ? paragraph.centre : paragraph.left;
  const lines = text
    .split("\n")
    .map((line) => paragraphXml(run(line, name ? look.bold : look.text), shape));
  return (
    `<hp:tc name="" header="${header ? 1 : 0}" hasMargin="0" protect="0" editable="0" dirty="0" borderFillIDRef="${name ? border.grey : border.line}">` +
    `<hp:subList id="" textDirection="HORIZONTAL" lineWrap="BREAK" vertAlign="CENTER" linkListIDRef="0" linkListNextIDRef="0" textWidth="0" textHeight="0" hasTextRef="0" hasNumRef="0">${lines.join("")}</hp:subList>` +
    `<hp:cellAddr colAddr="${column}" rowAddr="${row}"/><hp:cellSpan colSpan="${columns}" rowSpan="${rows}"/><hp:cellSz width="${width}" height="${height}"/>` +
    `<hp:cellMargin left="${inside.across}" right="${inside.across}" top="${inside.along}" bottom="${inside.along}"/></hp:tc>`
  );
}

/** A text in one of the header's shapes of characters. */
export function run(text: string, characters: number): string {
  const body = text === "" ? "" : `<hp:t>${escaped(text)}</hp:t>`;
  return `<hp:run charPrIDRef="${characters}">${body}</hp:run>`;
}

export function paragraphXml(runs: string, shape: number): string {
  return `<hp:p id="0" paraPrIDRef="${shape}" styleIDRef="0" pageBreak="0" columnBreak="0" merged="0">${runs}</hp:p>`;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, own) => total + own, 0);
}
