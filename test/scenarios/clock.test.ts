import assert from "node:assert/strict";
import { test } from "node:test";
import { diagnose } from "../../src/doctor/diagnose.ts";
import { loadGuide } from "../../src/guide/load.ts";
import { aim, applyFaults } from "../../src/lab/faults/apply.ts";
import { worldOf } from "../../src/lab/world-of.ts";
import { memoryMachine } from "../../src/machine/memory.ts";

const guide = loadGuide("bankpay-transfer@2018.11");

test("a certificate that ran out has not yet begun by a slow clock, and is judged by the right time", async () => {
  const healthy = worldOf(guide);
  const faults = ["clock.behind:400d", "tls.expired:203.175.190.200:443"];
  const world = applyFaults(
    healthy,
    guide,
    faults.map((fault) => aim(fault, healthy, guide)),
  );
  const { diagnosis } = await diagnose(memoryMachine(world, { seed: 1 }), guide);
  const causes = diagnosis.findings.map(({ cause }) => cause);
  assert.deepEqual(causes.toSorted(), ["clock.skew", "tls.expired"]);
});
