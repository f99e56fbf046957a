import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, mock, test } from "node:test";
import { importGuide } from "../../src/cli/guide/import.ts";
import { newGuide } from "../../src/cli/guide/new.ts";
import { guideCommand } from "../../src/cli/guide.ts";
import { Refusal } from "../../src/cli/refusal.ts";
import { diagnose } from "../../src/doctor/diagnose.ts";
import { kinds } from "../../src/guide/files.ts";
import { lintGuide } from "../../src/guide/lint.ts";
import { loadGuide } from "../../src/guide/load.ts";
import { worldOf } from "../../src/lab/world-of.ts";
import { memoryMachine } from "../../src/machine/memory.ts";
import { publishedList } from "./import/published-list.ts";
import { printed } from "./import-text/_draft.ts";

const place = mkdtempSync(join(tmpdir(), "jochi-new-"));
after(() => rmSync(place, { recursive: true }));

/** Half past eight in the morning of the 27th in Korea, whatever day it is where this runs. */
const now = Date.parse("2026-11-26T23:30:00Z");

async function call(run: typeof newGuide, argv: string[]) {
  mock.timers.enable({ apis: ["Date"], now });
  try {
    return await called(run, argv);
  } finally {
    mock.timers.reset();
  }
}

async function called(run: typeof newGuide, argv: string[]) {
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

test("an edition has a month of the year, and nothing was retrieved on a day still to come", async () => {
  for (const edition of ["2026.99", "2026.13", "2026.0", "2026.00", "2026.", "26.1"]) {
    await assert.rejects(call(newGuide, ["x-1", "--edition", edition]), /month 01 to 12/, edition);
  }
  for (const edition of ["2026.9", "2026.09", "2026.12", "2026"]) {
    assert.equal((await call(newGuide, ["months", "--edition", edition])).code, 0);
    assert.equal(loadGuide(join(place, "months", edition), { cache: false }).edition, edition);
  }
  const file = join(place, "months/2026.9/guide.yaml");
  writeFileSync(file, readFileSync(file, "utf8").replace('"2026.9"', '"2026.99"'));
  assert.throws(() => lintGuide(join(place, "months/2026.9"), { today: "2026-11-26" }), /YYYY\.MM/);
  for (const day of ["9999-12-31", "2026-11-29"]) {
    await assert.rejects(call(newGuide, ["x-1", "--retrieved", day]), /still to come/);
    await assert.rejects(call(importGuide, ["m365", "x", "--retrieved", day]), /still to come/);
  }
});

test("today is the PC's own day for every subcommand", async () => {
  const zone = process.env.TZ;
  try {
    for (const [name, day] of [
      ["Asia/Seoul", "2026-11-27"],
      ["America/New_York", "2026-11-26"],
    ] as const) {
      process.env.TZ = name;
      for (const what of ["lint", "status"]) {
        const run: typeof newGuide = async (argv, io) => guideCommand.run(argv, io);
        const { out } = await call(run, [what, "bankpay-transfer@2018.11", "--json"]);
        assert.equal(JSON.parse(out).today, day, `${what} in ${name}`);
      }
      const own = `${name.replace("/", "-").toLowerCase()}`.replace("_", "-");
      assert.equal((await call(newGuide, [own, "--retrieved", day])).code, 0);
    }
  } finally {
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
  }
});

test("the name of a file cannot steer a terminal from within the guide", async () => {
  const name = "a\u001b[31m\nid: evil\u202e.json";
  writeFileSync(join(place, name), JSON.stringify(publishedList(1), null, 2));
  writeFileSync(join(place, `${name}.txt`), printed);
  for (const [importer, file] of [
    ["m365", name],
    ["text", `${name}.txt`],
  ] as const) {
    const output = `named-${importer}`;
    const { out } = await call(importGuide, [importer, join(place, file), "--output", output]);
    assert.doesNotMatch(out, /[^\P{C}\n]/u);
    const text = readFileSync(join(place, output, "guide.yaml"), "utf8");
    assert.doesNotMatch(text, /[^\P{C}\n]|\\u001b|\\u202e|\\n/u);
    const { sources } = loadGuide(join(place, output), { cache: false });
    assert.match(JSON.stringify(sources), /a \[31m id: evil \.json/);
  }
});

test("whatever would be too long for a guide is refused, and nothing is written", async () => {
  const rows = Array.from({ length: 2_900 }, (_, at) => {
    const address = `10.${at >> 8}.${at & 255}.1`;
    const ports = Array.from({ length: 30 }, (_, each) => 9_000 + each);
    return `g${at}\th${at}.example.net\t${address}\t${ports}\n`;
  });
  const long = join(place, "long.txt");
  writeFileSync(long, `${printed}\n구분\tURL\tIP\tPort\n${rows.slice(0, 2_800).join("")}`);
  const argv = ["text", long, "--output", "long"];
  await assert.rejects(
    call(importGuide, argv),
    /bytes of endpoints\.yaml, expected at most 2097152/,
  );
  assert.equal(readdirSync(place).includes("long"), false);
});

test("of a kind with very many notes the first are told, and how many more there are", async () => {
  const broken = Array.from({ length: 1_000 }, (_, at) => ({
    ...publishedList(0)[0],
    id: at,
    urls: 1,
  }));
  const list = join(place, "broken.json");
  writeFileSync(list, JSON.stringify([...publishedList(0), ...broken], null, 2));
  const argv = ["m365", list, "--output", "broken"];
  const { code, out } = await call(importGuide, argv);
  assert.equal(code, 1);
  assert.equal(out.match(/ error record: record/g)?.length, 200);
  assert.match(out, /broken\.json:\d+: error record: … and 800 more of this kind/);
  assert.match(out, /errors 1000, warnings \d+, notes \d+\n$/);
  const more = JSON.parse((await call(importGuide, [...argv, "--json", "--output", "b2"])).out);
  assert.equal(more.error, 1_000);
  assert.deepEqual(
    more.notes.flatMap(({ stands }: { stands?: number }) => stands ?? []),
    [800],
  );
});
