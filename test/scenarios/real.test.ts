import assert from "node:assert/strict";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { loadGuide } from "../../src/guide/load.ts";
import { randomWorld } from "../../src/lab/random-world.ts";
import { labSupport } from "../../src/lab/real/lab.ts";
import { loadScenarios } from "../../src/lab/scenario.ts";
import { precisionOf, recallOf } from "../../src/lab/score.ts";
import { worldOf } from "../../src/lab/world-of.ts";
import { assertExact, missOf } from "./_exact.ts";
import { type Pool, startPool } from "./_pool.ts";

const guideName = "bankpay-transfer@2018.11";
const guide = loadGuide(guideName);
const scenarios = loadScenarios(join(import.meta.dirname, "../../scenarios"), guide);

/** How often every scenario runs, and how many random worlds: more for a release than for a push. */
const runs = Number(process.env.JOCHI_SCENARIO_RUNS ?? 1);
const randomWorlds = Number(process.env.JOCHI_RANDOM_WORLDS ?? 40);
/** Most of a diagnosis is waiting, so more labs than processors pay. */
const labs = Number(process.env.JOCHI_LABS ?? 3);

const support = labSupport();
const skip = "missing" in support ? support.missing : false;

describe("on real sockets", { concurrency: labs, skip }, () => {
  let pool: Pool;
  const total = { right: 0, said: 0, true: 0 };

  before(async () => {
    pool = await startPool(labs, worldOf(guide));
  });
  after(async () => {
    await pool.close();
  });

  const look = (world: Parameters<Pool["diagnose"]>[0]) =>
    pool.diagnose(world, { guide: guideName, options: {} });

  for (const { id, faults, world, expected } of scenarios) {
    test(`scenario ${id}`, async () => {
      for (let run = 0; run < runs; run += 1) {
        const { diagnosis } = await look(world);
        assertExact(expected, diagnosis, faults, total);
      }
    });
  }

  const missed: string[] = [];
  for (let seed = 0; seed < randomWorlds; seed += 1) {
    const { world, faults, expected } = randomWorld(seed, guide);
    test(`random world ${seed}: ${faults.join(" ")}`, async () => {
      const { diagnosis } = await look(world);
      const miss = missOf(seed, expected, diagnosis, faults);
      if (miss !== undefined) missed.push(miss);
    });
  }

  after(() => {
    for (const line of missed) console.log(`missed: ${line}`);
    console.log(`rows: precision ${precisionOf(total)}, recall ${recallOf(total)}`);
    assert.ok(precisionOf(total) >= 0.98, `precision ${precisionOf(total)}`);
    assert.ok(recallOf(total) >= 0.95, `recall ${recallOf(total)}`);
    assert.ok(missed.length <= randomWorlds * 0.05, missed.join("\n"));
  });
});
