import writeExcelFile, { type CellObject, type Row } from "write-excel-file/universal";
import { type Form, type FormTable, fieldLines, isCentred } from "./form.ts";
import { columnWidths, linesIn } from "./widths.ts";
import { rezipped } from "./zip.ts";

/** Half widths of the whole sheet: what a landscape page shows at about 9 point. */
const room = 195;
/** Half widths that a cell's own margins and indent take. */
const margin = 2.5;
const font = { fontFamily: "맑은 고딕", fontSize: 9 } as const;
/** In points. */
const lineHeight = 13;
const signatureHeight = 48;
const grey = "#EBEBEB";
const columnCount = 11;

/**
 * The form as a sheet of Excel: landscape, one page wide, its head and the header row always in
 * sight and repeated on every page. Every cell is text, so that nothing is taken for a formula.
 */
export async function requestXlsx(form: Form): Promise<Uint8Array> {
  const widths = columnWidths(form.tables[0]!, { room, margin }).map((part) => part * room);
  const head = [titleRow(form), ...fieldRows(form, widths)];
  const rows = [
    ...head,
    ...form.tables.flatMap((table) => tableRows(table, widths)),
    emptyRow(),
    ...form.notes.map((note) => wideRow(`※ ${note}`, { height: heightOf(note, room) })),
    emptyRow(),
    ...signatureRows(form),
  ];
  const headerRow = head.length + 2;
  const written = await writeExcelFile(
    rows,
    {
      sheet: form.title,
      columns: widths.map((width) => ({ width })),
      orientation: "landscape",
      showGridLines: false,
      stickyRowsCount: headerRow,
    },
    font,
  ).toBlob();
  return rezipped(await written.bytes(), (name, text) => printed(name, text, form, headerRow));
}

const plain = { type: String, format: "@", wrap: true, alignVertical: "center" } as const;
const left = { align: "left", indent: 1 } as const;
const middle = { align: "center" } as const;
const bordered = { borderStyle: "thin", borderColor: "#5A5A5A" } as const;
const heading = { ...bordered, backgroundColor: grey, fontWeight: "bold" } as const;

function cell(value: string, more: CellObject = {}): CellObject {
  return { ...plain, value, ...more };
}

/** A cell over several columns; the places it covers are empty. */
function across(columnSpan: number, own: CellObject): Row {
  return [{ ...own, columnSpan }, ...Array.from({ length: columnSpan - 1 }, () => null)];
}

function wideRow(value: string, more: CellObject): Row {
  return across(columnCount, cell(value, more));
}

function emptyRow(): Row {
  return [];
}

function titleRow({ title }: Form): Row {
  return wideRow(title, { fontSize: 16, fontWeight: "bold", ...middle, height: 34 });
}

function fieldRows({ fields }: Form, widths: readonly number[]): Row[] {
  const { first, pairs } = fieldLines(fields);
  const half = Math.ceil((columnCount - 2) / 2);
  const sides = [widths.slice(1, 1 + half), widths.slice(2 + half)];
  const line = (own: readonly (readonly [string, string])[], over: readonly number[][]): Row => {
    const height = Math.max(...own.map(([, value], at) => heightOf(value, sum(over[at]!))));
    return own.flatMap(([name, value], at) => [
      cell(name, { ...heading, ...middle }),
      ...across(over[at]!.length, cell(value, { ...bordered, ...left, height })),
    ]);
  };
  return [line([first], [widths.slice(1)]), ...pairs.map((pair) => line(pair, sides))];
}

function tableRows(table: FormTable, widths: readonly number[]): Row[] {
  const body = table.rows.map((row): Row => {
    const height = Math.max(
      ...row.map((own, at) => (own ? heightOf(own.text, widths[at]!) / own.rows : 0)),
    );
    return row.map((own, at) => {
      if (!own) return null;
      const place = isCentred(at) ? middle : left;
      return cell(own.text, { ...bordered, ...place, height, rowSpan: own.rows });
    });
  });
  return [
    wideRow(table.title, { fontSize: 11, fontWeight: "bold", height: 28, alignVertical: "bottom" }),
    table.columns.map((name) => cell(name, { ...heading, ...middle, height: 20 })),
    ...body,
  ];
}

/** Boxes of two columns each, at the right. */
function signatureRows({ signatures }: Form): Row[] {
  const before = Array.from({ length: columnCount - 2 * signatures.length }, () => null);
  const boxes = (own: (name: string) => CellObject) => [
    ...before,
    ...signatures.flatMap((name) => across(2, own(name))),
  ];
  return [
    boxes((name) => cell(name, { ...heading, ...middle })),
    boxes(() => cell("", { ...bordered, height: signatureHeight })),
  ];
}

function heightOf(text: string, width: number): number {
  return linesIn(text, width - margin) * lineHeight + 5;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, own) => total + own, 0);
}

/** What the library has no option for: one page wide, and rows repeated on every page. */
function printed(name: string, text: string, form: Form, headerRow: number): string {
  if (name === "xl/workbook.xml") {
    const sheet = form.title.replaceAll("'", "''");
    const range = `'${sheet}'!$${headerRow}:$${headerRow}`;
    const titles = `<definedName name="_xlnm.Print_Titles" localSheetId="0">${range}</definedName>`;
    return text.replace(
      /<definedNames\s*\/>|(?<=<\/sheets>)/,
      `<definedNames>${titles}</definedNames>`,
    );
  }
  if (!name.startsWith("xl/worksheets/")) return text;
  return text
    .replace(/<sheetViews>/, '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>$&')
    .replace(/<pageSetup /, '$&fitToWidth="1" fitToHeight="0" ');
}
