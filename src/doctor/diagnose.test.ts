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

test("a row is told of as soon as its walk is over, and what was said first holds", async () => {
  const told = new Map<string, string[]>();
  await diagnose(memoryMachine(sampleWorld()), guide, {
    provisional: true,
    onEvent: (event) => {
      if (event.type === "row") told.set(event.id, [...(told.get(event.id) ?? []), event.verdict]);
    },
  });
  assert.ok(told.size >= 32);
  const early = [...told.values()].filter(([first]) => first !== "insufficient");
  assert.ok(early.length > told.size / 2, `${early.length} of ${told.size}`);
  for (const [first, ...rest] of early) assert.deepEqual([...new Set(rest)], [first]);
});
