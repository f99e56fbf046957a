import assert from "node:assert/strict";
import { test } from "node:test";
import { diagnose } from "../doctor/diagnose.ts";
import { loadGuide } from "../guide/load.ts";
import { randomWorld } from "../lab/random-world.ts";
import { memoryMachine } from "../machine/memory.ts";
import { redact } from "../redact/redact.ts";
import { isDiagnosedAlike } from "./same.ts";

const guide = loadGuide("bankpay-transfer@2018.11");
const { world } = randomWorld(3, guide);

test("redacted evidence is diagnosed like the evidence itself", async () => {
  const { evidence, diagnosis } = await diagnose(memoryMachine(world, { seed: 3 }), guide);
  const { evidence: after } = redact(evidence, guide, new Uint8Array(32).fill(7));
  assert.equal(isDiagnosedAlike(guide, after, diagnosis), true);
});

test("evidence that lost what decided is told from one that did not", async () => {
  const { evidence, diagnosis } = await diagnose(memoryMachine(world, { seed: 3 }), guide);
  const less = { ...evidence, facts: evidence.facts.filter(({ probe }) => probe !== "row") };
  assert.equal(isDiagnosedAlike(guide, less, diagnosis), false);
});
