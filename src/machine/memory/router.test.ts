import assert from "node:assert/strict";
import { test } from "node:test";
import { memoryMachine } from "../memory.ts";
import type { World } from "../world.ts";
import { far, sampleWorld, serviceAt } from "./samples.ts";

const prohibited = ({ firewall }: World) => {
  firewall.policy = "icmp-admin-prohibited";
};

/** How attempts at once to these addresses end, and when, in their order. */
async function attempts(change: (world: World) => void, addresses: string[], timeoutMs = 20_000) {
  const machine = memoryMachine(sampleWorld(change));
  const outcomes = await Promise.all(
    addresses.map((address) => machine.connect(address, 443, { timeoutMs })),
  );
  const heard = await machine.icmpUnreachables();
  return {
    said: outcomes.map((one) => `${one.ok || one.failure} ${Math.round(one.ms)}`),
    heard: heard.state === "found" ? heard.value : -1,
  };
}

const hosts = Array.from({ length: 10 }, (_, at) => `203.0.113.${at + 40}`);
const times = (count: number, said: string) => Array.from({ length: count }, () => said);

test("of many rejections six are told at once, and then one for each second", async () => {
  const { said, heard } = await attempts(prohibited, hosts);
  // Of the four that are left, one is told after 1 s, two after 3 s and the last after 7 s.
  const later = [1_000, 3_000, 3_000, 7_000].map((ms) => `host-unreachable ${ms}`);
  assert.deepEqual(said, [...times(6, "host-unreachable 0"), ...later]);
  assert.equal(heard, 10);
});

test("whoever does not wait so long hears nothing", async () => {
  const { said, heard } = await attempts(prohibited, hosts, 900);
  assert.deepEqual(said, [...times(6, "host-unreachable 0"), ...times(4, "timeout 900")]);
  assert.equal(heard, 6);
});

test("what was told is saved up again, one a second", async () => {
  const machine = memoryMachine(sampleWorld(prohibited));
  const burst = () =>
    Promise.all(hosts.map((host) => machine.connect(host, 443, { timeoutMs: 500 })));
  const told = async () => (await burst()).filter((one) => !one.ok && one.failure !== "timeout");
  assert.equal((await told()).length, 6);
  await machine.sleep(2_500);
  assert.equal((await told()).length, 3);
  await machine.sleep(60_000);
  assert.equal((await told()).length, 6);
});

test("a reset is no message and is not rationed", async () => {
  const { said, heard } = await attempts(({ firewall }) => {
    firewall.policy = "tcp-reset";
  }, hosts);
  assert.deepEqual(said, times(10, "refused 0"));
  assert.equal(heard, 0);
});

test("each request that a dead host keeps waiting costs one message", async () => {
  const dead = ({ deadHosts }: World) => void deadHosts.push(...hosts);
  const { said, heard } = await attempts(dead, hosts, 5_000);
  assert.deepEqual(said, [...times(2, "host-unreachable 3060"), ...times(8, "timeout 5000")]);
  assert.equal(heard, 6);
});

test("attempts at one dead host are told together", async () => {
  const machine = memoryMachine(sampleWorld(({ deadHosts }) => void deadHosts.push(far)));
  const first = machine.connect(far, 443, { timeoutMs: 5_000 });
  await machine.sleep(1_500);
  const second = await machine.connect(far, 80, { timeoutMs: 5_000 });
  assert.deepEqual([Math.round(second.ms), Math.round((await first).ms)], [1_560, 3_060]);
});

test("a connection that is cut at once was made, and ends as a reset", async () => {
  const world = sampleWorld((world) => {
    serviceAt(world, 443).behaviour = "accept-then-reset";
  });
  const { ms, ...outcome } = await memoryMachine(world).connect(far, 443, { timeoutMs: 2_000 });
  assert.deepEqual(outcome, { ok: false, failure: "reset", code: "ECONNRESET" });
  assert.equal(ms, 20.5);
});
