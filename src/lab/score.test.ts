import assert from "node:assert/strict";
import { test } from "node:test";
import type { Diagnosis, EndpointResult, Finding } from "../evidence/report.ts";
import type { Verdict } from "../evidence/verdict.ts";
import type { Expected, ExpectedFinding } from "./expected.ts";
import { findingsDiffer, precisionOf, recallOf, scoreRows, scoreWorld } from "./score.ts";

function row(
  address: string,
  verdict: Verdict,
  tcp: Verdict | "not-tested" = "ok",
): EndpointResult {
  return {
    host: "h",
    address,
    port: 443,
    protocol: "https",
    group: "g",
    documented: true,
    verdict,
    layers: { name: "ok", tcp, tls: "not-tested", app: "not-tested" },
    because: [],
    ms: 1,
  };
}

function finding(cause: string, ...subjects: string[]): Finding {
  const overturnedBy = { key: "x" };
  const rest = { certainty: "confirmed", owner: "network", explains: [], because: [] } as const;
  return { cause, subjects, overturnedBy, remedies: [], ...rest, explains: [], because: [] };
}

function diagnosis(endpoints: EndpointResult[], findings: Finding[] = []): Diagnosis {
  const guide = { id: "g", edition: "2018" };
  return { guide, startedAt: "", durationMs: 0, endpoints, checks: [], findings, plan: [] };
}

const expecting = (rows: Expected["rows"], ...findings: Expected["findings"]): Expected => ({
  rows,
  findings,
});

test("a parent is half an answer, a sister is half wrong, silence claims nothing", () => {
  const expected = expecting({ "h|1:443": "tcp.drop" });
  const score = (verdict: Verdict) => {
    const result = scoreRows(expected, diagnosis([row("1", verdict)]));
    return [precisionOf(result), recallOf(result), result.deeper.length];
  };
  assert.deepEqual(score("tcp.drop"), [1, 1, 0]);
  assert.deepEqual(score("tcp"), [1, 0.5, 0]);
  assert.deepEqual(score("tcp.reject"), [0.5, 0.5, 0]);
  assert.deepEqual(score("tls.reset"), [0, 0, 0]);
  assert.deepEqual(score("ok"), [0, 0, 0]);
  assert.deepEqual(score("insufficient"), [1, 0, 0]);
});

test("deeper than the evidence is counted", () => {
  const deeper = (truth: Verdict, said: Verdict) =>
    scoreRows(expecting({ "h|1:443": truth }), diagnosis([row("1", said)])).deeper.length;
  assert.equal(deeper("tcp", "tcp.reject"), 1);
  assert.equal(deeper("insufficient", "dns.hijack"), 1);
  assert.equal(deeper("tcp", "tcp"), 0);
  assert.equal(deeper("tcp", "tls.reset"), 0);
});

test("an expected row that nobody reports costs recall", () => {
  const result = scoreRows(expecting({ "h|2:443": "ip.drift" }), diagnosis([row("1", "ok")]));
  assert.equal(recallOf(result), 1 / 3);
  assert.deepEqual(result.wrong, [{ row: "h|2:443", expected: "ip.drift", got: "no such row" }]);
});

const seen = { cause: "tcp.drop", subjects: ["h|1:443"] };
const covered: ExpectedFinding = { cause: "tls.expired", subjects: ["h|1:443"], hidden: true };

test("a hidden fault counts where the visible one is named and its rows were not tested", () => {
  const expected = expecting({ "h|1:443": "tcp.drop" }, seen, covered);
  const named = diagnosis([row("1", "tcp.drop", "tcp.drop")], [finding("tcp.drop", "h|1:443")]);
  const score = scoreWorld(expected, named);
  assert.deepEqual([score.found.length, score.hidden.length, score.missed.length], [1, 1, 0]);
  const silent = scoreWorld(expected, diagnosis([row("1", "tcp.drop", "tcp.drop")]));
  assert.deepEqual([silent.hidden.length, silent.missed.length], [0, 2]);
});

test("what was not put in is extra; what is ruled out is not found", () => {
  const expected = expecting({ "h|1:443": "tcp.drop" }, seen);
  const findings = [finding("tcp.drop", "h|2:443"), finding("dns.hijack", "h|1:443")];
  const score = scoreWorld(expected, diagnosis([row("1", "tcp.drop")], findings));
  assert.deepEqual([score.found.length, score.missed.length, score.extra.length], [0, 1, 2]);
  assert.match(score.missed[0]?.why ?? "", /h\|1:443 is tcp\.drop/);
  const ruledOut = { ...finding("tcp.drop", "h|1:443"), certainty: "ruled-out" } as const;
  assert.equal(scoreWorld(expected, diagnosis([], [ruledOut])).found.length, 0);
});

test("exact means the same causes on the same rows in no more pieces", () => {
  const both = { cause: "tcp.drop", subjects: ["h|1:443", "h|2:443"] };
  const expected = expecting({}, both);
  const differ = (...findings: Finding[]) =>
    findingsDiffer(expected, diagnosis([], findings)).length;
  assert.equal(differ(finding("tcp.drop", "h|1:443", "h|2:443")), 0);
  assert.equal(differ(finding("tcp.drop", "h|1:443", "h|2:443", "clock")), 0);
  assert.equal(differ(finding("tcp.drop", "h|1:443")), 1);
  assert.equal(differ(finding("tcp.drop", "h|1:443"), finding("tcp.drop", "h|2:443")), 1);
  assert.equal(differ(finding("tcp.drop", "h|1:443", "h|2:443", "h|3:443")), 1);
  assert.equal(differ(), 1);
});
