import assert from "node:assert/strict";
import { test } from "node:test";
import type { Io } from "../../src/cli/command.ts";
import { codeOf } from "../../src/cli/guide/status.ts";
import { ageOf, lastDay } from "../../src/guide/age.ts";
import { agesOf, daysAfter } from "../../src/guide/ages.ts";
import { lintGuide } from "../../src/guide/lint.ts";
import { loadGuide } from "../../src/guide/load.ts";
import { runGuide } from "./_run.ts";
import { brokenGuide, type Change, smallGuide } from "./broken-guide.ts";

test("a fact is due after a year, or after its day of review where it has one", () => {
  const verifiedOn = "2025-11-26";
  assert.equal(ageOf({ verifiedOn }, "2026-11-26"), "current");
  assert.equal(ageOf({ verifiedOn }, "2026-11-27"), "due");
  assert.equal(ageOf({ verifiedOn, reviewBy: "2030-01-01" }, "2029-12-31"), "current");
  assert.equal(ageOf({ verifiedOn, reviewBy: "2026-01-01" }, "2026-01-01"), "current");
  assert.equal(ageOf({ verifiedOn, reviewBy: "2026-01-01" }, "2026-01-02"), "due");
  assert.equal(ageOf({ verifiedOn: "2024-02-29" }, "2025-02-28"), "current");
  assert.equal(ageOf({ verifiedOn: "2024-02-29" }, "2025-03-01"), "due");
});

test("expired is said before due, and both before never verified", () => {
  const expires = "2026-01-31";
  assert.equal(ageOf({ expires, reviewBy: "2026-01-01" }, "2026-01-31"), "due");
  assert.equal(ageOf({ expires, reviewBy: "2026-01-01" }, "2026-02-01"), "expired");
  assert.equal(ageOf({}, "2026-01-01"), "unverified");
  assert.equal(ageOf({ expires }, "2026-01-01"), "unverified");
});

test("the last day is the earlier of the two; on it a fact is current, on the next it is not", () => {
  for (const fact of [
    { verifiedOn: "2025-05-05" },
    { verifiedOn: "2025-05-05", reviewBy: "2028-02-29" },
    { verifiedOn: "2025-05-05", expires: "2025-12-31" },
    { verifiedOn: "2025-05-05", reviewBy: "2025-06-01", expires: "2025-12-31" },
  ]) {
    const last = lastDay(fact)!;
    assert.equal(ageOf(fact, last), "current", last);
    assert.notEqual(ageOf(fact, daysAfter(last, 1)), "current", last);
  }
  assert.equal(lastDay({}), undefined);
});

test("lint and status mean the same year", () => {
  for (const today of ["2026-11-01", "2019-11-01", "2019-11-02", "2027-05-05"]) {
    const lint = lintGuide("bankpay-transfer@2018.11", { today }).problems;
    const old = lint.filter(({ words }) => words.en.includes("more than a year ago"));
    const counted = old.map(({ words }) => Number(/\((\d+) in this file\)/.exec(words.en)![1]));
    const ages = agesOf(loadGuide("bankpay-transfer@2018.11"), today);
    const due = ages.filter(({ state }) => state === "due");
    assert.equal(
      counted.reduce((sum, count) => sum + count, 0),
      due.length,
      today,
    );
  }
});

const run = (argv: string[], lang: Io["lang"] = "ko") => runGuide(argv, lang);

const site = (to: string): Change => ({
  file: "sites.yaml",
  from: "    verifiedOn: 2026-10-01\n",
  to,
});
const asked = {
  file: "guide.yaml",
  from: "service: { ko: 시험 결제, en: A test payment }",
  to: `service: { ko: 시험 결제, en: A test payment }
openQuestions:
  - id: which
    text: { ko: 어느 서버인가요, en: Which host is it? }
    asks: { ko: 제공사, en: The provider }
    about: [bank]
    since: 2026-11-01`,
};

test("status: 0 where nothing is due, and what will be within 90 days", async () => {
  const now = await run(["status", smallGuide, "--today", "2026-11-26"]);
  assert.deepEqual(now, {
    code: 0,
    out: "small@2026.10 · 2026-11-26 기준\n지금 다시 확인할 것이 없습니다.\n",
    err: "",
  });
  const later = await run(["status", smallGuide, "--today", "2027-07-04"]);
  assert.equal(later.code, 0);
  assert.match(
    later.out,
    /\n\n앞으로 90일 안에 때가 됨: \d+곳\n {2}.*endpoints.yaml:2: 방화벽 묶음 ‘결제’, 2026-10-01 확인\n/,
  );
  assert.equal((await run(["status", smallGuide, "--today", "2027-07-01"])).code, 0);
});

test("status: what is due, soonest first, with its place and in words", async () => {
  const folder = brokenGuide(site("    verifiedOn: 2020-01-01\n    reviewBy: 2021-01-01\n"), asked);
  const { code, out } = await run(["status", folder, "--today", "2026-11-26"]);
  assert.equal(code, 1);
  const lines = out.replaceAll(folder, "…").split("\n");
  assert.deepEqual(lines, [
    "small@2026.10 · 2026-11-26 기준",
    "",
    "다시 확인할 때가 지남: 1곳",
    "  …/sites.yaml:2: 신뢰할 수 있는 사이트 ‘*.bank.kr’, 2020-01-01 확인, 2021-01-01까지 다시 확인",
    "",
    "답을 기다리는 질문: 1개",
    "  …/guide.yaml:9: 어느 서버인가요 (물어볼 곳: 제공사, 2026-11-01부터)",
    "",
  ]);
});

test("status: an edition that another one replaces is one line, and nothing in it is due", async () => {
  const all = await run(["status", "--today", "2026-11-26"]);
  assert.match(all.out, /^bankpay-transfer@2018\.11: 2026\.11이 대신함$/m);
  assert.doesNotMatch(all.out, /bankpay-transfer[\\/]2018\.11/);
  const { guides } = JSON.parse((await run(["status", "--json", "--today", "2026-11-26"])).out);
  const old = guides.find(({ edition }: { edition: string }) => edition === "2018.11");
  assert.equal(old.replacedBy, "2026.11");
  assert.ok(old.due > 0);
  const named = await run(["status", "bankpay-transfer@2018.11", "--today", "2026-11-26"]);
  assert.equal(named.code, 1);
  assert.match(named.out, /bankpay-transfer[\\/]2018\.11/);

  const told = [{ group: "due" }] as Parameters<typeof codeOf>[0][number]["told"];
  assert.equal(codeOf([{ told, replacedBy: "2026.11" }, { told: [] }]), 0);
  assert.equal(codeOf([{ told, replacedBy: "2026.11" }, { told }]), 1);
});

test("status: an open question alone is nothing that is due", async () => {
  assert.equal((await run(["status", brokenGuide(asked), "--today", "2026-11-26"])).code, 0);
});

test("status: expired and never verified have headings of their own", async () => {
  const expired = brokenGuide(site("    verifiedOn: 2026-10-01\n    expires: 2026-11-01\n"));
  const never = brokenGuide(site(""));
  const en = async (folder: string) =>
    (await run(["status", folder, "--today", "2026-11-26"], "en")).out;
  assert.match(
    await en(expired),
    /Past their last day: 1\n.*verified on 2026-10-01, true until 2026-11-01 only\n/,
  );
  assert.match(
    await en(never),
    /Never verified: 1\n.*Trusted site ‘\*\.bank\.kr’, never verified\n/,
  );
});

test("status --json: one document with day, place, state and both languages", async () => {
  const { code, out, err } = await run([
    ...["status", "bankpay-transfer@2018.11", "--json", "--today", "2026-11-26"],
  ]);
  assert.deepEqual([code, err], [1, ""]);
  const { schema, today, guides } = JSON.parse(out);
  assert.deepEqual([schema, today], ["jochi.guide-status/1", "2026-11-26"]);
  const [{ facts, due, expired, unverified, soon }] = guides;
  assert.deepEqual([expired, unverified, soon, facts.length], [0, 0, 0, due]);
  const pg = facts.find(({ id }: { id: string }) => id === "pg-bankpay-or-kr");
  assert.equal(pg.words.ko, "pg.bankpay.or.kr 주소, 2018-11-01 확인");
  assert.deepEqual([pg.state, pg.until, pg.line > 1], ["due", "2019-11-01", true]);
  const days = facts.map(({ until }: { until: string }) => until);
  assert.deepEqual(days, [...days].sort());
});

test("status: a bad day and a second name are refused in one line", async () => {
  for (const argv of [["--today", "2026-13-01"], [smallGuide]]) {
    const { code, out, err } = await run(["status", smallGuide, ...argv]);
    assert.deepEqual([code, out], [2, ""]);
    assert.match(err, /^jochi guide: [^\n]+\n$/);
  }
});

test("diff: 1 where something changed, in words for each audience; 0 where nothing did", async () => {
  const changed = brokenGuide({ file: "endpoints.yaml", from: "52.79.1.2", to: "52.79.1.9" });
  const { code, out } = await run(["diff", smallGuide, changed]);
  assert.equal(code, 1);
  assert.deepEqual(out.split("\n"), [
    "small@2026.10에서 small@2026.10으로 바뀌면서 달라진 것",
    "",
    "네트워크 담당자에게",
    "- 서버 ‘pay.bank.kr’: 주소에 52.79.1.9가 더해졌습니다.",
    "- 서버 ‘pay.bank.kr’: 주소에서 52.79.1.2가 빠졌습니다.",
    "- 그대로인 줄 1개, 2026-10-01 뒤로 확인되지 않음",
    "",
  ]);
  assert.equal((await run(["diff", smallGuide, changed, "--audience", "payer"])).code, 0);
  const same = await run(["diff", smallGuide, smallGuide], "en");
  assert.deepEqual(same, {
    code: 0,
    out: "small@2026.10 and small@2026.10 say the same.\n",
    err: "",
  });
});

test("diff --json: the changes as data, with their words", async () => {
  const changed = brokenGuide({ file: "endpoints.yaml", from: "52.79.1.2", to: "52.79.1.9" });
  const report = JSON.parse((await run(["diff", smallGuide, changed, "--json"])).out);
  assert.deepEqual(Object.keys(report), ["schema", "before", "after", "changes"]);
  assert.equal(report.schema, "jochi.guide-diff/1");
  assert.deepEqual(report.changes[0], {
    kind: "added",
    field: "addresses",
    after: "52.79.1.9",
    what: "endpoints",
    id: "pay",
    audience: ["network"],
    words: {
      ko: "서버 ‘pay.bank.kr’: 주소에 52.79.1.9가 더해졌습니다.",
      en: "Host ‘pay.bank.kr’: addresses: 52.79.1.9 was added.",
    },
  });
});

test("diff: two guides that can be read, and an audience that there is; else one line and 2", async () => {
  for (const argv of [
    [smallGuide],
    [smallGuide, "none-such"],
    [smallGuide, smallGuide, "--audience", "x"],
  ]) {
    const { code, out, err } = await run(["diff", ...argv]);
    assert.deepEqual([code, out], [2, ""], argv.join(" "));
    assert.match(err, /^jochi guide: [^\n]+\n$/);
  }
});
