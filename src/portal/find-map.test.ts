import assert from "node:assert/strict";
import { test } from "node:test";
import type { ProgressEvent } from "../doctor/diagnose.ts";
import { rowId, rowsOf } from "../guide/guide.ts";
import { loadGuide } from "../guide/load.ts";
import { countsOf, emptyMap, groupLamp, mapAfter, mapOf } from "./find-map.ts";
import { sketched } from "./stage/diagnosis.ts";

const guide = loadGuide("bankpay-transfer@2018.11");
const groups = [
  { id: "a", title: { ko: "가" }, rows: 2 },
  { id: "b", title: { ko: "나" }, rows: 1 },
];
const after = (...events: ProgressEvent[]) => events.reduce(mapAfter, emptyMap);
const row = (id: string, verdict: "ok" | "tcp.drop" | "insufficient"): ProgressEvent => ({
  type: "row",
  id,
  group: "a",
  verdict,
});

test("a row is looked at, and says nothing before somebody can tell", () => {
  const map = after({ type: "start", groups }, row("1", "insufficient"));
  assert.deepEqual(countsOf(map.groups[0]!), { waiting: 1, looked: 1, ok: 0, bad: 0, unsure: 0 });
  assert.equal(groupLamp(map.groups[0]!), "waiting");
});

test("rows turn green and red as evidence comes in, and grey when all is over", () => {
  const events: ProgressEvent[] = [{ type: "start", groups }, row("1", "ok"), row("2", "tcp.drop")];
  assert.deepEqual(after(...events).groups[0]!.rows, { 1: "ok", 2: "bad" });
  assert.equal(groupLamp(after(...events).groups[0]!), "bad");
  const over = after({ type: "start", groups }, row("1", "insufficient"), { type: "done" });
  assert.deepEqual(over.groups[0]!.rows, { 1: "unsure" });
  assert.equal(over.phase, "done");
});

test("a later word on a row replaces the earlier one", () => {
  const map = after({ type: "start", groups }, row("1", "ok"), row("1", "tcp.drop"));
  assert.deepEqual(map.groups[0]!.rows, { 1: "bad" });
});

test("a place is told while it is being found; what nobody could tell of it is grey in the end", () => {
  const pc = (stands: "looked" | "ok"): ProgressEvent => ({ type: "place", place: "pc", stands });
  const places = (...events: ProgressEvent[]) => {
    const { pc, firewall } = after({ type: "start", groups }, ...events);
    return [pc, firewall];
  };
  assert.deepEqual(places(), ["waiting", "waiting"]);
  assert.deepEqual(places(pc("looked")), ["looked", "waiting"]);
  assert.deepEqual(places(pc("looked"), pc("ok")), ["ok", "waiting"]);
  assert.deepEqual(places(pc("looked"), { type: "done" }), ["unsure", "waiting"]);
  const firewall: ProgressEvent = { type: "place", place: "firewall", stands: "bad" };
  assert.deepEqual(places(pc("ok"), firewall, { type: "done" }), ["ok", "bad"]);
});

test("a phase is told as it is", () => {
  assert.equal(after({ type: "phase", key: "separating" }).phase, "separating");
});

test("where everything answers, the firewall is green", () => {
  const { diagnosis } = sketched(guide, { checks: { lgcns: "pass" } });
  const map = mapOf(diagnosis, guide);
  assert.deepEqual([map.pc, map.firewall], ["ok", "ok"]);
  assert.ok(map.groups.every((group) => groupLamp(group) === "ok"));
});

test("what blocks is red where it is, and nowhere else", () => {
  const first = rowId(rowsOf(guide)[0]!);
  const { diagnosis } = sketched(guide, {
    rows: { [first]: "tcp.drop" },
    checks: { lgcns: "pass" },
    findings: [{ cause: "tcp.drop", owner: "network", subjects: [first] }],
  });
  const map = mapOf(diagnosis, guide);
  assert.deepEqual([map.pc, map.firewall], ["ok", "bad"]);
});

test("what is wrong on the PC is not put down to the firewall", () => {
  const { diagnosis } = sketched(guide, {
    checks: { lgcns: "fail" },
    findings: [{ cause: "site.not-trusted", owner: "user", subjects: ["lgcns"] }],
  });
  assert.deepEqual([mapOf(diagnosis, guide).pc, mapOf(diagnosis, guide).firewall], ["bad", "ok"]);
});

test("nobody can tell is neither green nor red", () => {
  const first = rowId(rowsOf(guide)[0]!);
  const { diagnosis } = sketched(guide, {
    rows: { [first]: "insufficient" },
    checks: { lgcns: "unknown" },
  });
  assert.deepEqual(
    [mapOf(diagnosis, guide).pc, mapOf(diagnosis, guide).firewall],
    ["unsure", "unsure"],
  );
  // A cause that is only possible is no accusation.
  const guess = sketched(guide, {
    findings: [{ cause: "tcp.drop", owner: "network", certainty: "possible" }],
  });
  assert.equal(mapOf(guess.diagnosis, guide).firewall, "ok");
});
