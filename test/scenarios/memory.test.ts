import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { diagnose } from "../../src/doctor/diagnose.ts";
import { loadGuide } from "../../src/guide/load.ts";
import { randomWorld } from "../../src/lab/random-world.ts";
import { loadScenarios } from "../../src/lab/scenario.ts";
import { precisionOf, recallOf } from "../../src/lab/score.ts";
import { memoryMachine } from "../../src/machine/memory.ts";
import { assertExact, missOf } from "./_exact.ts";

const guide = loadGuide("bankpay-transfer@2018.11");
const scenarios = loadScenarios(join(import.meta.dirname, "../../scenarios"), guide);
const randomWorlds = 300;
const total = { right: 0, said: 0, true: 0 };

for (const { id, faults, world, expected } of scenarios) {
  test(`scenario ${id}`, async () => {
    for (const seed of [1, 2, 3]) {
      const { diagnosis } = await diagnose(memoryMachine(world, { seed }), guide);
      assertExact(expected, diagnosis, faults, total);
    }
  });
}

test("verdicts of all scenarios together", () => {
  assert.ok(precisionOf(total) >= 0.98, `precision ${precisionOf(total)}`);
  assert.ok(recallOf(total) >= 0.95, `recall ${recallOf(total)}`);
});

test("the same world and seed give the same evidence, to the byte", async () => {
  const { world } = randomWorld(5, guide);
  const runs = await Promise.all(
    [9, 9].map(async (seed) => {
      const { evidence } = await diagnose(memoryMachine(world, { seed }), guide);
      return JSON.stringify(evidence);
    }),
  );
  assert.equal(runs[0], runs[1]);
});

test(`${randomWorlds} random worlds`, async (context) => {
  const missed: string[] = [];
  for (let seed = 0; seed < randomWorlds; seed += 1) {
    const { world, faults, expected } = randomWorld(seed, guide);
    const { diagnosis } = await diagnose(memoryMachine(world, { seed }), guide);
    const miss = missOf(seed, expected, diagnosis, faults);
    if (miss !== undefined) missed.push(miss);
  }
  for (const line of missed) context.diagnostic(line);
  assert.ok(missed.length <= randomWorlds * 0.05, missed.join("\n"));
});
