import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { test } from "node:test";
import { rules } from "../../src/guide/lint/rules.ts";
import { lintGuide } from "../../src/guide/lint.ts";
import { brokenGuide, type Change, smallGuide } from "./broken-guide.ts";

/** `file:line:column severity rule: words`, in the order of the files. */
function problems(nameOrPath: string, today = "2026-11-23"): string[] {
  return lintGuide(nameOrPath, { today }).problems.map(
    ({ file, line, column, severity, rule, words }) =>
      `${basename(file)}:${line}:${column} ${severity} ${rule}: ${words.en}`,
  );
}

/** One rule broken in one place of the small guide, and every line that lint then prints. */
interface Case extends Change {
  rule: string;
  lines: string[];
}

const cases = JSON.parse(
  readFileSync(new URL("lint-cases.json", import.meta.url), "utf8"),
) as Case[];

test("the small guide is clean", () => assert.deepEqual(problems(smallGuide), []));

for (const { rule, lines, ...change } of cases) {
  test(`${rule}: ${change.to.trim().split("\n")[0]}`, () => {
    assert.deepEqual(problems(brokenGuide(change)), lines);
    assert.ok(
      lines.some((line) => line.includes(` ${rule}: `)),
      "the case does not break its rule",
    );
  });
}

test("every rule has a case", () => {
  const tried = new Set(cases.map(({ rule }) => rule));
  assert.deepEqual(
    rules.map(({ id }) => id).filter((id) => !tried.has(id)),
    [],
  );
});

test("rule files, ids and the list of rules agree", () => {
  const ids = rules.map(({ id }) => id);
  assert.deepEqual(ids, [...ids].sort());
  for (const id of ids) {
    const source = readFileSync(new URL(`../../src/guide/lint/${id}.ts`, import.meta.url), "utf8");
    assert.ok(source.includes(`id: "${id}"`), id);
  }
});

test("all that a rule may say is said in both languages, with the same gaps", () => {
  const gaps = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(String).sort();
  for (const { id, title, messages } of rules) {
    for (const { ko, en } of [title, ...Object.values(messages)]) {
      assert.match(ko, /[가-힣]/, id);
      assert.deepEqual(gaps(ko), gaps(en), id);
    }
  }
});

test("the printed edition shows two unopened hosts, its age, and one expired certificate", () => {
  const lines = problems("bankpay-transfer@2018.11");
  const of = (rule: string) => lines.filter((line) => line.includes(` ${rule}: `));
  const unopened = "is used here, and no row of endpoints opens it";
  const found = of("unopened-host").map((line) => line.replace(/^(\w+\.yaml):\d+/, "$1"));
  assert.deepEqual(found, [
    `sites.yaml:14 error unopened-host: *.lgcns.com ${unopened}`,
    `programs.yaml:12 error unopened-host: www.bankpay.or.kr:7443 ${unopened}`,
  ]);
  assert.match(of("expired-certificate").join("\n"), /^certificates.yaml:45:19 .*Thawte[^\n]*$/);
  assert.match(of("printed-path").join("\n"), /^files.yaml:10:14 info /);
  assert.equal(of("ambiguous-certificate").length, 1);
  const rest = lines.filter((line) => !line.includes(" verified-on: verified on "));
  assert.equal(rest.length, 5);
  assert.equal(lines.filter((line) => line.includes(" error ")).length, 2);
});
