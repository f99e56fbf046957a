import assert from "node:assert/strict";
import { test } from "node:test";
import { far, sampleWorld } from "../machine/memory/samples.ts";
import { memoryMachine } from "../machine/memory.ts";
import type { World } from "../machine/world.ts";
import { connectPatiently } from "./_connect.ts";
import { createPace } from "./pace.ts";

function setUp(change: (world: World) => void = () => {}, seed = 1) {
  const machine = memoryMachine(sampleWorld(change), { seed });
  return { machine, pace: createPace(), signal: new AbortController().signal };
}

const dropped = ({ firewall }: World) => {
  firewall.rules = [];
  firewall.policy = "drop";
};

test("an open port is connected to at the first request", async () => {
  const { tcp, connection } = await connectPatiently(setUp(), far, 443);
  assert.deepEqual([tcp.outcome, tcp.attempts], ["ok", 1]);
  connection?.close();
});

test("silence of an address that may be dead is waited out until its ICMP message is due", async () => {
  const { tcp } = await connectPatiently(setUp(dropped), far, 443);
  assert.deepEqual([tcp.outcome, tcp.attempts], ["timeout", 4]);
  assert.ok(tcp.ms >= 3_150, `${tcp.ms}`);
});

test("silence of an address that is known to live is silence much sooner", async () => {
  const hands = setUp(dropped);
  hands.pace.answered(far, 1);
  const { tcp } = await connectPatiently(hands, far, 443);
  assert.deepEqual([tcp.outcome, tcp.attempts], ["timeout", 4]);
  assert.ok(tcp.ms < 1_000, `${tcp.ms}`);
});

test("a dead host is told from silence by the message that comes after three seconds", async () => {
  const { tcp } = await connectPatiently(
    setUp(({ deadHosts }) => void deadHosts.push(far)),
    far,
    443,
  );
  assert.equal(tcp.outcome, "host-unreachable");
  assert.ok(tcp.ms > 3_000);
});

test("one packet in fifty lost is never taken for a firewall", async () => {
  for (let seed = 0; seed < 400; seed += 1) {
    const hands = setUp(({ link }) => Object.assign(link, { delayMs: 80, loss: 0.02 }), seed);
    const { tcp, connection } = await connectPatiently(hands, far, 443);
    connection?.close();
    assert.equal(tcp.outcome, "ok", `seed ${seed}`);
  }
});

test("an aborted run ends at once and says that nothing answered", async () => {
  const stop = new AbortController();
  const hands = { ...setUp(dropped), signal: stop.signal };
  setImmediate(() => stop.abort());
  const { tcp } = await connectPatiently(hands, far, 443);
  assert.equal(tcp.outcome, "timeout");
});
