import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { NameSet, nameFault } from "./name.ts";

const refused: [string, ...string[]][] = [
  ["container.name-empty", ""],
  ["container.name-long", "a".repeat(121)],
  [
    "container.name-not-ascii",
    "설치.exe",
    "a\u00adb",
    "ﬁle",
    "a\u202etxt.exe",
    "a\0b",
    "a\nb",
    "a\x7f",
  ],
  ["container.name-backslash", "a\\b", "..\\a", "\\\\server\\a"],
  ["container.name-drive", "C:/a", "c:a"],
  ["container.name-absolute", "/etc/passwd", "//server/a"],
  ["container.not-plain-file", "folder/"],
  ["container.name-traversal", "../a", "a/../b", "a/./b", "a//b", ".", "a/.."],
  ["container.name-dot", "a.", "a. ", "a /b", "a./b", "..."],
  ["container.name-device", "nul", "CON.txt", "a/Com1.tar.gz", "lpt9", "aux/b", "CLOCK$", "conin$"],
  [
    "container.name-characters",
    ".hidden",
    "-rf",
    "a b",
    "ab:c",
    "a*",
    "~a",
    "a/_b",
    "PROGRA~1",
    "a?b",
  ],
];

describe("a name in a container", () => {
  for (const [code, ...names] of refused) {
    it(`${code}: ${names.map((name) => JSON.stringify(name.slice(0, 20))).join(" ")}`, () => {
      for (const name of names) assert.equal(nameFault(name), code, JSON.stringify(name));
    });
  }

  it("may be anything that means one file everywhere", () => {
    for (const name of [
      "a",
      "metadata/1.root.json",
      "installers/Setup_x64-1.2.exe",
      "com/con1",
      "a".repeat(120),
    ]) {
      assert.equal(nameFault(name), undefined, name);
    }
  });

  it("is the only one of its kind", () => {
    const cases: [string, string, string | undefined][] = [
      ["a", "a", "container.duplicate"],
      ["a/B", "A/b", "container.duplicate-case"],
      ["a", "A/b", "container.file-and-folder"],
      ["a/b/c", "a/B", "container.file-and-folder"],
      ["a/b", "a/c", undefined],
    ];
    for (const [one, other, expected] of cases) {
      const names = new NameSet();
      assert.equal(names.add(one), undefined);
      assert.equal(names.add(other), expected, `${one} ${other}`);
    }
  });
});
