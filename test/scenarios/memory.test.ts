import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { diagnose } from "../../src/doctor/diagnose.ts";
import { loadGuide } from "../../src/guide/load.ts";
import { randomWorld } from "../../src/lab/random-world.ts";
import { loadScenarios } from "../../src/lab/scenario.ts";
import {
  findingsDiffer,
  precisionOf,
  recallOf,
  scoreRows,
  scoreWorld,
} from "../../src/lab/score.ts";
import { memoryMachine } from "../../src/machine/memory.ts";

const guide = loadGuide("bankpay-transfer");
const scenarios = loadScenarios(join(import.meta.dirname, "../../scenarios"), guide);
const randomWorlds = 300;
const total = { right: 0, said: 0, true: 0 };

for (const { id, faults, world, expected } of scenarios) {
  test(`scenario ${id}`, async () => {
    for (const seed of [1, 2, 3]) {
      const { diagnosis } = await diagnose(memoryMachine(world, { seed }), guide);
      const score = scoreRows(expected, diagnosis);
      total.right += score.right;
      total.said += score.said;
      total.true += score.true;
      assert.deepEqual(score.deeper, [], `deeper than the evidence: ${faults.join(" ")}`);
      assert.deepEqual(score.wrong, [], faults.join(" "));
      assert.deepEqual(findingsDiffer(expected, diagnosis), [], faults.join(" "));
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
    const score = scoreWorld(expected, diagnosis);
    const notes = [
      ...score.missed.map(({ cause, why }) => `missed ${cause}: ${why}`),
      ...score.extra.map(({ cause, why }) => `extra ${cause}: ${why}`),
    ];
    if (notes.length > 0) missed.push(`seed ${seed} (${faults.join(" ")}): ${notes.join("; ")}`);
  }
  for (const line of missed) context.diagnostic(line);
  assert.ok(missed.length <= randomWorlds * 0.05, missed.join("\n"));
});
