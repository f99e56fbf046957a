import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { describe, it, mock } from "node:test";
import fc from "fast-check";
import { strFromU8, unzipSync } from "fflate";
import type { FormRow } from "../../firewall/form.ts";
import { request } from "../../text/request.ts";
import { requestForm } from "./form.ts";
import { formats } from "./index.ts";
import { drawable } from "./pdf-glyphs.ts";
import { application, guide, rows } from "./stage/filled-in.ts";
import { columnWidths, linesIn, widthOf } from "./widths.ts";

const form = requestForm(guide, rows, [], application, "ko");
const [first] = rows;
const many = (count: number, change: (at: number) => Partial<FormRow> = () => ({})) =>
  Array.from({ length: count }, (_, at): FormRow => ({ ...first!, ...change(at) }));
const [group, , destination] = [0, 1, 2];
const heights = (of: typeof form, column: number) =>
  of.tables[0]!.rows.flatMap((row) => row[column]?.rows ?? []);

describe("the form before it is a file", () => {
  it("merges as the printed table does", () => {
    assert.deepEqual(heights(form, group), [7, 2, 4, 2, 2]);
    assert.deepEqual(heights(form, destination), [7, 2, 4, 1, 1, 1, 1]);
  });

  it("merges no more rows than stay together on a page", () => {
    const long = requestForm(guide, many(20), [], application, "ko");
    assert.deepEqual(heights(long, group), [8, 8, 4]);
  });

  it("never merges a host across two groups", () => {
    const mixed = many(4, (at) => ({ group: { ko: at < 2 ? "하나" : "둘" } }));
    assert.deepEqual(
      heights(requestForm(guide, mixed, [], application, "ko"), destination),
      [2, 2],
    );
  });

  it("holds nothing that a document may not hold", () => {
    const odd = many(1, () => ({
      purpose: { ko: "가\u0000\u0007\u001b\ud800나\r\n다\t라\uffff" },
    }));
    const { tables } = requestForm(guide, odd, [], application, "ko");
    assert.equal(tables[0]!.rows[0]![7]!.text, "가   \ufffd나\n다 라 ");
  });
});

describe("the widths of columns", () => {
  const space = { room: 174, margin: 1.6 };
  const [table] = form.tables;
  const lineOf = (part: number) => part * space.room - space.margin;

  it("fill the page and break no word of the printed table", () => {
    const widths = columnWidths(table!, space);
    assert.ok(Math.abs(widths.reduce((sum, own) => sum + own, 0) - 1) < 1e-9);
    for (const row of table!.rows) {
      for (const [at, cell] of row.entries()) {
        for (const word of cell?.text.split(" ") ?? []) {
          assert.ok(widthOf(word) <= lineOf(widths[at]!), word);
        }
      }
    }
  });

  it("never break an address, a port or a date, however long the names are", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 80 }), fc.string({ maxLength: 80 }), (host, purpose) => {
        const address = "2001:db8:85a3:8d3:1319:8a2e:370:7348";
        const odd = many(3, () => ({ host, address, purpose: { ko: purpose } }));
        const own = requestForm(guide, odd, [], application, "ko").tables[0]!;
        const widths = columnWidths(own, space);
        for (const at of [3, 4, 8]) {
          const words = own.rows[0]![at]!.text.split(" ");
          for (const word of words) assert.ok(widthOf(word) <= lineOf(widths[at]!), word);
        }
      }),
      { seed: 14, numRuns: 200 },
    );
  });

  it("tell how many lines a text takes", () => {
    assert.equal(linesIn("", 10), 1);
    assert.equal(linesIn("가나 다라", 10), 1);
    assert.equal(linesIn("가나 다라", 5), 2);
    assert.equal(linesIn("가나다라마바사아자차", 5), 4);
    assert.equal(linesIn("하나\n둘", 50), 2);
  });
});

describe("the embedded fonts", () => {
  const folder = new URL("../../../assets/fonts/", import.meta.url);
  const fonts = readdirSync(folder).filter((name) => name.endsWith(".ttf"));

  it("draw every word of ours, of the guides, and all of KS X 1001", () => {
    const korean = new TextDecoder("euc-kr");
    const syllables = Array.from({ length: 25 * 94 }, (_, at) =>
      korean.decode(new Uint8Array([0xb0 + Math.floor(at / 94), 0xa1 + (at % 94)])),
    );
    const words = JSON.stringify([request, form.tables, form.notes, guide.title, guide.groups]);
    assert.deepEqual(fonts.sort(), ["JochiGothic-Bold.ttf", "JochiGothic-Regular.ttf"]);
    for (const name of fonts) {
      const points = drawable(readFileSync(new URL(name, folder)));
      const missing = [...words, ...syllables].filter((own) => !points.has(own.codePointAt(0)!));
      assert.deepEqual(missing, [], name);
    }
  });
});

describe("the files", () => {
  const odd = many(30, (at) => ({
    group: { ko: `그룹 #{1+1} $x$ *${at >> 3}*` },
    host: at === 3 ? "가".repeat(400) : `host${at}.example`,
    purpose: {
      ko: at === 7 ? "株式會社 😀 \u0e01 ☃" : '#set text(red) "\\u{41}" // <a>&amp;\n둘째 줄',
    },
  }));
  const hostile = requestForm(guide, odd, odd.slice(0, 2), { ...application, applicant: "" }, "ko");

  it("are written whatever stands in the form", async () => {
    for (const { write } of Object.values(formats)) assert.ok((await write(hostile)).length > 1000);
  });

  it("do not depend on the day they are written on", async () => {
    for (const { write } of Object.values(formats)) {
      mock.timers.enable({ apis: ["Date"], now: 1_800_000_000_000 });
      const one = await write(form);
      mock.timers.setTime(1_900_000_000_000);
      const other = await write(form);
      mock.timers.reset();
      assert.deepEqual(one, other);
    }
  });

  it("merge the same cells as the form", async () => {
    const parts = {
      xlsx: ["xl/worksheets/sheet1.xml", /<mergeCell ref="[A-K](\d+):[A-K](\d+)"/g],
      docx: ["word/document.xml", /<w:vMerge w:val="restart"\/>/g],
      hwpx: ["Contents/section0.xml", /rowSpan="([2-9]|\d\d)"/g],
    } as const;
    const merged = form.tables.flatMap((table) =>
      table.rows.flatMap((row) => row.filter((cell) => (cell?.rows ?? 1) > 1)),
    );
    for (const [name, [part, pattern]] of Object.entries(parts)) {
      const archive = unzipSync((await formats[name]!.write(form)) as Uint8Array);
      const found = [...strFromU8(archive[part]!).matchAll(pattern)].filter(
        ([, top, bottom]) => name !== "xlsx" || top !== bottom,
      );
      assert.equal(found.length, merged.length, name);
    }
  });
});
