import assert from "node:assert/strict";
import { test } from "node:test";
import type { Io } from "../../src/cli/command.ts";
import { width } from "../../src/report/columns.ts";
import { runGuide } from "./_run.ts";
import { brokenGuide, smallGuide } from "./broken-guide.ts";

const run = (argv: string[], lang: Io["lang"] = "en") => runGuide(argv, lang);

const today = ["--today", "2026-11-23"];

test("lint: 0 where nothing is wrong", async () => {
  assert.deepEqual(await run(["lint", smallGuide, ...today]), {
    code: 0,
    out: "small@2026.10: 0 errors, 0 warnings, 0 notes\n",
    err: "",
  });
});

test("lint: notes alone leave 0; errors and warnings give 1", async () => {
  const note = { file: "files.yaml", from: "    source", to: "    printed: C:\\W\n    source" };
  assert.equal((await run(["lint", brokenGuide(note), ...today])).code, 0);
  const old = await run(["lint", smallGuide, "--today", "2027-10-02"]);
  assert.equal(old.code, 1);
  assert.match(old.out, /0 errors, 9 warnings, 0 notes\n$/);
});

test("lint --json: one document, both languages, nothing else", async () => {
  const { code, out, err } = await run(["lint", "bankpay-transfer@2018.11", "--json", ...today]);
  assert.deepEqual([code, err], [1, ""]);
  const { schema, guides } = JSON.parse(out);
  assert.equal(schema, "jochi.lint/1");
  assert.equal(guides[0].error, 2);
  const problem = guides[0].problems.find(({ rule }: { rule: string }) => rule === "unopened-host");
  assert.deepEqual(Object.keys(problem), ["file", "line", "column", "rule", "severity", "message"]);
  assert.match(problem.message.ko, /endpoints에 여는 줄이 없습니다/);
});

test("lint without a name takes every guide, in the user's language", async () => {
  const { out } = await run(["lint", ...today], "ko");
  assert.match(out, /오류 unopened-host:\n {4}www\.bankpay\.or\.kr:7443을 쓰지만/);
});

test("lint: every line fits, help in 80 columns and findings in 100", async () => {
  for (const lang of ["ko", "en"] as const) {
    const widest = (text: string) => Math.max(...text.split("\n").map(width));
    assert.ok(widest((await run(["--help"], lang)).out) <= 80);
    assert.ok(widest((await run(["lint", "bankpay-transfer", ...today], lang)).out) <= 100);
  }
});

test("lint: everything that is wrong with the form of every file, each on its line", async () => {
  const broken = brokenGuide(
    { file: "endpoints.yaml", from: "port: 443", to: "port: 70000" },
    { file: "endpoints.yaml", from: "    required: true", to: "    requird: true" },
    { file: "remedies.yaml", from: "owner: user", to: "owner: usr" },
    { file: "causes.yaml", from: "causes:", to: "causes: [" },
  );
  const { code, out, err } = await run(["lint", broken], "ko");
  assert.deepEqual([code, out], [2, ""]);
  const lines = err.trimEnd().split("\n");
  const say = ["70000, 필요: 65535 이하", '"requird".+"required"', "causes.yaml", '"usr", 필요'];
  assert.equal(lines.length, say.length);
  for (const [at, words] of say.entries()) assert.match(lines[at]!, new RegExp(words));
});

test("lint: twenty problems of a file are told, the rest counted", async () => {
  const rows = Array.from({ length: 30 }, (_, at) => `  - entry${at}: x`).join("\n");
  const broken = brokenGuide({ file: "files.yaml", from: "files:", to: `files:\n${rows}` });
  const { code, err } = await run(["lint", broken]);
  const lines = err.trimEnd().split("\n");
  assert.equal(code, 2);
  assert.equal(lines.length, 21);
  assert.match(lines[20]!, /^jochi guide: \d+ more places are wrong$/);
});

test("2 and one clear line for a bad guide, a bad name and a bad day", async () => {
  const broken = brokenGuide({ file: "sites.yaml", from: "sites:", to: "sites: [" });
  for (const argv of [["lint", broken], ["lint", "nope"], ["show", "nope"], ["frob"], ["show"]]) {
    const { code, out, err } = await run(argv);
    assert.deepEqual([code, out], [2, ""], argv.join(" "));
    assert.match(err, /^jochi guide: [^\n]+\n$/, argv.join(" "));
  }
  const { code, err } = await run(["lint", "--today", "2026-02-30"], "ko");
  assert.equal(code, 2);
  assert.match(err, /--today 2026-02-30: YYYY-MM-DD/);
});

test("list and show", async () => {
  assert.match((await run(["list"])).out, /^bankpay-transfer@2018\.11 {2}/m);
  const shown = JSON.parse((await run(["show", "bankpay-transfer@2018.11", "--json"])).out);
  assert.equal(shown.endpoints.length, 7);
  const schema = JSON.parse((await run(["schema", "sites"])).out);
  assert.equal(schema.type, "object");
});
