import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import { ownBytes } from "../../own/files.ts";
import { type Form, type FormTable, fieldLines, isCentred } from "./form.ts";
import { drawable } from "./pdf-glyphs.ts";
import { template } from "./pdf-template.ts";
import { columnWidths, linesIn } from "./widths.ts";

const folder = "assets/fonts";
/** Half widths of the embedded font on the 273 mm between the margins, and what a cell keeps free. */
const space = { room: 174, margin: 1.6 };
/** Cells with at most so many lines, half a page, stay on one page with all the rows they cover. */
const mostLines = 22;
/** Instead of a character that the fonts lack. */
const missing = "□";

/** The form as PDF/UA-1: A4 landscape, tagged, with its own fonts. The same form, the same bytes. */
export async function requestPdf(form: Form): Promise<Uint8Array> {
  const fonts = ["Regular", "Bold"].map((style) => ownBytes(`${folder}/JochiGothic-${style}.ttf`));
  const points = drawable(fonts[0]!);
  const data = {
    ...form,
    fields: fieldLines(form.fields),
    tables: form.tables.map((table) => ({ ...table, ...bodyOf(table) })),
  };
  const inputs = { form: withGlyphs(JSON.stringify(data), points) };
  const compiler = NodeCompiler.create({ fontArgs: [{ fontBlobs: fonts }] });
  return compiler.pdf({ mainFileContent: template, inputs }, { pdfStandard: "ua-1" });
}

function bodyOf(table: FormTable) {
  const widths = columnWidths(table, space);
  const lineOf = (column: number) => widths[column]! * space.room - space.margin;
  const heights = table.rows.map((row) =>
    row.reduce((most, cell, at) => {
      return cell?.rows === 1 ? Math.max(most, linesIn(cell.text, lineOf(at))) : most;
    }, 1),
  );
  const cells = table.rows.flatMap((row, at) =>
    row.flatMap((cell, column) => {
      if (!cell) return [];
      const lines = heights.slice(at, at + cell.rows).reduce((sum, own) => sum + own, 0);
      const own = linesIn(cell.text, lineOf(column));
      return [{ row: at, column, ...cell, breakable: Math.max(lines, own) > mostLines }];
    }),
  );
  return { widths, centred: widths.map((_, column) => isCentred(column)), cells };
}

function withGlyphs(json: string, points: Set<number>): string {
  return json.replace(/\P{ASCII}/gu, (character) =>
    points.has(character.codePointAt(0)!) ? character : missing,
  );
}
