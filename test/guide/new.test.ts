import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { importGuide } from "../../src/cli/guide/import.ts";
import { newGuide } from "../../src/cli/guide/new.ts";
import { Refusal } from "../../src/cli/refusal.ts";
import { diagnose } from "../../src/doctor/diagnose.ts";
import { kinds } from "../../src/guide/files.ts";
import { lintGuide } from "../../src/guide/lint.ts";
import { loadGuide } from "../../src/guide/load.ts";
import { worldOf } from "../../src/lab/world-of.ts";
import { memoryMachine } from "../../src/machine/memory.ts";
import { publishedList } from "./import/published-list.ts";

const place = mkdtempSync(join(tmpdir(), "jochi-new-"));
after(() => rmSync(place, { recursive: true }));

async function call(run: typeof newGuide, argv: string[]) {
  let [out, err] = ["", ""];
  const code = await run(argv, {
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    lang: "en",
    env: {},
    cwd: place,
    signal: new AbortController().signal,
  });
  return { code, out, err };
}

test("a new guide loads, lints without an error, and is healthy in its own lab", async () => {
  const { code, out } = await call(newGuide, ["my-bank", "--retrieved", "2026-11-20"]);
  assert.equal(code, 0);
  assert.match(out, /my-bank\/2026\.11 with 11 files[\s\S]*guide lint my-bank\/2026\.11/);
  const folder = join(place, "my-bank/2026.11");
  assert.deepEqual(readdirSync(folder).sort(), kinds.map((kind) => `${kind}.yaml`).sort());
  const { problems } = lintGuide(folder, { today: "2026-11-26" });
  const found = new Set(problems.map(({ severity, rule }) => `${severity} ${rule}`));
  assert.deepEqual([...found].sort(), ["info documentation-address", "warning placeholder"]);
  const guide = loadGuide(folder, { cache: false });
  const { diagnosis } = await diagnose(memoryMachine(worldOf(guide), { seed: 1 }), guide);
  assert.deepEqual(diagnosis.findings, []);
  assert.equal(diagnosis.endpoints.length, 3);
});

test("every place that is still to be written is a warning of its own", () => {
  const folder = join(place, "my-bank/2026.11");
  const marks = readdirSync(folder).flatMap((name) =>
    readFileSync(join(folder, name), "utf8")
      .split("\n")
      .flatMap((line, at) =>
        /^[^#]*(여기에 쓰세요|write-here)/.test(line) ? [`${name}:${at + 1}`] : [],
      ),
  );
  const { problems } = lintGuide(folder, { today: "2026-11-26" });
  const told = problems
    .filter(({ rule }) => rule === "placeholder")
    .map(({ file, line }) => `${file.split("/").at(-1)}:${line}`);
  assert.deepEqual(told.sort(), marks.sort());
});

test("every file of it says in both languages what its fields are", () => {
  const folder = join(place, "my-bank/2026.11");
  for (const name of readdirSync(folder)) {
    const comments = readFileSync(join(folder, name), "utf8")
      .match(/^ *#.*$/gm)!
      .slice(1);
    assert.ok(
      comments.some((line) => /[가-힣]/.test(line)),
      name,
    );
    assert.ok(
      comments.some((line) => /^ *# [^가-힣]*[A-Za-z]{4}/.test(line)),
      name,
    );
  }
});

test("nothing is written over, and nothing is left half-written", async () => {
  const before = readdirSync(place);
  await assert.rejects(call(newGuide, ["my-bank", "--edition", "2026.11"]), /is there already/);
  await assert.rejects(call(newGuide, ["My Bank"]), Refusal);
  await assert.rejects(call(newGuide, []), Refusal);
  mkdirSync(join(place, "there"));
  await assert.rejects(call(newGuide, ["x", "--output", "there"]), /is there already/);
  writeFileSync(join(place, "file"), "");
  await assert.rejects(call(newGuide, ["x", "--output", "file/x"]), /cannot be written/);
  assert.deepEqual(readdirSync(place).sort(), [...before, "there", "file"].sort());
});

test("an import tells every note with file and line, and says by its exit code what it missed", async () => {
  const list = join(place, "list.json");
  const records = publishedList(3) as Record<string, unknown>[];
  writeFileSync(list, JSON.stringify(records, null, 2));
  const whole = await call(importGuide, ["m365", list, "--retrieved", "2026-11-20"]);
  assert.equal(whole.code, 0);
  assert.match(whole.out, /list\.json:\d+: warning widened: /);
  assert.match(whole.out, /made microsoft-365\/2026\.11 with 6 files\nerrors 0, warnings 3, /);
  records[1]!.category = "?";
  writeFileSync(list, JSON.stringify(records, null, 2));
  const argv = ["m365", list, "--json", "--output", "again", "--retrieved", "2026-11-20"];
  const part = await call(importGuide, argv);
  assert.equal(part.code, 1);
  const report = JSON.parse(part.out);
  assert.deepEqual(
    [report.schema, report.guide.id, report.folder, report.error, report.notes[1].kind],
    ["jochi.import/1", "microsoft-365", "again", 1, "record"],
  );
  await assert.rejects(call(importGuide, argv), /is there already/);
  await assert.rejects(call(importGuide, ["word", list]), /m365, text/);
  await assert.rejects(call(importGuide, ["m365", join(place, "no.json")]), /cannot be read/);
  await assert.rejects(call(importGuide, ["m365", list, "--retrieved", "26-11"]), /YYYY-MM-DD/);
});
