import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { parseRegFile, type RegTrouble } from "./parse-reg.ts";
import { dataFrom, hexOf, numberOfType } from "./reg-data.ts";
import { isWritable, type RegSection, sectionsOf, treeOf, writeRegFile } from "./reg-file.ts";
import type { RegistryData, RegistryKey } from "./registry.ts";

const head = "Windows Registry Editor Version 5.00\r\n\r\n";
const key = "[HKEY_CURRENT_USER\\Software\\조치]\r\n";

function sections(text: string): RegSection[] {
  const parsed = parseRegFile(text);
  assert.ok(parsed.ok, JSON.stringify(parsed));
  return parsed.sections;
}

function value(written: string, header = head): RegistryData | null | undefined {
  return sections(`${header}${key}"v"=${written}\r\n`)[0]?.changes[0]?.value;
}

describe("the text of a .reg file", () => {
  it("is read as Windows writes it", () => {
    const text = `\ufeff${head}; 설명\r\n\r\n${key}@="기본"\r\n"a \\"b\\" \\\\c"="C:\\\\폴더\\\\"\r\n"n"=dword:0000000A\r\n`;
    assert.deepEqual(sections(`${text}"gone"=-\r\n\r\n[-HKEY_LOCAL_MACHINE\\Software\\X]\r\n`), [
      {
        path: "HKCU\\Software\\조치",
        remove: false,
        changes: [
          { name: "", value: { type: "REG_SZ", data: "기본" } },
          { name: 'a "b" \\c', value: { type: "REG_SZ", data: "C:\\폴더\\" } },
          { name: "n", value: { type: "REG_DWORD", data: 10 } },
          { name: "gone", value: null },
        ],
      },
      { path: "HKLM\\Software\\X", remove: true, changes: [] },
    ]);
  });

  const bytes: [written: string, value: RegistryData][] = [
    ["hex:0a,B,\\\r\n  ff", { type: "hex", id: 3, data: "0a0bff" }],
    ["hex:", { type: "hex", id: 3, data: "" }],
    ["hex:01,\\\r\n", { type: "hex", id: 3, data: "01" }],
    ["hex(b):01,00,00,00,00,00,00,00", { type: "hex", id: 11, data: "0100000000000000" }],
    ["hex(0):", { type: "hex", id: 0, data: "" }],
    ["hex(ffff000d):aa", { type: "hex", id: 0xffff000d, data: "aa" }],
    ["hex(2):25,00,00,ac,00,00", { type: "REG_EXPAND_SZ", data: "%가" }],
    ["hex(7):61,00,00,00,00,ac,00,00,00,00", { type: "REG_MULTI_SZ", data: ["a", "가"] }],
    ["hex(7):00,00", { type: "REG_MULTI_SZ", data: [] }],
    ["hex(1):61,00,0d,00,0a,00,00,00", { type: "REG_SZ", data: "a\r\n" }],
    ["hex(4):01,00,00,00", { type: "REG_DWORD", data: 1 }],
    // Bytes that do not fit their type stay bytes.
    ["hex(4):01,00", { type: "hex", id: 4, data: "0100" }],
    ["hex(1):61,00", { type: "hex", id: 1, data: "6100" }],
    ["hex(7):61,00,00,00", { type: "hex", id: 7, data: "61000000" }],
    ["hex(1):61,00,00", { type: "hex", id: 1, data: "610000" }],
    ["hex(2):61", { type: "hex", id: 2, data: "61" }],
    ['"two\r\nlines"', { type: "REG_SZ", data: "two\r\nlines" }],
    ['"two\\nlines"', { type: "REG_SZ", data: "two\nlines" }],
  ];
  for (const [written, expected] of bytes) {
    it(`reads ${JSON.stringify(written)}`, () => assert.deepEqual(value(written), expected));
  }

  it("of an older Windows keeps some text in the Korean code page", () => {
    const old = "REGEDIT4\r\n\r\n";
    assert.deepEqual(value("hex(2):25,b0,a1,00", old), { type: "REG_EXPAND_SZ", data: "%가" });
    const list = { type: "REG_MULTI_SZ", data: ["가", "b"] };
    assert.deepEqual(value("hex(7):b0,a1,00,62,00,00", old), list);
  });

  const mistakes: [string, string, RegTrouble][] = [
    ["no header", `${key}`, trouble(1, key.trim(), "header")],
    [
      "another version",
      "Windows Registry Editor Version 6.00\n",
      trouble(1, "Windows Registry Editor Version 6.00", "header"),
    ],
    ["a value before any key", `${head}"a"="b"\r\n`, trouble(3, '"a"="b"', "key-or-value")],
    ["words", `${head}${key}hello\r\n`, trouble(4, "hello", "key-or-value")],
    [
      "an open bracket",
      `${head}[HKEY_CURRENT_USER\\X\r\n`,
      trouble(3, "[HKEY_CURRENT_USER\\X", "closing-bracket"),
    ],
    ["no hive", `${head}[Software]\r\n`, trouble(3, "[Software]", "hive")],
    ["an open quote", `${head}${key}"a"="b\r\n`, trouble(4, '"b', "closing-quote")],
    ["no equals sign", `${head}${key}"a" "b"\r\n`, trouble(4, '"b"', "equals-sign")],
    ["unknown data", `${head}${key}"a"=qword:1\r\n`, trouble(4, "qword:1", "data")],
    ["a bad byte", `${head}${key}"a"=hex:01,\\\r\n  zz\r\n`, trouble(5, "zz", "hex-byte")],
    ["a bad number", `${head}${key}"a"=dword:xyz\r\n`, trouble(4, "xyz", "dword")],
    ["a long number", `${head}${key}"a"=dword:123456789\r\n`, trouble(4, "9", "line-end")],
    ["more after a text", `${head}${key}"a"="b" c\r\n`, trouble(4, "c", "line-end")],
    [
      "a deep key",
      `${head}[HKCU${"\\a".repeat(600)}]`,
      trouble(3, `[HKCU${"\\a".repeat(27)}\\`, "shorter-path"),
    ],
  ];
  for (const [name, text, expected] of mistakes) {
    it(`with a mistake says where: ${name}`, () => {
      assert.deepEqual(parseRegFile(text), { ok: false, trouble: expected });
    });
  }

  it("ends wherever it is cut", () => {
    const whole = `${head}${key}"a"="b"\r\n"c"=hex(7):61,00,\\\r\n  00,00\r\n`;
    for (let end = 0; end <= whole.length; end += 1) {
      const parsed = parseRegFile(whole.slice(0, end));
      if (!parsed.ok) assert.ok(parsed.trouble.line >= 1);
    }
  });

  it("never makes the reader throw", () => {
    const pieces = fc.constantFrom(
      head,
      key,
      '"',
      "\\",
      "=",
      "hex(",
      "):",
      ",",
      "\r\n",
      "[",
      "]",
      "-",
      "@",
      "dword:",
      ";",
      "0a",
      "가",
      "\0",
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(pieces, fc.string({ unit: "binary" }))), (parts) => {
        parseRegFile(head + parts.join(""));
        parseRegFile(parts.join(""));
      }),
    );
  });
});

function trouble(line: number, found: string, expected: RegTrouble["expected"]): RegTrouble {
  return { line, found, expected };
}

/** Any text, also what is no valid UTF-16; names hold no zero. */
const anyText = fc.string({
  unit: fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)),
});
const name = fc
  .oneof(fc.constantFrom("이름", 'a"b', "c\\", ""), anyText)
  .map((text) => text.replaceAll("\0", ""));
const part = name
  .map((text) => text.replace(/[\\\r\n]/g, "").slice(0, 40))
  .filter((text) => text !== "");
const list = fc.array(anyText.map((text) => text.replaceAll("\0", "")));
const hex = fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes).toString("hex"));
const data: fc.Arbitrary<RegistryData> = fc.oneof(
  anyText.map((text) => ({ type: "REG_SZ" as const, data: text })),
  anyText.map((text) => ({ type: "REG_EXPAND_SZ" as const, data: text })),
  list.map((texts) => ({ type: "REG_MULTI_SZ" as const, data: texts })),
  fc.nat(0xffff_ffff).map((number) => ({ type: "REG_DWORD" as const, data: number })),
  fc.tuple(fc.nat(20), hex).map(([id, bytes]) => dataFrom(id, bytes)),
);
const record = <T extends object>(model: { [K in keyof T]: fc.Arbitrary<T[K]> }) =>
  fc.record(model, { noNullPrototype: true }) as fc.Arbitrary<T>;
const keyWith = (below: fc.Arbitrary<RegistryKey[]>) =>
  record<RegistryKey>({
    name: part,
    values: fc.uniqueArray(record<RegistryKey["values"][0]>({ name, value: data }), {
      maxLength: 5,
      selector: (one) => one.name,
    }),
    keys: below,
  });
const several = (one: fc.Arbitrary<RegistryKey>) =>
  fc.uniqueArray(one, { maxLength: 3, selector: (each) => each.name.toLowerCase() });
const tree = keyWith(several(keyWith(several(keyWith(fc.constant([]))))));

describe("what is written is read back", () => {
  it("as the very same key", () => {
    fc.assert(
      fc.property(tree, (whole) => {
        const path = `HKCU\\Software\\${whole.name}`;
        const parsed = sections(writeRegFile(sectionsOf(path, whole)));
        assert.deepEqual(treeOf(parsed, path), whole);
      }),
      { numRuns: 50 },
    );
  });

  it("as the very same bytes of every value", () => {
    fc.assert(
      fc.property(data, (one) => assert.deepEqual(dataFrom(numberOfType(one), hexOf(one)), one)),
    );
  });

  it("as the very same marks", () => {
    const marks: RegSection[] = [
      { path: "HKLM\\Software\\X", remove: true, changes: [] },
      {
        path: "HKLM\\Software\\Y",
        remove: false,
        changes: [
          { name: "a", value: null },
          { name: "", value: null },
        ],
      },
    ];
    assert.deepEqual(sections(writeRegFile(marks)), marks);
  });

  it("in lines that stay short", () => {
    const long = { type: "hex" as const, id: 3, data: "ab".repeat(500) };
    const text = writeRegFile([
      { path: "HKCU\\X", remove: false, changes: [{ name: "v", value: long }] },
    ]);
    assert.ok(text.split("\r\n").every((line) => line.length <= 80));
  });
});

it("paths that no file can hold are told before anything is written", () => {
  assert.equal(isWritable("HKCU\\Software\\조치"), true);
  for (const path of [
    "",
    "Software",
    "HKXX\\A",
    "HKCU\\a\nb",
    "HKCU\\\\a",
    "HKCU\\a\\",
    `HKCU\\${"a".repeat(256)}`,
  ]) {
    assert.equal(isWritable(path), false, JSON.stringify(path));
  }
});

it("an export is put together without regard to case, and only below the key that was asked for", () => {
  const text = `${head}[HKEY_CURRENT_USER\\A]\r\n"x"="1"\r\n[HKEY_CURRENT_USER\\a\\B\\C]\r\n[HKEY_CURRENT_USER\\AB]\r\n"y"="2"\r\n`;
  assert.deepEqual(treeOf(sections(text), "hkcu\\a"), {
    name: "A",
    values: [{ name: "x", value: { type: "REG_SZ", data: "1" } }],
    keys: [{ name: "B", values: [], keys: [{ name: "C", values: [], keys: [] }] }],
  });
  assert.equal(treeOf(sections(text), "HKCU\\B"), undefined);
});
