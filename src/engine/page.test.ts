import assert from "node:assert/strict";
import { test } from "node:test";
import type { Evidence, Fact } from "../evidence/evidence.ts";
import { parseEvidence } from "../evidence/parse.ts";
import { loadGuide } from "../guide/load.ts";
import { diagnose } from "./diagnose.ts";

const guide = loadGuide("bankpay-transfer@2018.11");
const clock = { earliest: Date.UTC(2026, 10, 1), latest: Date.UTC(2040, 0, 1) };
const page = { loopback: "prompt", cookies: true, clock };

function judged(facts: [probe: string, given: Fact["with"], fact: unknown][], more: object = {}) {
  const evidence: Evidence = {
    schema: "jochi.evidence/1",
    gatheredBy: "0.1.0",
    guide: { id: guide.id, edition: guide.edition },
    platform: "browser",
    startedAt: "2026-11-26T00:00:00.000Z",
    durationMs: 5,
    incomplete: false,
    facts: facts.map(([probe, given, fact]) => ({ probe, with: given, at: 0, ms: 0, fact })),
    ...more,
  };
  const { diagnosis } = diagnose(guide, parseEvidence(JSON.stringify(evidence)));
  const check = (id: string) => diagnosis.checks.find((each) => each.id === id);
  const causes = diagnosis.findings.map(({ cause, certainty }) => `${cause} ${certainty}`);
  return { diagnosis, check, causes };
}

test("nothing passes because a page has not seen it", () => {
  const browsers = { state: "found", value: [{ id: "chrome", version: "156", default: false }] };
  const { diagnosis, causes } = judged([
    ["page", {}, page],
    ["browsers", {}, browsers],
    ["told", { question: "clock" }, { answer: "yes" }],
    ["told", { question: "program:nos" }, { answer: "yes" }],
  ]);
  const passed = diagnosis.checks.filter(({ verdict }) => verdict === "pass");
  assert.deepEqual(
    passed.map(({ id }) => id),
    ["page-cookies"],
  );
  assert.deepEqual(causes, ["browser.unsupported likely"]);
});

test("a browser that the guide serves passes", () => {
  const browsers = { state: "found", value: [{ id: "ie", version: "11", default: false }] };
  const { check, causes } = judged([["browsers", {}, browsers]]);
  assert.equal(check("internet-explorer")?.verdict, "pass");
  assert.deepEqual(causes, []);
});

test("what was told speaks for a cause and proves none", () => {
  const { causes, check } = judged([
    ["told", { question: "clock" }, { answer: "no" }],
    ["told", { question: "popup-mark" }, { answer: "yes" }],
    ["told", { question: "program:nos" }, { answer: "no" }],
    ["told", { question: "program:ipinside" }, { answer: "unknown" }],
  ]);
  assert.deepEqual(causes.sort(), [
    "clock.skew likely",
    "popup.blocked likely",
    "program.missing likely",
  ]);
  assert.equal(check("ipinside")?.verdict, "unknown");
});

test("a clock outside of what can be true is wrong for certain; inside, nothing is known", () => {
  const at = (startedAt: string) => judged([["page", {}, page]], { startedAt });
  assert.deepEqual(at("2018-11-01T00:00:00.000Z").causes, ["clock.skew confirmed"]);
  assert.deepEqual(at("2044-01-01T00:00:00.000Z").causes, ["clock.skew confirmed"]);
  assert.equal(at("2026-11-26T00:00:00.000Z").check("clock")?.verdict, "unknown");
});

test("a window that a click could not open speaks for the blocker, one by itself does not", () => {
  const tried = (clicked: string, alone: string) =>
    judged([["page", {}, { ...page, popup: { clicked, alone } }]]).causes;
  assert.deepEqual(tried("blocked", "blocked"), ["popup.blocked likely"]);
  assert.deepEqual(tried("opened", "blocked"), []);
  assert.deepEqual(tried("opened", "opened"), []);
});

test("silence of programs on the PC speaks for a cause; an answer says nothing of who gave it", () => {
  const role = guide.agents[0]!.role;
  const said = (answer: string) => judged([["page-agents", { role }, { answer }]]);
  assert.deepEqual(said("silent").causes, ["local.agent-down likely"]);
  assert.equal(said("answers").check(`agent-${role}`)?.verdict, "unknown");
  assert.deepEqual(said("unknown").causes, []);
});

test("a server that answered a page is told of, and no row passes for it", () => {
  const { diagnosis, check } = judged([
    ["page-reach", { host: "www.yessign.or.kr", port: 443 }, { answer: "answered", ms: 40 }],
    ["page-reach", { host: "pg.bankpay.or.kr", port: 443 }, { answer: "timeout", ms: 5000 }],
  ]);
  assert.equal(check("page-reach-www.yessign.or.kr:443")?.verdict, "pass");
  assert.equal(check("page-reach-pg.bankpay.or.kr:443")?.verdict, "unknown");
  assert.ok(diagnosis.endpoints.every(({ verdict }) => verdict === "insufficient"));
});

test("what the program has seen goes before what was told", () => {
  const programs = { state: "found", value: [] };
  const facts: Parameters<typeof judged>[0] = [
    ["programs", {}, programs],
    ["told", { question: "program:nos" }, { answer: "no" }],
  ];
  const { causes } = judged(facts, { platform: "windows" });
  assert.deepEqual(causes, ["program.missing confirmed"]);
});
