import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  HeadingLevel,
  type IParagraphOptions,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
} from "docx";
import { type Form, type FormTable, fieldLines, isCentred } from "./form.ts";
import { columnWidths } from "./widths.ts";
import { rezipped } from "./zip.ts";

/** A4, in twentieths of a point: the library turns the sheet for landscape. */
const sheet = { width: 11906, height: 16838, orientation: PageOrientation.LANDSCAPE };
const sides = { top: 737, bottom: 737, left: 680, right: 680, footer: 340 };
const whole = sheet.height - sides.left - sides.right;
/** Half widths of 8 point on that, and what a cell keeps free. */
const space = { room: whole / 88, margin: 1.6 };
const cellMargins = { top: 30, bottom: 30, left: 60, right: 60 };
const nameWidth = 1250;
const signatureWidth = 1800;
const signatureHeight = 900;
const grey = { type: ShadingType.CLEAR, fill: "EBEBEB", color: "auto" };
const line = { style: BorderStyle.SINGLE, size: 4, color: "5A5A5A" };
const borders = { top: line, bottom: line, left: line, right: line };
const gothic = "맑은 고딕";
const font = { ascii: gothic, hAnsi: gothic, eastAsia: gothic, cs: gothic };
/** Latin text called Korean would be broken inside its words. */
const language = { value: "en-US", eastAsia: "ko-KR" };

/** The form for Word: A4 landscape, header rows repeated, rows whole. The same form, the same bytes. */
export async function requestDocx(form: Form): Promise<Uint8Array> {
  const document = new Document({
    title: form.title,
    creator: "Jochi",
    lastModifiedBy: "Jochi",
    styles: {
      default: {
        document: {
          run: { font, size: 16, language },
        },
        title: { run: { font, size: 34, bold: true } },
        heading1: { run: { font, size: 20, bold: true } },
      },
    },
    sections: [
      {
        properties: { page: { size: sheet, margin: sides } },
        footers: { default: new Footer({ children: [pageNumber()] }) },
        children: [
          paragraph(form.title, {
            heading: HeadingLevel.TITLE,
            alignment: AlignmentType.CENTER,
            spacing: { after: 200 },
          }),
          fieldTable(form),
          ...form.tables.flatMap((table) => [
            paragraph(table.title, {
              heading: HeadingLevel.HEADING_1,
              keepNext: true,
              spacing: { before: 240, after: 100 },
            }),
            rowTable(table),
          ]),
          paragraph(""),
          ...form.notes.map((note) => paragraph(`※ ${note}`, { spacing: { after: 60 } })),
          paragraph("", { keepNext: true }),
          signatureTable(form),
        ],
      },
    ],
  });
  const written = await Packer.toArrayBuffer(document);
  return rezipped(new Uint8Array(written), (_, text) =>
    text.replace(now, "$12000-01-01T00:00:00Z"),
  );
}

/** The time of writing, which the library puts into the properties. */
const now = /(<dcterms:(?:created|modified)[^>]*>)[^<]*/g;

function paragraph(text: string, more: IParagraphOptions = {}, bold = false): Paragraph {
  const runs = text
    .split("\n")
    .map(
      (part, at) =>
        new TextRun({ text: part, ...(bold ? { bold } : {}), ...(at > 0 ? { break: 1 } : {}) }),
    );
  return new Paragraph({ ...more, children: runs });
}

function pageNumber(): Paragraph {
  const numbers = [PageNumber.CURRENT, " / ", PageNumber.TOTAL_PAGES];
  const children = [new TextRun({ children: numbers, size: 15 })];
  return new Paragraph({ alignment: AlignmentType.CENTER, children });
}

interface Look {
  width: number;
  name?: boolean;
  middle?: boolean;
  columnSpan?: number;
  rowSpan?: number;
}

function cell(text: string, { width, name, middle, ...span }: Look): TableCell {
  const alignment = name || middle ? AlignmentType.CENTER : AlignmentType.LEFT;
  return new TableCell({
    ...span,
    ...(name ? { shading: grey } : {}),
    borders,
    margins: cellMargins,
    width: { size: width, type: "dxa" },
    verticalAlign: VerticalAlignTable.CENTER,
    children: [paragraph(text, { alignment }, name)],
  });
}

function table(widths: readonly number[], rows: TableRow[], alignment?: "right"): Table {
  const size = widths.reduce((sum, own) => sum + own, 0);
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size, type: "dxa" },
    columnWidths: [...widths],
    rows,
    ...(alignment ? { alignment } : {}),
  });
}

function fieldTable({ fields }: Form): Table {
  const { first, pairs } = fieldLines(fields);
  const half = Math.floor((whole - 2 * nameWidth) / 2);
  const line = (own: readonly (readonly [string, string])[], width: number, columnSpan: number) => {
    const children = own.flatMap(([name, value]) => [
      cell(name, { width: nameWidth, name: true }),
      cell(value, { width, columnSpan }),
    ]);
    return new TableRow({ cantSplit: true, children });
  };
  const rows = [line([first], whole - nameWidth, 3), ...pairs.map((pair) => line(pair, half, 1))];
  return table([nameWidth, half, nameWidth, half], rows);
}

function rowTable(own: FormTable): Table {
  const widths = columnWidths(own, space).map((part) => Math.round(part * whole));
  const head = own.columns.map((text, at) => cell(text, { width: widths[at]!, name: true }));
  const body = own.rows.map((row) => {
    const children = row.flatMap((it, at) => {
      if (!it) return [];
      const span = it.rows > 1 ? { rowSpan: it.rows } : {};
      return [cell(it.text, { width: widths[at]!, middle: isCentred(at), ...span })];
    });
    return new TableRow({ cantSplit: true, children });
  });
  return table(widths, [
    new TableRow({ cantSplit: true, tableHeader: true, children: head }),
    ...body,
  ]);
}

function signatureTable({ signatures }: Form): Table {
  const width = signatureWidth;
  const names = signatures.map((text) => cell(text, { width, name: true }));
  const boxes = signatures.map(() => cell("", { width }));
  const height = { value: signatureHeight, rule: "atLeast" } as const;
  return table(
    signatures.map(() => width),
    [
      new TableRow({ cantSplit: true, children: names }),
      new TableRow({ cantSplit: true, children: boxes, height }),
    ],
    "right",
  );
}
