import type { FormRow } from "../../firewall/form.ts";
import type { Guide } from "../../guide/guide.ts";
import { say } from "../../text/say.ts";
import type { Lang } from "../../text/words.ts";

/** What the applicant fills in. Empty fields stay empty lines to write on. */
export interface Application {
  applicant: string;
  department: string;
  /** YYYY-MM-DD. */
  from: string;
  until: string;
  sources: readonly string[];
}

/** A cell, and over how many rows it reaches where rows below have the same. */
export interface Cell {
  text: string;
  rows: number;
}

/** A table of a form. A cell that is covered by the one above is undefined. */
export interface FormTable {
  title: string;
  columns: readonly string[];
  rows: readonly (readonly (Cell | undefined)[])[];
}

type Field = readonly [name: string, value: string];

/** 방화벽 오픈 신청서, in one language, before it becomes a file of any kind. */
export interface Form {
  lang: Lang;
  title: string;
  /** Name and value of the fields above the tables. */
  fields: readonly Field[];
  tables: readonly FormTable[];
  notes: readonly string[];
  /** Boxes to sign in: who asks, who checks, who approves. */
  signatures: readonly string[];
}

const columns = [
  "group",
  "source",
  "destination",
  "ip",
  "port",
  "protocol",
  "direction",
  "purpose",
  "period",
  "applicant",
  "remarks",
] as const;
type Column = (typeof columns)[number];

/** Cells that say the same as the row above are merged, as in the printed table. */
const merging: readonly Column[] = ["group", "destination", "purpose"];

/** Most rows of a merged cell: one longer than a page would leave the next page without its text. */
const mergeLimit = 8;

export function requestForm(
  guide: Pick<Guide, "id" | "edition" | "title">,
  open: readonly FormRow[],
  close: readonly FormRow[],
  application: Application,
  lang: Lang,
): Form {
  const word = (key: string) => say(lang, `request.${key}`);
  const title = guide.title[lang] ?? guide.title.ko;
  return printable({
    lang,
    title: word(open.length > 0 ? "title" : "title.close"),
    fields: [
      [word("guide"), `${title} (${guide.id}@${guide.edition})`],
      [word("applicant"), application.applicant],
      [word("department"), application.department],
      [word("period"), periodOf(application)],
      [word("source"), application.sources.join(", ")],
    ],
    tables: [
      ...(open.length > 0 ? [tableOf(word("table.open"), open, application, lang)] : []),
      ...(close.length > 0 ? [tableOf(word("table.close"), close, application, lang)] : []),
    ],
    notes: [word("note.address"), word("note.narrow"), ...assumptions(open, lang)],
    signatures: [word("sign.applicant"), word("sign.security"), word("sign.approval")],
  });
}

/** The fields as lines on paper: the first has one of its own, the others stand in pairs. */
export function fieldLines([first, ...others]: readonly Field[]): {
  first: Field;
  pairs: [Field, Field][];
} {
  const pairs: [Field, Field][] = [];
  for (let at = 0; at < others.length; at += 2)
    pairs.push([others[at]!, others[at + 1] ?? ["", ""]]);
  return { first: first ?? ["", ""], pairs };
}

/** Columns of short words, which stand in the middle on paper: ports, protocol, direction, … */
export function isCentred(column: number): boolean {
  return centred.includes(columns[column]!);
}
const centred: readonly Column[] = ["port", "protocol", "direction", "period", "applicant"];

/** A form without what no document may hold: control characters, and halves of characters. */
function printable<T>(value: T): T {
  if (typeof value === "string") {
    return value
      .toWellFormed()
      .replace(/\r\n?/g, "\n")
      .replace(/[^\P{C}\n\p{Cf}]|[\ufffe\uffff]/gu, " ") as T;
  }
  if (Array.isArray(value)) return value.map(printable) as T;
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, own]) => [key, printable(own)])) as T;
}

function tableOf(
  title: string,
  rows: readonly FormRow[],
  application: Application,
  lang: Lang,
): FormTable {
  const texts = rows.map((row) => textsOf(row, application, lang));
  const cells = columns.map((column) => cellsOf(texts, column));
  return {
    title,
    columns: columns.map((column) => say(lang, `request.${column}`)),
    rows: texts.map((_, at) => cells.map((column) => column[at])),
  };
}

type Texts = Record<Column, string>;

/** The cells of a column, one a row: merged with those above where they say the same. */
function cellsOf(texts: readonly Texts[], column: Column): (Cell | undefined)[] {
  let open: Cell | undefined;
  return texts.map((own, at) => {
    const above = texts[at - 1];
    // A host under two groups is two cells.
    const same = above?.[column] === own[column] && above.group === own.group;
    if (open && same && merging.includes(column) && open.rows < mergeLimit) {
      open.rows += 1;
      return undefined;
    }
    open = { text: own[column], rows: 1 };
    return open;
  });
}

function textsOf(row: FormRow, application: Application, lang: Lang): Texts {
  const word = (key: string) => say(lang, `request.${key}`);
  const inside = application.sources.join(", ");
  const outbound = row.direction === "outbound";
  const needed = word(row.required ? "required" : "optional");
  return {
    group: row.group[lang] ?? row.group.ko,
    source: outbound ? inside : row.host,
    destination: outbound ? row.host : inside,
    ip: row.address === "" ? word("by-name") : row.address,
    port: row.ports,
    protocol: row.transport.toUpperCase(),
    direction: word(row.direction),
    purpose: row.purpose[lang] ?? row.purpose.ko,
    period: periodOf(application),
    applicant: application.applicant,
    remarks: [needed, row.name, ...(row.remarks.length > 0 ? [word("see-note")] : [])].join(" · "),
  };
}

function periodOf({ from, until }: Application): string {
  return from === "" && until === "" ? "" : `${from} ~ ${until}`;
}

function assumptions(rows: readonly FormRow[], lang: Lang): string[] {
  const told = rows.flatMap(({ host, remarks }) =>
    remarks.map((remark) => `${host}: ${remark[lang] ?? remark.ko}`),
  );
  return [...new Set(told)];
}
