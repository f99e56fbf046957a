import assert from "node:assert/strict";
import { mkdirSync, readdirSync, truncateSync } from "node:fs";
import { join } from "node:path";
import { before, describe, it } from "node:test";
import type { Evidence } from "../../src/evidence/evidence.ts";
import { run, shell } from "../house/_run.ts";
import { command, folder, gather, langs, put } from "./_evidence.ts";
import { assertKorean, assertRefused, steering } from "./_refused.ts";

const where = folder();
const good = await gather(["tcp.drop", "local.agent-down"]);
const text = JSON.stringify(good);
const first = good.facts[0]!;
const change = (more: object) => JSON.stringify({ ...good, ...more });
const fact = (more: object) => change({ facts: [{ ...first, ...more }] });
const row = { host: "a.example", address: "192.0.2.1", port: 80, protocol: "http" };
const rowFact = (given: object, seen?: object) =>
  fact({ probe: "row", with: { ...row, ...given }, fact: { tcp: { ...tcp, ...seen } } });
const tcp = { outcome: "ok", attempts: 1, ms: 1 };

const broken: [what: string, text: string, says: RegExp][] = [
  ["an empty file", "", /: 1:1: /],
  ["blanks only", " \n\n ", /: 3:2: /],
  ["half of a file", text.slice(0, text.length / 2), /: 1:\d+: /],
  ["a missing end", text.slice(0, -1), /: 1:\d+: /],
  ["two documents", `${text}\n${text}`, /: 2:1: /],
  ["no JSON", "<!doctype html>", /: 1:1: .*doctype/],
  ["another file's bytes", "\u0000\u0001\u0002", /: 1:1: .*u0000/],
  ["a byte order mark", `\ufeff${text}`, /: 1:1: .*ufeff/],
  ["a comma too many", '{"schema": "jochi.evidence/1",}', /: 1:31: /],
  ["a comma too few", '{"schema": "jochi.evidence/1" "guide": 1}', /: 1:31: /],
  ["a comment", '{\n// hello\n"a": 1}', /: 2:1: /],
  ["NaN", text.replace(/"durationMs":\d+/, '"durationMs":NaN'), /: 1:\d+: /],
  ["Infinity", text.replace(/"durationMs":\d+/, '"durationMs":-Infinity'), /: 1:\d+: /],
  ["a number without end", text.replace(/"durationMs":\d+/, '"durationMs":1e999'), /durationMs: /],
  ["a number with a zero before it", '{"a": 01}', /: 1:8: /],
  ["an escape that is none", '{"a": "\\x1b"}', /: 1:8: /],
  ["a line break in a string", '{"a": "\n"}', /: 1:8: /],
  ["a bracket that closes another", '{"a": [1}}', /: 1:9: /],
  ["deep lists", "[".repeat(100_000), /: 1:33: .*32/],
  ["deep objects", '{"a":'.repeat(100_000), /: 1:161: .*32/],
  ["a million facts", `{"facts":[${"{},".repeat(1_000_000)}{}]}`, /10001.*10000/],
  ["many keys", `{${Array.from({ length: 20_000 }, (_, at) => `"${at}":0`)}}`, /: 1:\d+: .*10001/],
  ["one key twice", text.replace("{", '{"schema":"x",'), /: schema: /],
  ["one key twice in hiding", '{"a": 1, "\\u0061": 2}', /: a: /],
  ["__proto__", text.replace('"with":{', '"with":{"__proto__":{},'), /facts\[0\]\.with\.__proto__/],
  ["__proto__ in hiding", '{"\\u005f_proto__": {"polluted": 1}}', /: __proto__: /],
  ["constructor", '{"constructor": {"prototype": {}}}', /: constructor: /],
];

const wrong: [what: string, text: string, says: RegExp][] = [
  ["a list", "[]", /\(top\): /],
  ["null", "null", /\(top\): /],
  ["a string", '"evidence"', /\(top\): .*"evidence"/],
  ["another version", change({ schema: "jochi.evidence/2", more: 1 }), /: schema: .*e\/2.*e\/1/],
  ["another format", '{"schema": "jochi.report/1"}', /: schema: .*report\/1/],
  ["no version", change({ schema: undefined }), /: schema: /],
  ["a key of nobody", change({ extra: 1 }), /: extra: "?.*extra/],
  ["a key that steers", change({ "\u001b[31m\u202e": 1 }), /: \["\\u001b\[31m\\u202e"\]: /],
  ["a time that is none", change({ startedAt: "2026-02-30T00:00:00Z" }), /: startedAt: .*02-30/],
  ["a local time", change({ startedAt: "2026-02-03T00:00:00+09:00" }), /: startedAt: /],
  ["text for a number", change({ durationMs: "300" }), /: durationMs: .*"300"/],
  ["less than nothing", change({ durationMs: -1 }), /: durationMs: .*-1/],
  ["text for yes or no", change({ incomplete: "no" }), /: incomplete: .*"no"/],
  ["another kind of PC", change({ platform: "beos" }), /: platform: .*linux, windows, memory/],
  ["facts that are no list", change({ facts: {} }), /: facts: /],
  ["too many facts", change({ facts: Array(5_001).fill(first) }), /: facts: .*5001.*5000/],
  ["no guide", change({ guide: undefined }), /: guide: /],
  ["a guide that nobody knows", change({ guide: { id: "no", edition: "2018.11" } }), /no@2018/],
  ["an edition of nobody", change({ guide: { ...good.guide, edition: "1999.01" } }), /@1999\.01/],
  ["a guide that is a way", change({ guide: { id: "../..", edition: "2018.11" } }), /guide\.id: /],
  ["an edition that is a way", change({ guide: { ...good.guide, edition: "/etc" } }), /guide\.ed/],
  ["a symptom of nobody", change({ symptom: "nope" }), /nope/],
  ["a symptom that steers", change({ symptom: "\u001b[2J\u202e\n" }), /page-will-not-open|: /],
  ["a probe of nobody", fact({ probe: "exec" }), /facts\[0\]\.probe: "?.*"exec"/],
  ["a probe of everybody's", fact({ probe: "toString" }), /facts\[0\]\.probe: /],
  ["a fact that is another's", fact({ probe: "row" }), /facts\[0\]\.with/],
  ["a port beyond", rowFact({ port: 70_000 }), /facts\[0\]\.with\.port: .*70000.*65535/],
  ["half a port", rowFact({ port: 80.5 }), /facts\[0\]\.with\.port: .*80\.5/],
  ["a name without end", rowFact({ host: "x".repeat(300) }), /facts\[0\]\.with\.host: .*x….*253/],
  ["an outcome of nobody", rowFact({}, { outcome: "slow" }), /facts\[0\]\.fact\.tcp\.outcome: /],
  ["a state of nobody", fact({ fact: { state: "maybe" } }), /fact\.state: .*maybe.*found, absent/],
  ["a question of nobody", fact({ with: { deep: [[undefined, {}]] } }), /facts\[0\]\.with/],
  ["an error that is a tree", fact({ error: { stack: [] } }), /facts\[0\]\.error: /],
];

describe("evidence that cannot be judged", () => {
  for (const [what, content, says] of [...broken, ...wrong]) {
    it(`${what}: one line in either language`, async () => {
      const file = put(where, "evidence.json", content);
      const [ko, en] = await Promise.all(langs.map((lang) => command(["--evidence", file], lang)));
      assertRefused(ko!, what, says);
      assertRefused(en!, what, says);
      assertKorean(ko!.err);
      assert.match(ko!.err, /^jochi: [^ ]*evidence\.json: [^ ]+: 발견: .+, 필요: .+\n$/);
      assert.doesNotMatch(en!.err, /[가-힣]/);
    });
  }

  it("says what a whole process says, and writes nothing", async () => {
    const target = join(where, "page.html");
    for (const what of ["half of a file", "__proto__ in hiding", "a million facts"]) {
      const file = put(where, "evidence.json", broken.find(([name]) => name === what)![1]);
      const before = readdirSync(where);
      const args = ["--evidence", file, "--html", target];
      const ended = await run(["diagnose", ...args]);
      assertRefused(ended, what);
      assert.equal(ended.err, (await command(args, "ko")).err);
      assert.deepEqual(readdirSync(where), before);
    }
  });
});

describe("evidence wherever it is wrong", () => {
  /** Every place of one fact of each kind, and of the file around them. */
  const sample: Evidence = {
    ...good,
    facts: [...new Map(good.facts.map((one) => [one.probe, one])).values()],
  };
  const places = (value: unknown): (string | number)[][] => {
    if (value === null || typeof value !== "object") return [[]];
    // Of a list inside a fact its beginning is enough.
    const most = value === sample.facts ? sample.facts.length : 2;
    const keys = Array.isArray(value) ? [...value.keys()].slice(0, most) : Object.keys(value);
    const inner = keys.flatMap((key) =>
      places(Reflect.get(value, key)).map((path) => [key, ...path]),
    );
    return [[], ...inner];
  };
  const changed = (path: (string | number)[], value: unknown): string => {
    const copy: unknown = structuredClone(sample);
    const last = path.at(-1)!;
    const holder = path
      .slice(0, -1)
      .reduce<unknown>((at, key) => Reflect.get(at as object, key), copy);
    Reflect.set(holder as object, last, value);
    return JSON.stringify(copy);
  };

  it("is refused in one line, or judged without a word", async () => {
    let refused = 0;
    const all = places(sample).filter((path) => path.length > 0);
    assert.ok(all.length > 150, `${all.length} places`);
    for (const path of all) {
      for (const value of [null, true, -1, "\u001b[31m\u202e", [], {}, [[[]]], 1e300]) {
        const file = put(where, "evidence.json", changed(path, value));
        const ended = await command(["--evidence", file], "ko");
        const what = `${path.join(".")} = ${JSON.stringify(value)}`;
        if (ended.code === 2 && ended.out === "") {
          refused += 1;
          assertRefused(ended, what);
          assertKorean(ended.err);
        } else {
          assert.match(ended.err, ended.code === 2 ? /^jochi: [^\n]+\n$/ : /^$/, what);
          assert.doesNotMatch(ended.out, steering, what);
        }
      }
    }
    assert.ok(refused > all.length * 4, `${refused} of ${all.length * 8}`);
  });
});

describe("files that are no evidence at all", () => {
  before(() => {
    mkdirSync(join(where, "folder"));
    put(where, "sparse", "");
    truncateSync(join(where, "sparse"), 64 * 1_073_741_824);
  });
  const files: [what: string, file: string, says: RegExp][] = [
    ["64 GiB of nothing", join(where, "sparse"), /68719476736.*8388608/],
    ["a folder", join(where, "folder"), /folder/],
    ["zeros without end", "/dev/zero", /\/dev\/zero/],
    ["nothing without end", "/dev/null", /\/dev\/null/],
    ["a file of the kernel", "/proc/self/maps", /: 1:\d+: /],
    ["a name inside a file", join(where, "sparse", "x"), /ENOTDIR/],
  ];
  for (const [what, file, says] of files) {
    it(what, async () => {
      const ended = await run(["diagnose", "--evidence", file]);
      assertRefused(ended, what, says);
      assertKorean(ended.err);
    });
  }

  it("a pipe, whether somebody writes or not, holds nothing up", async () => {
    const pipe = join(where, "pipe");
    const env = { F: pipe };
    assertRefused(await shell('mkfifo "$F"; ./jochi diagnose --evidence "$F"', env), "nobody");
    assertRefused(await shell("./jochi diagnose --evidence <(sleep 5)"), "silent");
    assertRefused(
      await shell("sleep 5 | ./jochi diagnose --evidence /dev/stdin"),
      "standard input",
    );
  });
});
