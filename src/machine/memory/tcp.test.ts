import assert from "node:assert/strict";
import { test } from "node:test";
import type { Failure } from "../failure.ts";
import { memoryMachine } from "../memory.ts";
import type { FirewallAction, World } from "../world.ts";
import { far, sampleWorld } from "./samples.ts";

async function attempt(change: (world: World) => void, timeoutMs = 5_000, port = 443) {
  const machine = memoryMachine(sampleWorld(change));
  const before = await machine.icmpUnreachables();
  const outcome = await machine.connect(far, port, { timeoutMs });
  const after = await machine.icmpUnreachables();
  const icmp =
    before.state === "found" && after.state === "found" ? after.value - before.value : -1;
  return { outcome, said: outcome.ok ? "ok" : outcome.failure, icmp };
}

const truth: [FirewallAction, "ok" | Failure, number][] = [
  ["accept", "ok", 0],
  ["drop", "timeout", 0],
  ["tcp-reset", "refused", 0],
  ["icmp-port-unreachable", "refused", 1],
  ["icmp-host-unreachable", "host-unreachable", 1],
  ["icmp-host-prohibited", "host-unreachable", 1],
  ["icmp-admin-prohibited", "host-unreachable", 1],
  ["icmp-net-unreachable", "net-unreachable", 1],
  ["icmp-net-prohibited", "net-unreachable", 1],
];

for (const [action, word, messages] of truth) {
  test(`a firewall that says ${action}: ${word}`, async () => {
    const { outcome, said, icmp } = await attempt(({ firewall }) => {
      firewall.policy = action;
    });
    assert.equal(said, word);
    assert.equal(icmp, messages);
    const expectedMs = action === "drop" ? 5_000 : action === "accept" ? 20.5 : 0.3;
    assert.equal(outcome.ms, expectedMs);
  });
}

test("the first rule that matches decides", async () => {
  const { said } = await attempt(({ firewall }) => {
    firewall.policy = "drop";
    firewall.rules = [
      { port: 80, action: "tcp-reset" },
      { address: far, port: 443, action: "accept" },
      { address: far, action: "icmp-net-prohibited" },
    ];
  });
  assert.equal(said, "ok");
});

test("a closed port refuses from the far end, without ICMP", async () => {
  const { outcome, said, icmp } = await attempt(({ services }) => {
    delete services[`${far}:443`];
  });
  assert.deepEqual([said, icmp, outcome.ms], ["refused", 0, 20.5]);
});

test("a dead host takes three seconds, or the caller's shorter limit", async () => {
  const dead = ({ deadHosts }: World) => void deadHosts.push(far);
  const patient = await attempt(dead);
  assert.deepEqual([patient.said, patient.outcome.ms], ["host-unreachable", 3_060]);
  const hasty = await attempt(dead, 1_000);
  assert.deepEqual([hasty.said, hasty.outcome.ms], ["timeout", 1_000]);
});

test("a PC without network or default route says so at once", async () => {
  for (const key of ["online", "defaultRoute"] as const) {
    const world = sampleWorld(({ pc }) => {
      pc[key] = false;
    });
    const machine = memoryMachine(world);
    const outcome = await machine.connect(far, 443, { timeoutMs: 5_000 });
    assert.deepEqual(outcome.ok || [outcome.failure, outcome.ms], ["net-unreachable", 0]);
    assert.deepEqual(await machine.hasRoute(far), { state: "found", value: false });
    assert.deepEqual(await machine.hasRoute("127.0.0.1"), { state: "found", value: true });
    const interfaces = await machine.interfaces();
    assert.ok(interfaces.state === "found");
    assert.equal(
      interfaces.value.some(({ loopback }) => !loopback),
      key !== "online",
    );
  }
});

test("lost requests are repeated after one and three seconds, by seed", async () => {
  const seen = new Set<number>();
  for (let seed = 0; seed < 60; seed += 1) {
    const lossy = sampleWorld(({ link }) => {
      link.loss = 0.4;
    });
    const one = await memoryMachine(lossy, { seed }).connect(far, 443, { timeoutMs: 8_000 });
    const two = await memoryMachine(lossy, { seed }).connect(far, 443, { timeoutMs: 8_000 });
    assert.equal(one.ms, two.ms);
    seen.add(Math.floor(one.ms / 1_000));
  }
  assert.deepEqual([...seen].sort().slice(0, 3), [0, 1, 3]);
});

test("jitter is added on the way out, within its bounds", async () => {
  const world = sampleWorld(({ link }) => {
    link.jitterMs = 10;
  });
  const machine = memoryMachine(world, { seed: 7 });
  for (let index = 0; index < 200; index += 1) {
    const { ms } = await machine.connect(far, 443, { timeoutMs: 5_000 });
    assert.ok(ms >= 20.5 && ms <= 30.5, `${ms}`);
  }
});

test("many connections wait side by side, and an abandoned one ends at once", async () => {
  const machine = memoryMachine(
    sampleWorld(({ firewall }) => {
      firewall.policy = "drop";
    }),
  );
  const stop = new AbortController();
  const all = Promise.all(
    Array.from({ length: 200 }, () =>
      machine.connect(far, 443, { timeoutMs: 4_000, signal: stop.signal }),
    ),
  );
  await machine.sleep(1_500);
  stop.abort();
  const outcomes = await all;
  assert.equal(machine.elapsed(), 1_500);
  for (const outcome of outcomes) {
    assert.deepEqual(outcome.ok || [outcome.failure, outcome.ms], ["other", 1_500]);
  }
});
