import assert from "node:assert/strict";
import { test } from "node:test";
import { loadGuide } from "../guide/load.ts";
import type { Machine } from "../machine/machine.ts";
import { sampleWorld } from "../machine/memory/samples.ts";
import { memoryMachine } from "../machine/memory.ts";
import { diagnose } from "./diagnose.ts";

const guide = loadGuide("bankpay-transfer@2018.11");

test("a probe that breaks becomes an entry of the evidence, and everything else goes on", async () => {
  const whole = memoryMachine(sampleWorld());
  const broken: Machine = {
    ...whole,
    connect: () => {
      throw new TypeError("a surprise");
    },
  };
  const { diagnosis, evidence } = await diagnose(broken, guide);
  const rows = evidence.facts.filter(({ probe }) => probe === "row");
  assert.ok(rows.length >= 32);
  assert.ok(rows.every(({ fact, error }) => fact === undefined && error === "TypeError"));
  assert.ok(evidence.facts.some(({ probe, fact }) => probe === "resolve" && fact !== undefined));
  assert.ok(diagnosis.endpoints.every(({ verdict }) => verdict !== "ok"));
});
