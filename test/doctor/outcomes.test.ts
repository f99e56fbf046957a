import assert from "node:assert/strict";
import { test } from "node:test";
import { diagnose } from "../../src/doctor/diagnose.ts";
import { outcomesHere } from "../../src/doctor/outcomes.ts";
import { loadGuide } from "../../src/guide/load.ts";
import { treatNow, undoAll } from "./_crash.ts";
import { patient, windowsPc } from "./_patient.ts";

const guide = loadGuide("bankpay-transfer@2018.11");
const remedy = guide.remedies.find(({ id }) => id === "trusted-sites")!;

test("what has helped here counts, until it is taken back", async () => {
  const { machine, system } = patient({ world: windowsPc() });
  assert.equal(await outcomesHere(system, guide), undefined);
  await treatNow(machine, guide, remedy);
  const helped = [{ remedy: "trusted-sites", times: 1 }];
  const given = await outcomesHere(system, guide);
  assert.deepEqual(given?.fact, { helped });
  const { evidence } = await diagnose(machine, guide, { given: [given!] });
  assert.deepEqual(evidence.facts[0]?.fact, { helped });
  const other = await outcomesHere(system, { ...guide, id: "another" });
  assert.equal(other, undefined);
  await undoAll(machine);
  assert.equal(await outcomesHere(system, guide), undefined);
});

test("what was done although nothing had failed has not helped", async () => {
  const { machine, system } = patient({ world: windowsPc() });
  const { treated } = await treatNow(machine, guide, { ...remedy, verifies: [] });
  assert.equal(treated?.outcome, "done");
  assert.equal(await outcomesHere(system, guide), undefined);
});
