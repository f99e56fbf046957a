import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { compareChecks } from "../../src/doctor/recheck.ts";
import type { CheckResult } from "../../src/evidence/report.ts";
import { loadGuide } from "../../src/guide/load.ts";
import { stillOpen } from "../../src/report/treatment.ts";
import { treatNow, undoAll } from "./_crash.ts";
import { bytesOf, patient, windowsPc } from "./_patient.ts";

const guide = loadGuide("bankpay-transfer@2018.11");
const remedy = guide.remedies.find(({ id }) => id === "allow-local-access")!;
const policies = "HKLM\\Software\\Policies\\Microsoft\\Edge";

const agent = (verdict: CheckResult["verdict"]): CheckResult => ({
  id: "agent-keyboard",
  kind: "agent",
  verdict,
  because: [],
});
const permission = (word: "asks" | "allowed" | "denied-by-user"): CheckResult => ({
  id: "local-programs",
  kind: "local-network",
  verdict: word === "denied-by-user" ? "fail" : "pass",
  because: [{ key: `reason.pc.local-network.${word}`, with: { name: "chrome" } }],
});

/** An agent that is not there stays silent whatever a browser may do: that proves nothing. */
describe("a permission for which the browser would merely ask", () => {
  test("given beforehand stays, is said not to be proven, and can be undone", async () => {
    const { machine, system } = patient({ world: windowsPc({ elevated: true }) });
    const start = bytesOf(system.world());
    const { treated } = await treatNow(machine, guide, remedy);
    assert.equal(treated?.outcome, "done", JSON.stringify(treated));
    assert.equal(treated?.notProven, true);
    assert.ok(treated.after.some(({ verdict }) => verdict === "fail"));
    const read = await system.readKey(`${policies}\\LoopbackNetworkAllowedForUrls`);
    assert.equal(read.state, "found");
    await undoAll(machine);
    assert.equal(bytesOf(system.world()), start);
  });

  const table: [string, CheckResult[], CheckResult[], ReturnType<typeof compareChecks>][] = [
    [
      "it was asked for before",
      [permission("asks"), agent("fail")],
      [permission("allowed"), agent("fail")],
      "not-proven",
    ],
    [
      "another browser asks still",
      [permission("asks"), agent("fail")],
      [permission("asks"), agent("fail")],
      "not-proven",
    ],
    [
      "a refusal that is lifted is better, whatever the agent says",
      [permission("denied-by-user"), agent("fail")],
      [permission("asks"), agent("fail")],
      "better",
    ],
    [
      "a refusal that stands is no better",
      [permission("denied-by-user"), agent("fail")],
      [permission("denied-by-user"), agent("fail")],
      "no-better",
    ],
    [
      "an agent that falls silent is worse",
      [permission("asks"), agent("pass")],
      [permission("asks"), agent("fail")],
      "worse",
    ],
    [
      "where nothing failed, nothing has to be proven",
      [permission("asks"), agent("pass")],
      [permission("allowed"), agent("pass")],
      "same",
    ],
  ];
  for (const [name, before, after, expected] of table)
    test(name, () => assert.equal(compareChecks(before, after), expected));

  test("what the browser will ask is said as long as it will", () => {
    const payment = { words: loadGuide("bankpay-transfer").words };
    const said = (after: CheckResult[], notProven?: true) =>
      stillOpen({ after, ...(notProven && { notProven }) }, payment, "ko").join(" ");
    assert.match(said([permission("asks")]), /한 번 물을 수 있습니다.*‘허용’/);
    assert.equal(said([permission("allowed")]), "");
    assert.match(said([permission("allowed")], true), /결제 화면에서만/);
  });
});
