import assert from "node:assert/strict";
import { test } from "node:test";
import { diagnose } from "../../src/doctor/diagnose.ts";
import { loadGuide } from "../../src/guide/load.ts";
import { checkWords } from "../../src/guide/schema/remedy.ts";
import { aim, applyFaults } from "../../src/lab/faults/apply.ts";
import { worldOf } from "../../src/lab/world-of.ts";
import { memoryMachine } from "../../src/machine/memory.ts";

const guide = loadGuide("bankpay-transfer@2018.11", { cache: false });

/** Every check of a PC that has a proxy script, so that no kind of check is missing. */
async function checkIds(): Promise<string[]> {
  const healthy = worldOf(guide);
  const fault = aim("local.pac-dead-proxy", healthy, guide);
  const machine = memoryMachine(applyFaults(healthy, guide, [fault]), { seed: 1 });
  const { diagnosis } = await diagnose(machine, guide);
  return diagnosis.checks.map(({ id }) => id);
}

function stands(word: string): (check: string) => boolean {
  const pattern = Object.hasOwn(checkWords, word)
    ? checkWords[word as keyof typeof checkWords]
    : undefined;
  if (pattern) return (check) => pattern.test(check);
  const agent = guide.agents.find(({ id }) => id === word);
  const endpoint = guide.endpoints.find(({ id }) => id === word);
  if (endpoint) return (check) => check.startsWith(`${endpoint.host}|`);
  return (check) => check === (agent ? `agent-${agent.role}` : word);
}

test("every word for checks means some, and the right ones", async () => {
  const ids = await checkIds();
  const by = (word: string) => ids.filter(stands(word));
  assert.equal(by("endpoints").length, 32);
  assert.deepEqual(by("hosts"), by("endpoints"));
  assert.deepEqual(by("clock"), ["clock"]);
  assert.deepEqual(by("network"), ["network"]);
  assert.deepEqual(by("proxy"), ["proxy", "proxy-loopback"]);
  assert.ok(by("resolvers").length > 0);
  const named = new Set(Object.keys(checkWords).flatMap(by));
  const requirements = /^(agent-.+|[a-z0-9-]+)$/;
  assert.deepEqual(
    ids.filter((id) => !named.has(id) && !requirements.test(id)),
    [],
  );
});

test("whatever a remedy verifies is checked", async () => {
  const ids = await checkIds();
  const unchecked = guide.remedies.flatMap(({ id, verifies }) =>
    verifies.filter((word) => !ids.some(stands(word))).map((word) => `${id}: ${word}`),
  );
  assert.deepEqual(unchecked, []);
});
