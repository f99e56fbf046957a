import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { diagnose } from "../../src/doctor/diagnose.ts";
import { diagnose as judge } from "../../src/engine/diagnose.ts";
import type { Evidence } from "../../src/evidence/evidence.ts";
import { parseEvidence } from "../../src/evidence/parse.ts";
import { loadGuide } from "../../src/guide/load.ts";
import { randomWorld } from "../../src/lab/random-world.ts";
import { loadScenarios } from "../../src/lab/scenario.ts";
import { memoryMachine } from "../../src/machine/memory.ts";
import { redact } from "../../src/redact/redact.ts";
import { dressed, dressings } from "./_dressed.ts";
import { mapped, pairsOf, textsIn } from "./_same.ts";

const guide = loadGuide("bankpay-transfer@2018.11");
const scenarios = loadScenarios(join(import.meta.dirname, "../../scenarios"), guide);
const key = new Uint8Array(32).fill(7);
/** JOCHI_REDACT_WORLDS=300: as many as were tried when this was built. */
const randomWorlds = Number(process.env.JOCHI_REDACT_WORLDS ?? 60);
const together = 30;
const counted = { equal: 0, removed: 0 };

/** Judged before and after, it comes to the same, and what says who somebody is is gone. */
function assertSame(evidence: Evidence, what: string): Evidence {
  const text = JSON.stringify(evidence);
  const { evidence: after, removals } = redact(evidence, guide, key);
  assert.equal(JSON.stringify(evidence), text, "the original is left alone");
  assert.deepEqual(parseEvidence(JSON.stringify(after)), after);
  const expected = mapped(judge(guide, evidence).diagnosis, pairsOf(evidence, after));
  assert.deepEqual(judge(guide, after).diagnosis, expected, what);
  counted.equal += 1;
  counted.removed += removals.reduce((sum, { times }) => sum + times, 0);
  return after;
}

function assertUndressed(after: Evidence, what: string): void {
  const { redacted: _redacted, ...rest } = after;
  for (const [, text] of textsIn(rest)) {
    const low = text.toLowerCase();
    for (const secret of dressings) {
      assert.ok(!low.includes(secret.toLowerCase()), `${what}: ${secret} in ${text}`);
    }
  }
}

async function both(world: Parameters<typeof memoryMachine>[0], seed: number, what: string) {
  const { evidence } = await diagnose(memoryMachine(world, { seed }), guide);
  assertSame(evidence, what);
  const office = dressed(evidence);
  const after = assertSame(office, `${what}, dressed`);
  assertUndressed(after, what);
  return after;
}

for (let first = 0; first < scenarios.length; first += together) {
  const some = scenarios.slice(first, first + together);
  test(`scenarios ${some[0]?.id} and after are diagnosed as before`, async (context) => {
    const before = { ...counted };
    for (const { id, world } of some) await both(world, 1, id);
    const removed = counted.removed - before.removed;
    context.diagnostic(`${counted.equal - before.equal} equal, ${removed} removals`);
    assert.equal(counted.equal - before.equal, some.length * 2);
  });
}

for (let first = 0; first < randomWorlds; first += together) {
  test(`random worlds from ${first} on are diagnosed as before`, async (context) => {
    const before = counted.equal;
    for (let seed = first; seed < first + together; seed += 1) {
      await both(randomWorld(seed, guide).world, seed, `world ${seed}`);
    }
    context.diagnostic(`${counted.equal - before} equal`);
    assert.equal(counted.equal - before, together * 2);
  });
}

test("redacted evidence redacted again is the same", async () => {
  for (const { id, world } of scenarios.filter((_, at) => at % 10 === 0)) {
    const after = await both(world, 1, id);
    const again = redact(after, guide, key);
    assert.deepEqual(again.evidence, after, id);
    assert.deepEqual(again.removals, [], id);
  }
});
