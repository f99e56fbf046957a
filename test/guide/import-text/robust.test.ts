import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { GuideError } from "../../../src/guide/error.ts";
import { textImporter } from "../../../src/guide/import/text/importer.ts";
import { maxLines } from "../../../src/guide/import/text/refuse.ts";
import { draftOf, guideOf, notices, printed } from "./_draft.ts";

const wide = (text: string) =>
  text.replace(/[!-~]/g, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0));

/** The same text as other programs would write it. */
const ways: [name: string, text: string][] = [
  ["with CRLF", printed.replaceAll("\n", "\r\n")],
  ["with a byte order mark", `\ufeff${printed}`],
  ["with Hangul taken apart", printed.normalize("NFD")],
  [
    "with full-width digits, letters and marks",
    printed.replace(/^.*(?:\t\d|번째\.|이하|\.der).*$/gm, wide),
  ],
  ["with spaces that do not break", printed.replaceAll(" ", "\u00a0")],
  [
    "with soft hyphens and zero-width spaces",
    printed.replace(/([가-힣])([가-힣])/g, "$1\u200b\u00ad$2"),
  ],
  ["with emphasis in asterisks", printed.replaceAll("전자서명", "**전자서명**")],
  ["with page feeds", printed.replaceAll("\n“ ", "\n\f“ ")],
  [
    "with columns of spaces",
    printed.replace(/^.*\t.*$/gm, (row) =>
      row
        .split("\t")
        .map((cell) => cell.padEnd(28))
        .join("  ")
        .trimEnd(),
    ),
  ],
  [
    "with bars between the cells",
    printed.replace(/^.*\t.*$/gm, (row) => `| ${row.split("\t").join(" | ")} |`),
  ],
];

describe("the same printed text, written otherwise", () => {
  const plain = draftOf(printed);
  for (const [name, text] of ways) {
    it(`${name}: the same draft`, () => {
      const { files, notes } = draftOf(text);
      assert.notEqual(text, printed);
      assert.deepEqual(files, plain.files);
      assert.deepEqual(
        notes.map(({ kind, line }) => `${line} ${kind}`),
        plain.notes.map(({ kind, line }) => `${line} ${kind}`),
      );
    });
  }

  it("a table without merged cells makes the same endpoints", () => {
    const cells: string[] = [];
    const full = printed.replace(/^.*\t.*$/gm, (row) => {
      const own = row.split("\t");
      if (own[0] === "구분") cells.length = 0;
      for (const [at, cell] of own.entries()) if (cell !== "") cells[at] = cell;
      return cells.join("\t");
    });
    const { groups, endpoints } = guideOf(draftOf(full));
    const merged = guideOf(draftOf(printed));
    assert.deepEqual(groups, merged.groups);
    const bare = (all: typeof endpoints) => all.map(({ note: _, ...rest }) => rest);
    assert.deepEqual(bare(endpoints), bare(merged.endpoints));
  });
});

describe("what is no printed guide", () => {
  const refusal = (text: string) => {
    try {
      textImporter.read(text, { file: "given.txt", day: "2026-11-01" });
    } catch (error) {
      assert.ok(error instanceof GuideError);
      return error.words;
    }
    return assert.fail("nothing was refused");
  };

  it("what has bytes in it that no text has is refused, with its line", () => {
    const { ko, en } = refusal("2018.05\n\n가\0");
    assert.match(en, /^given\.txt:3:1: found a byte 0x00, .*, expected text saved as UTF-8/);
    assert.match(ko, /^given\.txt:3:1: .*UTF-8.*CP949/);
  });

  it("a text without any heading, remedy or table is refused", () => {
    for (const text of ["", "\n\n", "그냥 쓴 글입니다. 아무 제목도 없습니다."]) {
      assert.match(refusal(text).en, /^given\.txt: found no section, remedy or firewall table/);
    }
  });

  it("more lines than any printed guide has are refused", () => {
    assert.match(refusal("한 줄\n".repeat(maxLines + 1)).en, /found 3001 lines, expected at most/);
    assert.equal(textImporter.bytesMax, 1024 * 1024);
  });

  it("more things than any printed guide names are refused", () => {
    const filled = (piece: (at: number) => string) =>
      `${printed}\n조치방법 9. 내려받기\n${Array.from({ length: 7_000 }, (_, at) => `${at % 20 === 0 ? "\n" : " "}${piece(at)}`).join("")}`;
    for (const piece of [
      (at: number) => `http://h${at}.kr/a.cer`,
      (at: number) => `Q${at}(Z${at})`,
      (at: number) => `P${at} x(P)`,
      (at: number) => `툴바(t${at})`,
    ]) {
      assert.match(refusal(filled(piece)).en, /found more than 6000 programs, addresses/);
    }
  });
});

describe("a line that is made to be searched for ever", () => {
  const long = 300_000;
  for (const [name, line] of [
    ["blanks in front of a word", `${" ".repeat(long)}x`],
    ["ideographic blanks in front of a word", `${"\u3000".repeat(long)}x`],
    ["accents over one letter", `a${"\u0301\u0316".repeat(long / 2)}`],
    ["decoration that does not end the line", `x${"=".repeat(long)}x`],
    ["marks of a quotation", `${"”".repeat(long)}x`],
  ] as const) {
    it(`${name}: is told with its length, and not looked into`, () => {
      const { notes } = draftOf(`${line}\n${printed}`);
      const [told] = notes.filter(({ kind }) => kind === "line-long");
      assert.equal(told?.line, 1);
      assert.match(told.words.en, new RegExp(`\\(${line.length} characters\\)`));
    });
  }

  it("a line of blanks alone is empty, however many they are", () => {
    const { notes } = draftOf(`${printed}\n${" ".repeat(long)}\n`);
    assert.ok(!notes.some(({ kind }) => kind === "line-long"));
  });

  it("a long line ends a quotation, and a table of symptoms", () => {
    const words = "가나 ".repeat(400);
    const { notes, files } = draftOf(
      `“제목은\n${words}”\n\n증상\t조치\n느림\t${words}\n${printed}`,
    );
    const told = notes.filter(({ kind }) => kind === "line-long");
    assert.deepEqual(
      told.map(({ line }) => line),
      [2, 5],
    );
    assert.ok(files.every(({ text }) => !text.includes("가나 가나")));
  });

  it("blanks within a cell are one", () => {
    const table = (gap: string) =>
      draftOf(
        `구분 | URL | IP | Port\n서버 | a.example | 192.0.2.1 | 80${gap}번${gap}포트${gap}! |\n`,
      );
    const { files } = table(" ".repeat(150));
    assert.deepEqual(files, table(" ").files);
  });

  it("ranges that become more addresses than any guide has are refused", () => {
    const rows = "서버 | a.example | 0.0.0.1~255.255.255.254 | 80\n".repeat(200);
    assert.throws(() => draftOf(`구분 | URL | IP | Port\n${rows}`), /more than 6000 programs/);
  });
});

describe("a text full of one mistake", () => {
  const names = Array.from({ length: 4_500 }, (_, at) => `${at % 45 === 0 ? "\n" : " "}a${at}.exe`);
  const { notes, files } = draftOf(`${printed}\n${names.join("")}\n`);

  it("is told of the first of a kind and how many more there are", () => {
    const own = notes.filter(({ kind }) => kind === "file-differs");
    assert.equal(own.length, 201);
    const told = own.filter(({ stands }) => stands === undefined);
    assert.equal(told.length, 200);
    assert.ok(own.at(-1)!.stands! >= 4_300);
    assert.match(own.at(-1)!.words.en, /^… and \d+ more of this kind from this line on$/);
  });

  it("has the number of all of them in the draft's own comments", () => {
    const left = /^# {3}그 밖에 (\d+)곳$/m.exec(files[0]!.text)?.[1];
    assert.ok(Number(left) > 4_300, left);
  });
});

describe("whatever is read", () => {
  const lines = [printed, ...notices.map(({ text }) => text)].flatMap((text) => text.split("\n"));
  const piece = fc.constantFrom(...lines.flatMap((line) => line.split(/(?=[\s[“"'(:/.,-])/)));
  const mixed = fc.array(
    fc.oneof({ weight: 3, arbitrary: piece }, fc.string({ unit: "grapheme", maxLength: 6 })),
    {
      maxLength: 6,
    },
  );
  const line = fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...lines) },
    { weight: 3, arbitrary: mixed.map((parts) => parts.join("")) },
    fc.string({ unit: "binary", maxLength: 40 }),
  );

  it("becomes a draft in the guide's form, or is refused", () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 60 }), (all) => {
        const text = all.join("\n");
        try {
          const imported = draftOf(text);
          const told = new Set(imported.notes.map((note) => note.line));
          assert.ok(
            [...told].every((each) => each >= 1 && each <= text.split(/\r\n|\n|\r/).length),
          );
          guideOf(imported);
        } catch (error) {
          if (!(error instanceof GuideError)) throw error;
          assert.equal(error.file, "printed.txt", error.message);
        }
      }),
      { numRuns: Number(process.env.JOCHI_IMPORT_RUNS ?? 150) },
    );
  });
});
