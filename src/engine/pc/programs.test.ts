import assert from "node:assert/strict";
import { test } from "node:test";
import type { InstalledProgram, Service } from "../../evidence/pc-outcome.ts";
import { judgePrograms } from "./programs.ts";
import { agentFact, caseOf, found, guide, keys, told, unreadable } from "./stage/case.ts";

const nos: InstalledProgram = { name: "nProtect Online Security V1.0(PFS)", state: "complete" };
const ipinside: InstalledProgram = {
  name: "IPinside LWS Agent",
  version: "3.0.0.26",
  state: "complete",
};
const names = guide.programs.flatMap(({ services = [] }) => services);
const folder = "%ProgramFiles(x86)%\\INCAInternet\\nProtect Online Security";
type Fact = Parameters<typeof caseOf>[0][number];

function judge(programs: InstalledProgram[], ...more: Fact[]) {
  return judgePrograms(caseOf([["programs", found(programs)], ...more]));
}

function services(states: Record<string, Service["state"]>): Fact {
  const all = names.map((name): Service => ({ name, state: states[name] ?? "unknown" }));
  return ["services", found(all), { names }];
}

test("installed, half installed, missing", () => {
  assert.equal(told(judge([nos]), "nos"), "pass");
  const half = judge([{ ...nos, state: "half" }]);
  assert.equal(told(half, "nos"), "fail program.missing");
  assert.deepEqual(keys(half, "nos"), ["program.half"]);
  assert.equal(told(judge([{ ...nos, state: "half" }, nos]), "nos"), "pass");
  assert.deepEqual(keys(judge([]), "nos"), ["program.missing"]);
  const left = judge([], ["path", found(true), { path: folder }]);
  assert.equal(told(left, "nos"), "fail program.missing");
  assert.deepEqual(keys(left, "nos"), ["program.leftover"]);
  const gone = judge([], ["path", found(false), { path: folder }]);
  assert.deepEqual(keys(gone, "nos"), ["program.missing"]);
  const running = judge([], agentFact("nos-agent", true));
  assert.equal(told(running, "nos"), "pass");
  assert.deepEqual(keys(running, "nos"), ["as-required", "program.no-entry"]);
});

test("versions: too old, new enough, not known", () => {
  const of = (version?: string) =>
    judge([
      { ...ipinside, ...(version ? { version } : { version: undefined }) } as InstalledProgram,
    ]);
  assert.equal(told(of("3.0.0.18"), "ipinside"), "fail program.outdated");
  assert.equal(told(of("2.9"), "ipinside"), "fail program.outdated");
  assert.equal(told(of("3.0.0.19"), "ipinside"), "pass");
  assert.equal(told(of("3.0.1"), "ipinside"), "pass");
  assert.equal(told(of("3.0.0.100"), "ipinside"), "pass");
  assert.equal(told(of(), "ipinside"), "unknown");
});

test("services: one that runs is enough, and what is not known is no fault", () => {
  const cases: [Record<string, Service["state"]>, string][] = [
    [{ I3GMainSvc: "running", Interezen_service: "absent" }, "pass"],
    [{ I3GMainSvc: "absent", Interezen_service: "running" }, "pass"],
    [{ I3GMainSvc: "disabled", Interezen_service: "absent" }, "fail program.stopped managed"],
    [{ I3GMainSvc: "stopped", Interezen_service: "unknown" }, "fail program.stopped"],
    [{ I3GMainSvc: "absent", Interezen_service: "absent" }, "fail program.missing"],
    [{ I3GMainSvc: "absent" }, "pass"],
    [{}, "pass"],
  ];
  for (const [states, outcome] of cases)
    assert.equal(
      told(judge([ipinside], services(states)), "ipinside"),
      outcome,
      JSON.stringify(states),
    );
  const unread: Fact = ["services", unreadable, { names }];
  assert.equal(told(judge([ipinside], unread), "ipinside"), "pass");
  assert.equal(told(judge([{ ...ipinside, running: false }]), "ipinside"), "fail program.stopped");
});

test("a program that answers runs, whatever its service says", () => {
  const stopped = services({ nossvc: "stopped" });
  assert.equal(told(judge([nos], stopped, agentFact("nos-agent", true)), "nos"), "pass");
  assert.equal(
    told(judge([nos], stopped, agentFact("nos-agent", false)), "nos"),
    "fail program.stopped",
  );
});

test("another program is a conflict where this one does not answer, and a note where it does", () => {
  const other: InstalledProgram = { name: "IPinside Non-p Agent", state: "complete" };
  const silent = judge([ipinside, other], agentFact("ipinside-agent", false));
  assert.equal(told(silent, "ipinside"), "fail program.conflict likely");
  const fine = judge([ipinside, other], agentFact("ipinside-agent", true));
  assert.equal(told(fine, "ipinside"), "pass");
  assert.deepEqual(keys(fine, "ipinside"), ["as-required", "program.beside"]);
});

test("what could not be read is neither passed nor failed", () => {
  assert.equal(told(judgePrograms(caseOf([["programs", unreadable]])), "nos"), "unknown");
  assert.equal(told(judgePrograms(caseOf([])), "nos"), "unknown");
});
