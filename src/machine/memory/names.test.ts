import assert from "node:assert/strict";
import { test } from "node:test";
import type { DnsOutcome } from "../machine.ts";
import { memoryMachine } from "../memory.ts";
import type { DnsBehaviour, World } from "../world.ts";
import { far, sampleWorld } from "./samples.ts";

const first = "10.10.2.53";
const second = "10.10.2.54";

function ask(change: (world: World) => void, name = "pay.example", server = first) {
  return memoryMachine(sampleWorld(change)).resolve(server, name, { timeoutMs: 1_000 });
}

function look(change: (world: World) => void, timeoutMs = 30_000) {
  return memoryMachine(sampleWorld(change)).lookup("pay.example", { timeoutMs });
}

function both(world: World, behaviour: DnsBehaviour): void {
  for (const resolver of Object.values(world.resolvers)) resolver.otherwise = behaviour;
}

const said = (outcome: DnsOutcome) => (outcome.ok ? outcome.addresses : outcome.failure);

const truth: [DnsBehaviour["kind"], string, string][] = [
  ["nxdomain", "nxdomain", "ENOTFOUND"],
  ["nodata", "nodata", "ENODATA"],
  ["servfail", "servfail", "ESERVFAIL"],
  ["refused", "refused", "EREFUSED"],
  ["silent", "timeout", "ETIMEOUT"],
];

for (const [kind, failure, code] of truth) {
  test(`a resolver that is ${kind}: ${failure}`, async () => {
    const outcome = await ask((world) => both(world, { kind } as DnsBehaviour));
    assert.deepEqual(outcome.ok || [outcome.failure, outcome.code], [failure, code]);
    if (kind === "silent") assert.equal(outcome.ms, 1_000);
  });
}

test("a closed resolver answers by ICMP, and one without a way there not at all", async () => {
  const world = sampleWorld(({ resolvers }) => {
    resolvers[first]!.listening = false;
  });
  const machine = memoryMachine(world);
  const closed = await machine.resolve(first, "pay.example", { timeoutMs: 1_000 });
  assert.equal(said(closed), "closed");
  assert.deepEqual(await machine.icmpUnreachables(), { state: "found", value: 1 });
  const offline = await ask(({ pc }) => {
    pc.online = false;
  });
  assert.deepEqual([said(offline), offline.ms], ["unreachable", 0]);
});

test("names are found whatever their case; a wildcard answers for all others", async () => {
  assert.deepEqual(said(await ask(() => {}, "PAY.example.")), [far]);
  assert.equal(said(await ask(() => {}, "nobody.example")), "nxdomain");
  const wildcard = ({ resolvers }: World) => {
    resolvers[first]!.wildcard = ["10.10.9.9"];
  };
  assert.deepEqual(said(await ask(wildcard, "nobody.example")), ["10.10.9.9"]);
  assert.deepEqual(said(await ask(wildcard)), [far]);
});

test("one name may have a behaviour of its own on one resolver", async () => {
  const own = ({ resolvers }: World) => {
    resolvers[first]!.names["pay.example"] = { kind: "addresses", addresses: ["192.0.2.1"] };
  };
  assert.deepEqual(said(await ask(own)), ["192.0.2.1"]);
  assert.deepEqual(said(await ask(own, "pay.example", second)), [far]);
});

test("programs take the hosts file first, then server after server", async () => {
  const hosts = await look((world) => {
    world.pc.hosts.push({ address: "192.0.2.9", name: "Pay.Example" });
    both(world, { kind: "nxdomain" });
  });
  assert.deepEqual(said(hosts), ["192.0.2.9"]);
  const one = (kind: "servfail" | "refused" | "silent" | "nxdomain") => (world: World) => {
    world.resolvers[first]!.otherwise = { kind };
  };
  assert.deepEqual(said(await look(one("servfail"))), [far]);
  assert.deepEqual(said(await look(one("refused"))), [far]);
  assert.equal(said(await look(one("nxdomain"))), "nxdomain");
  const slow = await look(one("silent"));
  assert.deepEqual([said(slow), Math.round(slow.ms)], [[far], 5_000]);
  const cut = await look(one("silent"), 2_000);
  assert.deepEqual([said(cut), cut.ms], ["timeout", 2_000]);
});

test("programs are told three words only", async () => {
  const words = await Promise.all(
    (["nxdomain", "nodata", "servfail", "refused"] as const).map(async (kind) => {
      const outcome = await look((world) => both(world, { kind }));
      return outcome.ok || outcome.code;
    }),
  );
  assert.deepEqual(words, ["ENOTFOUND", "ENOTFOUND", "EAI_AGAIN", "EAI_AGAIN"]);
});
