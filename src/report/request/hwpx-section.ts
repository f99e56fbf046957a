import { type Form, type FormTable, fieldLines, isCentred } from "./form.ts";
import { border, look, paragraph } from "./hwpx-header.ts";
import { type HwpxCell, type HwpxTable, paragraphXml, run, tableXml } from "./hwpx-table.ts";
import { namespaces, xml } from "./hwpx-xml.ts";
import { columnWidths } from "./widths.ts";

/** A4 upright, in hundredths of a point: `NARROWLY` turns it. */
const sheet = { width: 59528, height: 84188 };
const margin = 3402;
const whole = sheet.height - 2 * margin;
/** Half widths of 8 point on that, and what a cell keeps free. */
const space = { room: whole / 440, margin: 1.6 };
const nameWidth = 6200;
const signatureWidth = 9000;
const signatureHeight = 4500;
/** Any number that no other table of the document has. */
const firstId = 1001;

/** Contents/section0.xml: the form itself. */
export function sectionXml(form: Form): string {
  const tables = [fieldTable(form), ...form.tables.map(rowTable), signatureTable(form)];
  const [fields, ...others] = tables.map((table, at) =>
    tableParagraph({ ...table, id: firstId + at }),
  );
  const signatures = others.pop();
  const empty = paragraphXml(run("", look.text), paragraph.left);
  const body = [
    paragraphXml(`${sectionRun}${run(form.title, look.title)}`, paragraph.title),
    fields,
    ...form.tables.flatMap(({ title }, at) => [
      paragraphXml(run(title, look.subtitle), paragraph.subtitle),
      others[at],
    ]),
    empty,
    ...form.notes.flatMap((note) =>
      note.split("\n").map((line) => paragraphXml(run(`※ ${line}`, look.text), paragraph.left)),
    ),
    signatures,
  ];
  return xml(`<hs:sec ${namespaces("hs", "hp", "hc")}>${body.join("")}</hs:sec>`);
}

function tableParagraph(table: HwpxTable): string {
  const inner = `<hp:run charPrIDRef="${look.text}">${tableXml(table)}<hp:t/></hp:run>`;
  return paragraphXml(inner, table.right ? paragraph.right : paragraph.left);
}

type Content = Omit<HwpxTable, "id">;

function fieldTable({ fields }: Form): Content {
  const half = Math.floor((whole - 2 * nameWidth) / 2);
  const { first, pairs } = fieldLines(fields);
  const cells: HwpxCell[] = [
    { text: first[0], row: 0, column: 0, name: true },
    { text: first[1], row: 0, column: 1, columns: 3 },
  ];
  for (const [at, pair] of pairs.entries()) {
    for (const [side, [name, value]] of pair.entries()) {
      const [row, column] = [at + 1, side * 2];
      cells.push({ text: name, row, column, name: true }, { text: value, row, column: column + 1 });
    }
  }
  return { widths: [nameWidth, half, nameWidth, half], cells };
}

function rowTable(table: FormTable): Content {
  const head = table.columns.map((text, column) => ({ text, row: 0, column, name: true }));
  const body = table.rows.flatMap((row, at) =>
    row.flatMap((cell, column) =>
      cell ? [{ ...cell, row: at + 1, column, middle: isCentred(column) }] : [],
    ),
  );
  const widths = columnWidths(table, space).map((part) => Math.floor(part * whole));
  return { widths, cells: [...head, ...body], header: true };
}

function signatureTable({ signatures }: Form): Content {
  const cells = signatures.flatMap((text, column) => [
    { text, row: 0, column, name: true },
    { text: "", row: 1, column },
  ]);
  const widths = signatures.map(() => signatureWidth);
  return { widths, cells, right: true, heights: { 1: signatureHeight } };
}

/** The page, its notes (which a section has to describe), one column, and the number of the page. */
const sectionRun =
  `<hp:run charPrIDRef="${look.text}"><hp:secPr id="" textDirection="HORIZONTAL" spaceColumns="1134" tabStop="8000" outlineShapeIDRef="0" memoShapeIDRef="0" textVerticalWidthHead="0" masterPageCnt="0">` +
  '<hp:grid lineGrid="0" charGrid="0" wonggojiFormat="0"/>' +
  '<hp:startNum pageStartsOn="BOTH" page="0" pic="0" tbl="0" equation="0"/>' +
  '<hp:visibility hideFirstHeader="0" hideFirstFooter="0" hideFirstMasterPage="0" border="SHOW_ALL" fill="SHOW_ALL" hideFirstPageNum="0" hideFirstEmptyLine="0" showLineNumber="0"/>' +
  `<hp:pagePr landscape="NARROWLY" width="${sheet.width}" height="${sheet.height}" gutterType="LEFT_ONLY">` +
  `<hp:margin header="0" footer="2268" gutter="0" left="${margin}" right="${margin}" top="${margin}" bottom="2268"/></hp:pagePr>` +
  `${notes("footNotePr", -1, '<hp:placement place="EACH_COLUMN" beneathText="0"/>')}` +
  `${notes("endNotePr", 14692344, '<hp:placement place="END_OF_DOCUMENT" beneathText="0"/>')}` +
  `${["BOTH", "EVEN", "ODD"].map(pageBorder).join("")}</hp:secPr>` +
  '<hp:ctrl><hp:colPr id="" type="NEWSPAPER" layout="LEFT" colCount="1" sameSz="1" sameGap="0"/></hp:ctrl>' +
  '<hp:ctrl><hp:pageNum pos="BOTTOM_CENTER" formatType="DIGIT" sideChar="-"/></hp:ctrl></hp:run>';

function notes(name: string, length: number, placement: string): string {
  return (
    `<hp:${name}><hp:autoNumFormat type="DIGIT" userChar="" prefixChar="" suffixChar=")" supscript="0"/>` +
    `<hp:noteLine length="${length}" type="SOLID" width="0.12 mm" color="#000000"/>` +
    '<hp:noteSpacing betweenNotes="283" belowLine="567" aboveLine="850"/>' +
    `<hp:numbering type="CONTINUOUS" newNum="1"/>${placement}</hp:${name}>`
  );
}

function pageBorder(type: string): string {
  return (
    `<hp:pageBorderFill type="${type}" borderFillIDRef="${border.none}" textBorder="PAPER" headerInside="0" footerInside="0" fillArea="PAPER">` +
    '<hp:offset left="1417" right="1417" top="1417" bottom="1417"/></hp:pageBorderFill>'
  );
}
