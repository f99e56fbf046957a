import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { diagnose } from "../../doctor/diagnose.ts";
import { loadGuide } from "../../guide/load.ts";
import type { Machine } from "../../machine/machine.ts";
import { memorySystem } from "../../machine/memory/system.ts";
import { memoryMachine } from "../../machine/memory.ts";
import type { World } from "../../machine/world.ts";
import { aim, applyFaults } from "../faults/apply.ts";
import { faults } from "../faults/index.ts";
import { worldOf } from "../world-of.ts";
import { playedPc, treatedWorld } from "./played-pc.ts";
import { systemOf } from "./system-of.ts";

const guide = loadGuide("bankpay-transfer@2018.11");
const healthy = worldOf(guide);

function played(world: World): Machine {
  const system = memorySystem({ world: systemOf(world, guide)! });
  return playedPc(memoryMachine(world), system, world.pc.facts, guide);
}

async function found(machine: Machine) {
  const { diagnosis } = await diagnose(machine, guide);
  return {
    findings: diagnosis.findings.map(({ cause, certainty, subjects }) => [
      cause,
      certainty,
      subjects,
    ]),
    failed: diagnosis.checks.filter(({ verdict }) => verdict === "fail").map(({ id }) => id),
    plan: diagnosis.plan.map(({ remedy }) => remedy),
  };
}

describe("a PC of the lab with a registry of its own", () => {
  it("is judged as the plain one is, whatever is broken", async () => {
    const possible = faults.filter(({ targets }) => targets(healthy, guide).length > 0);
    const differing: unknown[] = [];
    for (const { id } of possible) {
      const world = applyFaults(healthy, guide, [aim(id, healthy, guide)]);
      const [plain, own] = [await found(memoryMachine(world)), await found(played(world))];
      if (JSON.stringify(plain) !== JSON.stringify(own)) differing.push({ id, plain, own });
    }
    assert.deepEqual(differing, []);
    assert.ok(possible.length > 60);
  });

  it("has agents that speak again when the services of their program run", () => {
    const world = applyFaults(healthy, guide, [aim("program.stopped", healthy, guide)]);
    const silent = world.pc.agents.filter(({ listening }) => !listening);
    assert.ok(silent.length > 0);
    const { running } = systemOf(world, guide)!;
    const before = treatedWorld(world, guide, { running }, world.pc.hosts);
    assert.deepEqual(before.pc.agents, world.pc.agents, "nothing was done yet");
    const all = healthy.pc.facts?.services?.map(({ name }) => name) ?? [];
    const after = treatedWorld(world, guide, { running: all }, world.pc.hosts);
    assert.deepEqual(after.pc.agents, healthy.pc.agents);
    const down = applyFaults(healthy, guide, [aim("local.agent-down", healthy, guide)]);
    const same = treatedWorld(down, guide, systemOf(down, guide)!, down.pc.hosts);
    assert.deepEqual(same.pc.agents, down.pc.agents, "no service of Windows has to do with it");
  });
});
