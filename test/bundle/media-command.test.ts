import assert from "node:assert/strict";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, it } from "node:test";
import { BundleFault } from "../../src/bundle/fault.ts";
import { noise } from "../../src/bundle/media/stage/set.ts";
import { faultWords } from "../../src/bundle/said.ts";
import { joinCommand } from "../../src/cli/bundle/join.ts";
import { mediaText } from "../../src/cli/bundle/media-text.ts";
import { splitCommand } from "../../src/cli/bundle/split.ts";
import type { Io } from "../../src/cli/command.ts";
import { Refusal } from "../../src/cli/refusal.ts";
import { strictWords } from "../../src/text/say.ts";

const folder = mkdtempSync(join(tmpdir(), "jochi-media-command-"));
after(() => rmSync(folder, { recursive: true, force: true }));
strictWords();
after(() => strictWords(false));

/** A command as its table would call it: a refusal is one line and exit code 2. */
async function call(
  command: (argv: string[], io: Io) => Promise<number>,
  argv: string[],
  lang: Io["lang"] = "en",
) {
  let [out, err] = ["", ""];
  const io: Io = {
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    lang,
    env: {},
    cwd: folder,
    signal: new AbortController().signal,
  };
  try {
    return { code: await command(argv, io), out, err };
  } catch (error) {
    if (error instanceof BundleFault) return { code: 2, out, err: faultWords(error, lang) };
    if (error instanceof Refusal) return { code: 2, out, err: error.message };
    throw error;
  }
}

const content = noise(400_000);
writeFileSync(join(folder, "a.zip"), content);

describe("bundle split and join", () => {
  it("tell what they made, name damage, and say what is still missing", async () => {
    mkdirSync(join(folder, "parts"));
    const split = await call(splitCommand, ["a.zip", "--size", "150KB", "--to", "parts"]);
    assert.equal(split.code, 0, split.err);
    const parts = readdirSync(join(folder, "parts"));
    assert.match(split.out, new RegExp(`^a\\.zip \\(400\\.0 KB\\): ${parts.length} parts, `));
    assert.match(split.out, /\nEvery part is needed/);

    const first = join(folder, "parts", parts[0]!);
    const bytes = readFileSync(first);
    bytes[2_048 * 5 + 7]! ^= 4;
    writeFileSync(first, bytes);
    rmSync(join(folder, "a.zip"));
    const some = await call(joinCommand, [first]);
    assert.equal(some.code, 1, some.err);
    assert.match(some.out, /^part 1: 2\.0 KB damaged, at 10240–12288 \(/);
    assert.match(some.out, /\nParts not seen yet: 2, 3/);

    const all = await call(joinCommand, ["parts", "--json"]);
    assert.equal(all.code, 0, all.err);
    const made = JSON.parse(all.out);
    assert.deepEqual(
      [made.schema, made.status, made.missing],
      ["jochi.bundle-join/1", "joined", []],
    );
    assert.ok(made.resumedBytes > 100_000);
    assert.ok(readFileSync(join(folder, "a.zip")).equals(content));
    const ko = await call(joinCommand, ["parts", "--output", "b.zip"], "ko");
    assert.match(ko.out, /^조각 1: 2\.0 KB 손상됨, 자리 10240–12288 \(/);
    assert.match(ko.out, /복구했습니다\.\n.*b\.zip \(400\.0 KB\): SHA-256이 맞습니다\n/);
  });

  const refused: [string, typeof splitCommand, string[], RegExp][] = [
    ["no file", splitCommand, ["--size", "cd"], /^one file to split/],
    ["two files", splitCommand, ["a", "b", "--size", "cd"], /^one file to split/],
    ["no size", splitCommand, ["a.zip"], /^--size is needed/],
    ["a size that is none", splitCommand, ["a.zip", "--size", "floppy"], /^--size floppy: cd, /],
    ["a size too small", splitCommand, ["a.zip", "--size", "1KB"], /^--size 1KB: /],
    [
      "parity that is none",
      splitCommand,
      ["a.zip", "--size", "cd", "--parity", "2"],
      /^--parity 2: /,
    ],
    [
      "too much parity",
      splitCommand,
      ["a.zip", "--size", "cd", "--parity", "101%"],
      /^--parity 101%/,
    ],
    [
      "a file for a folder",
      splitCommand,
      ["a.zip", "--size", "cd", "--to", "a.zip"],
      /: no such folder$/,
    ],
    [
      "no such file",
      splitCommand,
      ["none.zip", "--size", "cd"],
      /none\.zip: cannot be read \(ENOENT\)$/,
    ],
    ["a folder to split", splitCommand, ["parts", "--size", "cd"], /parts: Not a plain file\.$/],
    ["no parts", joinCommand, [], /^the folder or files/],
    ["a folder that is not there", joinCommand, ["none"], /^none: cannot be read \(ENOENT\)$/],
    ["a file that is no part", joinCommand, ["a.zip"], /^No part was found/],
    [
      "a folder to write to that is not there",
      joinCommand,
      ["parts", "--output", "none/a"],
      /none: no such folder$/,
    ],
    ["a set that is no number", joinCommand, ["parts", "--set", "x"], /^--set x: 4 to 16/],
    [
      "a set that is not there",
      joinCommand,
      ["parts", "--set", "0000"],
      /^--set 0000: exactly one has to fit\. There are: [0-9a-f]{16} a\.zip/,
    ],
    ["a file that is there", joinCommand, ["parts"], /a\.zip: It is there already/],
  ];
  it("makes the folder for the parts, which does not stay where there are none", async () => {
    const made = await call(splitCommand, ["a.zip", "--size", "cd", "--to", "new"]);
    assert.equal(made.code, 0, made.err);
    assert.equal(readdirSync(join(folder, "new")).length, 1);
    const nothing = await call(splitCommand, ["none.zip", "--size", "cd", "--to", "newer"]);
    assert.equal(nothing.code, 2);
    assert.ok(!existsSync(join(folder, "newer")));
  });

  for (const [what, command, argv, line] of refused) {
    it(`refuse ${what} in one line`, async () => {
      const { code, out, err } = await call(command, argv);
      assert.equal(code, 2);
      assert.match(err, line);
      assert.ok(!err.includes("\n"));
      assert.equal(out, "");
    });
  }

  it("have a help that fits a terminal, in both languages", async () => {
    for (const lang of ["ko", "en"] as const) {
      for (const [command, key] of [
        [splitCommand, "splitHelp"],
        [joinCommand, "joinHelp"],
      ] as const) {
        const { code, out } = await call(command, ["--help"], lang);
        assert.deepEqual([code, out], [0, `${mediaText[lang][key]}\n`]);
        for (const row of out.split("\n")) {
          const width = [...row].reduce((sum, letter) => sum + (letter > "\u1100" ? 2 : 1), 0);
          assert.ok(width <= 80, row);
        }
      }
    }
  });
});
