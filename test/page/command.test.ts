import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, it } from "node:test";
import { offlineFiles, offlineParts } from "../../scripts/build/page.ts";
import { ownPath } from "../../src/own/files.ts";
import { guide } from "./_files.ts";

const folder = mkdtempSync(join(tmpdir(), "jochi-guide-page-"));
after(() => rmSync(folder, { recursive: true }));

interface Said {
  code: number;
  stdout: string;
  stderr: string;
}

function jochi(...args: string[]): Promise<Said> {
  return new Promise((done) => {
    execFile(
      ownPath("jochi"),
      ["guide", "page", ...args],
      {
        env: { ...process.env, JOCHI_NETWORK: "none", JOCHI_LANG: "en" },
        maxBuffer: 16 * 1_048_576,
      },
      (error, stdout, stderr) => done({ code: error ? Number(error.code) : 0, stdout, stderr }),
    );
  });
}

describe("jochi guide page", () => {
  it("writes the file that the build writes, and the other one with --probe", async () => {
    const made = Object.values(offlineFiles(await offlineParts(), guide));
    const [plain, probe] = made as [string, string];
    for (const [page, ...options] of [[plain], [probe, "--probe"]] as [string, ...string[]][]) {
      const file = join(folder, "page.html");
      const { code, stderr } = await jochi(
        "bankpay-transfer@2018.11",
        ...options,
        "--output",
        file,
      );
      assert.equal(code, 0, stderr);
      assert.ok(readFileSync(file, "utf8") === page, options.join(" "));
    }
    const { stdout } = await jochi("bankpay-transfer@2018.11");
    assert.ok(stdout === plain, "on the screen where no file is named");
  });

  it("refuses in one line a guide that the file could not show, and writes nothing", async () => {
    const odd = join(folder, "odd", "2026");
    cpSync(ownPath("test/guide/small-guide"), odd, { recursive: true });
    const main = join(odd, "guide.yaml");
    const text = readFileSync(main, "utf8");
    writeFileSync(main, text.replace(/^(title: *\{ *ko: *)/m, "$1뷁日 "));
    assert.notEqual(readFileSync(main, "utf8"), text);
    const file = join(folder, "odd.html");
    const { code, stderr } = await jochi(odd, "--output", file);
    assert.equal(code, 2, stderr);
    assert.match(stderr, /^jochi[^\n]*(?:뷁 日|日 뷁)[^\n]*\n$/);
    assert.equal(existsSync(file), false);
  });

  it("refuses what it does not know", async () => {
    for (const args of [["nope"], ["bankpay-transfer@2018.11", "another"], ["--nope"]]) {
      const { code, stderr, stdout } = await jochi(...args);
      assert.equal(code, 2, args.join(" "));
      assert.equal(stdout, "");
      assert.match(stderr, /^jochi[^\n]*\n$/);
    }
  });
});
