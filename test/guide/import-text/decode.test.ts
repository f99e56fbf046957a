import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, it } from "node:test";
import { GuideError } from "../../../src/guide/error.ts";
import { importBytes } from "../../../src/guide/import/importer.ts";
import { hangulOf } from "../../../src/guide/import/text/cp949.ts";
import { decodeText } from "../../../src/guide/import/text/decode.ts";
import { textImporter } from "../../../src/guide/import/text/importer.ts";
import { runGuide } from "../_run.ts";
import { printed } from "./_draft.ts";

const bytesOf = new Map<string, number>();
for (let pair = 0x8000; pair <= 0xffff; pair += 1) {
  const char = hangulOf(pair >> 8, pair & 0xff);
  if (char !== undefined) bytesOf.set(char, pair);
}

function cp949(text: string): Uint8Array {
  const bytes = [...text].flatMap((char) => {
    const code = char.charCodeAt(0);
    const pair = code < 0x80 ? code : bytesOf.get(char)!;
    return pair < 0x80 ? [pair] : [pair >> 8, pair & 0xff];
  });
  return Uint8Array.from(bytes);
}

function utf16(text: string, order: "le" | "be"): Uint8Array {
  const bytes = Buffer.from(`\ufeff${text}`, "utf16le");
  return order === "le" ? bytes : bytes.swap16();
}

describe("CP949", () => {
  it("has the characters that Microsoft's table has", () => {
    // Bytes of Microsoft's own table; those of the first row are not in EUC-KR.
    const known: [string, number][] = [
      ["갂", 0x8141],
      ["똠", 0x8c63],
      ["뷁", 0x94ee],
      ["햏", 0xc164],
      ["힣", 0xc652],
      ["가", 0xb0a1],
      ["힝", 0xc8fe],
      ["■", 0xa1e1],
      ["①", 0xa8e7],
      ["Ⅰ", 0xa5b0],
      ["￦", 0xa3dc],
      ["〃", 0xa1a8],
      ["€", 0xa2e6],
      ["®", 0xa2e7],
    ];
    for (const [char, pair] of known) assert.equal(hangulOf(pair >> 8, pair & 0xff), char);
  });

  it("has every syllable once, and no private character", () => {
    const syllables = [...bytesOf.keys()].filter((char) => char >= "가" && char <= "힣");
    assert.equal(syllables.length, 11_172);
    assert.equal(bytesOf.size, 17_048);
    for (const [lead, trail] of [
      [0xc9, 0xa1],
      [0xfe, 0xa1],
      [0x80, 0x41],
      [0xff, 0x41],
      [0x81, 0x5b],
      [0xc6, 0x53],
      [0xb0, 0x20],
    ] as const) {
      assert.equal(hangulOf(lead, trail), undefined);
    }
  });
});

describe("a printed text in other bytes", () => {
  const options = { file: "printed.txt", day: "2026-11-01", id: "drafted" };
  const plain = importBytes(textImporter, Buffer.from(printed), options);
  const ways: [encoding: string, bytes: Uint8Array][] = [
    ["utf-8", Buffer.from(`\ufeff${printed}`)],
    ["cp949", cp949(printed)],
    ["cp949", cp949(printed.replaceAll("\n", "\r\n"))],
    ["utf-16le", utf16(printed, "le")],
    ["utf-16be", utf16(printed, "be")],
  ];
  for (const [encoding, bytes] of ways) {
    it(`${encoding}, ${bytes.length} bytes: the same draft, and which it was`, () => {
      const read = importBytes(textImporter, bytes, options);
      assert.deepEqual(read.files, plain.files);
      assert.equal(read.encoding, encoding);
      const told = read.notes.filter(({ kind }) => kind === "encoding");
      assert.deepEqual(
        told.map(({ words }) => words.en.slice(0, 8 + encoding.length)),
        encoding === "utf-8" ? [] : [`read as ${encoding.toUpperCase()}`],
      );
      const others = read.notes.filter(({ kind }) => kind !== "encoding");
      assert.deepEqual(others, plain.notes);
    });
  }

  it("syllables that EUC-KR does not have", () => {
    const text = "첫 번째. 똠얌꿍 쉽게 펲시\n";
    assert.deepEqual(decodeText(cp949(text), "a.txt"), { text, encoding: "cp949" });
  });
});

describe("bytes that are no text", () => {
  const refusal = (bytes: Uint8Array) => {
    try {
      decodeText(bytes, "given.txt");
    } catch (error) {
      assert.ok(error instanceof GuideError);
      return error.words;
    }
    return assert.fail("nothing was refused");
  };
  const damaged = (bytes: Uint8Array, at: number, byte: number) =>
    Uint8Array.from(bytes, (own, each) => (each === at ? byte : own));
  const utf8 = Buffer.from("첫 번째. 환경\r\n둘째 줄\n");

  it("a byte that CP949 does not have, with its line and place", () => {
    const bytes = cp949("첫 번째. 환경\n둘째 줄\n");
    const at = cp949("첫 번째. 환경\n둘").length;
    const { ko, en } = refusal(damaged(bytes, at, 0xff));
    assert.match(en, new RegExp(`^given\\.txt:2:1: found byte ${at + 1} of the file, 0xff, `));
    assert.match(
      en,
      /neither UTF-8 nor CP949, expected text saved as UTF-8, as CP949, or as UTF-16/,
    );
    assert.match(
      ko,
      new RegExp(`^given\\.txt:2:1: .*CP949.*0xff \\(파일의 ${at + 1}번째 바이트\\)`),
    );
  });

  it("a damaged byte of UTF-8 does not make the rest CP949", () => {
    const at = utf8.indexOf("째", 12);
    assert.match(refusal(damaged(utf8, at, 0x41)).en, /:2:1: found byte/);
    assert.match(refusal(damaged(utf8, utf8.length - 3, 0xc0)).en, /:2:1: found byte/);
    assert.match(refusal(utf8.subarray(0, utf8.length - 3)).en, /:2:1: found byte/);
  });

  it("half of a character of CP949 at the end", () => {
    assert.match(refusal(cp949("첫 번째. 환경").subarray(0, -1)).en, /:1:1: found byte 12 /);
  });

  it("half of a pair in UTF-16, and half of a unit", () => {
    const text = "첫 번째. 환경\n둘째 \ud83d 줄";
    assert.match(
      refusal(utf16(text, "le")).en,
      /:2:1: found byte 27 of the file, 0x3d, which is not UTF-16/,
    );
    assert.match(refusal(utf16(text, "be")).en, /:2:1: found byte 27 of the file, 0xd8/);
    assert.match(refusal(utf16("첫 번째", "le").subarray(0, -1)).en, /:1:1: found byte 9 /);
  });

  it("UTF-16 without its mark, and what is no text at all", () => {
    assert.match(refusal(Buffer.from("첫 번째\n", "utf16le")).en, /found byte 4 of the file, 0x00/);
    assert.match(refusal(Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0)).en, /0x00/);
  });
});

describe("jochi guide import text", () => {
  const folder = mkdtempSync(join(tmpdir(), "import-bytes-"));
  after(() => rmSync(folder, { recursive: true }));
  const run = (file: string, output: string, ...more: string[]) =>
    runGuide(["import", "text", file, "--output", output, ...more], "ko", folder);

  it("says as which it read the file", async () => {
    writeFileSync(join(folder, "ansi.txt"), cp949(printed));
    const { out } = await run("ansi.txt", "one", "--json");
    assert.equal(JSON.parse(out).encoding, "cp949");
    assert.match((await run("ansi.txt", "two")).out, /^ansi\.txt:1: 알림 encoding: CP949에서 옮겼/);
  });

  it("refuses a file that is neither in one line, and one that is too long unread", async () => {
    writeFileSync(join(folder, "bad.txt"), Uint8Array.of(0xb0, 0xa1, 0x0a, 0xff, 0x0a));
    const { code, out, err } = await run("bad.txt", "three");
    assert.deepEqual([code, out], [2, ""]);
    assert.match(err, /^jochi guide: bad\.txt:2:1: [^\n]*0xff[^\n]*\n$/);
    // Its first byte would be refused, too, had anything been decoded.
    writeFileSync(join(folder, "long.txt"), Buffer.alloc(textImporter.bytesMax + 1, 0xff));
    assert.match((await run("long.txt", "four")).err, /1048577바이트/);
  });
});
