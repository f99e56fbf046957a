import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import type { Io } from "../../src/cli/command.ts";
import { runGuide } from "./_run.ts";
import { smallGuide } from "./broken-guide.ts";

const folder = mkdtempSync(join(tmpdir(), "jochi-"));
after(() => rmSync(folder, { recursive: true, force: true }));

const run = (argv: string[], lang: Io["lang"] = "ko") =>
  runGuide(["script", ...argv], lang, folder);

test("the script of the first guide goes to the screen, and of another where that is named", async () => {
  const { code, out, err } = await run([]);
  assert.deepEqual([code, err], [0, ""]);
  assert.match(out, /^\/\* jochi-check\.js, made of the guide bankpay-transfer@2026\.11 by/);
  assert.match((await run([smallGuide])).out, /made of the guide small@2026\.10/);
});

test("--output writes the same into a file, and --page leads there", async () => {
  const page = "https://help.example.kr/jochi.html";
  const { code, out, err } = await run(["--page", page, "--output", "jochi-check.js"]);
  assert.deepEqual([code, out], [0, ""]);
  assert.match(err, /jochi-check\.js/);
  const text = readFileSync(join(folder, "jochi-check.js"), "utf8");
  assert.equal(text, (await run(["--page", page])).out);
  assert.ok(text.includes(`"page":"${page}"`));
});

test("the words around the notice follow the language", async () => {
  assert.notEqual((await run([], "en")).out, (await run([], "ko")).out);
});

test("bad input is one line, and nothing is written", async () => {
  const before = readdirSync(folder);
  const refused = async (argv: string[]) => {
    const { code, out, err } = await run([...argv, "--output", "other.js"]);
    assert.deepEqual([code, out], [2, ""]);
    assert.match(err, /^[^\n]+\n$/);
    return err;
  };
  assert.match(await refused(["--page", "javascript:alert(1)"]), /--page javascript:alert\(1\)/);
  assert.match(await refused(["bankpay-transfer", "x"]), /x/);
  assert.equal((await run(["no-such-guide"])).code, 2);
  await assert.rejects(run(["--pages", "x"]), { code: "ERR_PARSE_ARGS_UNKNOWN_OPTION" });
  assert.deepEqual(readdirSync(folder), before);
});
