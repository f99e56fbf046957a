import assert from "node:assert/strict";
import { test } from "node:test";
import { diagnose } from "../doctor/diagnose.ts";
import { loadGuide } from "../guide/load.ts";
import { aim } from "../lab/faults/apply.ts";
import { worldOf } from "../lab/world-of.ts";
import { memoryMachine } from "../machine/memory.ts";

const guide = loadGuide("bankpay-transfer@2018.11");

async function certaintiesOf(symptom: string, change = (_: ReturnType<typeof worldOf>) => {}) {
  const world = worldOf(guide);
  change(world);
  const { diagnosis } = await diagnose(memoryMachine(world, { seed: 1 }), guide, { symptom });
  return Object.fromEntries(diagnosis.findings.map(({ cause, certainty }) => [cause, certainty]));
}

test("what passed is ruled out, also where a part of it does not apply any more", async () => {
  const said = await certaintiesOf("certificate-window-missing");
  for (const cause of ["certificate.missing", "certificate.expired", "file.missing"])
    assert.equal(said[cause], "ruled-out", cause);
  const again = await certaintiesOf("install-page-again");
  assert.equal(again["local-network-access.denied"], "ruled-out");
});

test("what could not be looked at stays possible", async () => {
  const said = await certaintiesOf("certificate-window-missing", (world) => delete world.pc.facts);
  assert.equal(said["certificate.missing"], "possible");
});

test("a browser that will ask the person leaves open what is answered", async () => {
  const newest = loadGuide("bankpay-transfer");
  const { fault, target } = aim("local-network-access.asks", worldOf(newest), newest);
  const world = fault.apply(worldOf(newest), target, newest);
  const symptom = "local-access-asked";
  const { diagnosis } = await diagnose(memoryMachine(world, { seed: 1 }), newest, { symptom });
  const [first] = diagnosis.findings;
  assert.equal(first?.cause, "local-network-access.denied");
  assert.equal(first.certainty, "possible");
  assert.equal(diagnosis.plan[0]?.remedy, "allow-local-access");
});
