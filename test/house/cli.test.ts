import assert from "node:assert/strict";
import { mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, it } from "node:test";
import { langOf, mainArguments } from "../../src/cli/arguments.ts";
import { commands } from "../../src/cli/commands.ts";
import { mainText } from "../../src/cli/text.ts";
import { nearest } from "../../src/guide/nearest.ts";
import { run, shell } from "./_run.ts";
import { root } from "./_source.ts";

const oneLine = /^jochi[^\n]*: [^\n]+\n$/;

describe("the command line", () => {
  it("helps in Korean unless asked for English", async () => {
    const ko = await run(["--help"]);
    const en = await run(["--help"], { env: { LANG: "en_US.UTF-8" } });
    const asked = await run(["--lang", "en", "--help"]);
    assert.deepEqual([ko.code, en.code, asked.code], [0, 0, 0]);
    assert.ok(ko.out.startsWith(mainText.ko.usage));
    assert.ok(en.out.startsWith(mainText.en.usage));
    assert.equal(asked.out, en.out);
    for (const name of Object.keys(commands)) assert.match(ko.out, new RegExp(`^  ${name} `, "m"));
    assert.equal(ko.err + en.err, "");
  });

  it("tells its version", async () => {
    assert.match((await run(["--version"])).out, /^jochi \d+\.\d+\.\d+\n$/);
  });

  it("refuses what it does not know with one line and exit code 2", async () => {
    const bad = [
      [],
      ["diagnoos"],
      ["--bogus"],
      ["--lang", "fr", "--help"],
      ["--lang"],
      ["constructor"],
    ];
    for (const args of bad) {
      const { code, out, err } = await run(args);
      assert.equal(code, 2, args.join(" "));
      assert.equal(out, "");
      assert.match(err, oneLine);
    }
  });

  for (const name of Object.keys(commands)) {
    it(`${name}: --help helps, an unknown option is one line and exit code 2`, async () => {
      const help = await run([name, "--help"]);
      assert.deepEqual([help.code, help.err], [0, ""]);
      assert.ok(help.out.length > 0);
      const bad = await run([name, "--no-such-option"]);
      assert.deepEqual([bad.code, bad.out], [2, ""]);
      assert.match(bad.err, oneLine);
    });
  }

  it("keeps its exit code and its peace when nobody reads its output", async () => {
    const { code, err } = await shell("set -o pipefail; ./jochi --help | head -c 0");
    assert.deepEqual([code, err], [0, ""]);
    assert.deepEqual((await shell("./jochi --help >&-")).err, "");
  });

  it("says so when its output cannot be written", async () => {
    const { code, err } = await shell("./jochi --help >/dev/full");
    assert.equal(code, 2);
    assert.match(err, /^jochi: .*ENOSPC.*\n$/);
  });

  it("runs through a link and from another folder", async () => {
    const folder = mkdtempSync(join(tmpdir(), "jochi-"));
    try {
      symlinkSync(join(root, "jochi"), join(folder, "first"));
      symlinkSync("first", join(folder, "second"));
      const { out } = await run(["--version"], { command: "./second", cwd: folder });
      assert.match(out, /^jochi /);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

describe("arguments", () => {
  it("take the language from the environment", () => {
    assert.equal(langOf({}), "ko");
    assert.equal(langOf({ LANG: "C.UTF-8" }), "ko");
    assert.equal(langOf({ LANG: "en_GB.UTF-8" }), "en");
    assert.equal(langOf({ LC_ALL: "ko_KR", LC_MESSAGES: "en_US", LANG: "en_US" }), "ko");
    assert.equal(langOf({ LC_ALL: "", LC_MESSAGES: "en_US" }), "en");
  });

  it("take --lang out wherever it stands, but not behind --", () => {
    const { lang, rest } = mainArguments(["lab", "--lang=en", "--", "x", "--lang", "ko"], {});
    assert.equal(lang, "en");
    assert.deepEqual(rest, ["lab", "--", "x", "--lang", "ko"]);
  });

  it("suggest what was probably meant", () => {
    const known = ["diagnose", "guide", "lab"];
    assert.equal(nearest("diagnoze", known), "diagnose");
    assert.equal(nearest("giude", known), "guide");
    assert.equal(nearest("firewall", known), undefined);
  });
});
