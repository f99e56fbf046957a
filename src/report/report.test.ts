import assert from "node:assert/strict";
import { test } from "node:test";
import type { Diagnosis } from "../evidence/report.ts";
import type { Guide } from "../guide/guide.ts";
import { strictWords } from "../text/say.ts";
import { langs } from "../text/words.ts";
import { width } from "./columns.ts";
import { cases } from "./fixtures/cases.ts";
import { guide } from "./fixtures/guide.ts";
import { reportHtml } from "./html.ts";
import { type Report, reportJson } from "./json.ts";
import { reportText } from "./text.ts";

strictWords();

/** The same value with every string changed; closed words, ids and keys stay what they are. */
function everyString<T>(value: T, change: (text: string) => string, key = ""): T {
  const kept = /^(key|verdict|certainty|owner|kind|protocol|name|tcp|tls|app|schema|zone)$/;
  if (typeof value === "string") return (kept.test(key) ? value : change(value)) as T;
  if (Array.isArray(value)) return value.map((each) => everyString(each, change, key)) as T;
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [name, everyString(each, change, name)]),
  ) as T;
}

const esc = "\u001b";
const steering = new RegExp(`[${esc}\u202e]`);
const attack = '<script>alert(1)</script>"\' onload="x\u001b[2J\u202e</style></pre>';
const hostile = (diagnosis: Diagnosis): [Diagnosis, Guide] => [
  {
    ...everyString(diagnosis, () => attack),
    findings: diagnosis.findings.map((finding) => ({
      ...everyString(finding, () => attack),
      cause: finding.cause,
    })),
  },
  everyString(guide, (text) => text + attack),
];

test("hostile evidence and guides reach neither the page nor the terminal", () => {
  for (const diagnosis of Object.values(cases))
    for (const lang of langs) {
      const page = reportHtml(...hostile(diagnosis), lang);
      assert.doesNotMatch(page, /<script|onload="/i);
      assert.doesNotMatch(page, steering);
      assert.equal(page.match(/<\/style>/g)?.length, 1);
      assert.equal(page.match(/<pre/g)?.length, page.match(/<\/pre>/g)?.length);
      assert.doesNotMatch(reportText(...hostile(diagnosis), lang), steering);
    }
});

test("a page needs nothing from elsewhere and names its language", () => {
  for (const lang of langs) {
    const page = reportHtml(cases["several-causes"]!, guide, lang);
    assert.match(page, new RegExp(`<html lang="${lang}">`));
    assert.match(page, /Content-Security-Policy" content="default-src &#39;none&#39;/);
    assert.doesNotMatch(page, /<(script|link|img|iframe|form)|url\(|@import|\bsrc=/);
    assert.equal(page.match(/<h1/g)?.length, 1);
    const ids = [...page.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]);
    assert.equal(new Set(ids).size, ids.length);
    for (const [, id] of page.matchAll(/aria-labelledby="([^"]+)"/g)) assert.ok(ids.includes(id));
    for (const [table] of page.matchAll(/<table>[\s\S]*?<\/table>/g))
      assert.match(table, /<caption>/);
  }
});

test("no line is wider than the terminal, but for what is copied: tables and web addresses", () => {
  for (const diagnosis of Object.values(cases))
    for (const lang of langs)
      for (const columns of [40, 60, 80, 100])
        for (const line of reportText(diagnosis, guide, lang, { columns }).split("\n"))
          if (!/\d+\.\d+\.\d+\.\d+|Address|주소\(IP\)|https:/.test(line))
            assert.ok(width(line) <= columns, `${width(line)} > ${columns}: ${line}`);
});

test("colour only when asked for, and it changes nothing but colour", () => {
  for (const diagnosis of Object.values(cases)) {
    const plain = reportText(diagnosis, guide, "ko");
    const coloured = reportText(diagnosis, guide, "ko", { colour: true });
    assert.ok(!plain.includes(esc));
    assert.ok(coloured.includes(`${esc}[3`));
    assert.equal(coloured.replaceAll(new RegExp(`${esc}\\[\\d+m`, "g"), ""), plain);
  }
});

test("the verdict comes first, and says who has to act", () => {
  const first = (name: string) => reportText(cases[name]!, guide, "ko").split("\n")[0] ?? "";
  assert.match(first("healthy"), /^✓ 모두 정상/);
  assert.match(first("dropped-address"), /^✗ 방화벽.*네트워크\(방화벽\) 담당자/);
  assert.match(first("interception"), /거의 확실함.*보안 담당자/);
  assert.match(first("several-causes"), /2가지/);
  assert.match(first("possible"), /^\? 아직 확실하지 않습니다/);
  assert.match(first("unknown"), /^\? 원인을 아직 알 수 없습니다/);
});

test("what was never looked at is not called healthy", () => {
  const nothing: Diagnosis = { ...cases.healthy!, endpoints: [], checks: [] };
  assert.match(reportText(nothing, guide, "en"), /^\? The cause is not known yet/);
  const failed = cases.healthy!.checks.map((check) => ({ ...check, verdict: "fail" as const }));
  const text = reportText({ ...cases.healthy!, checks: failed }, guide, "en");
  assert.match(text, /^\? The cause is not known yet/);
});

test("the JSON has the contract's keys in the contract's order", () => {
  const json: Report = JSON.parse(reportJson(cases["several-causes"]!, guide, "ko"));
  assert.deepEqual(Object.keys(json), [
    ..."schema guide startedAt durationMs endpoints checks findings plan".split(" "),
  ]);
  assert.deepEqual(Object.keys(json.endpoints[0]!), [
    ..."host address port protocol group verdict layers because ms".split(" "),
  ]);
  assert.deepEqual(Object.keys(json.checks[0]!), ["id", "kind", "verdict", "because"]);
  assert.deepEqual(Object.keys(json.findings[0]!), [
    ..."cause certainty owner subjects explains because overturnedBy remedies".split(" "),
  ]);
  assert.deepEqual(Object.keys(json.plan[0]!), [
    ..."remedy owner steps minutes automatic".split(" "),
  ]);
  assert.match(json.plan[0]!.steps[0]!, /제어판 > 프로그램 및 기능/);
  assert.match(json.plan[0]!.steps[1]!, /nos_setup\.exe/);
});

test("a cause, remedy or group that the guide does not explain is shown by its id", () => {
  const base = cases["dropped-address"]!;
  const odd: Diagnosis = {
    ...base,
    findings: base.findings.map((finding) => ({ ...finding, cause: "toy.broken" })),
    plan: [{ remedy: "no-such", owner: "user", minutes: 1, automatic: false }],
  };
  const text = reportText(odd, guide, "en");
  assert.match(text, /toy\.broken/);
  assert.match(text, /no-such/);
  const own = { id: "toy.broken", title: { ko: "장난감 고장" }, remedies: [] };
  assert.match(reportText(odd, { ...guide, causes: [own] }, "en"), /장난감 고장/);
});
