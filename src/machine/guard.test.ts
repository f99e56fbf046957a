import assert from "node:assert/strict";
import { test } from "node:test";
import { networkGuard } from "./guard.ts";
import { linuxMachine } from "./linux.ts";

const inside = ["127.0.0.1", "127.255.0.9", "::1", "::ffff:127.0.0.1"];
const outside = ["0.0.0.0", "128.0.0.1", "198.51.100.1", "::", "::2", "::ffff:198.51.100.1", "x"];

test("with JOCHI_NETWORK=none only loopback is allowed", () => {
  const guard = networkGuard({ JOCHI_NETWORK: "none" });
  assert.deepEqual(inside.filter(guard.allowsAddress), inside);
  assert.deepEqual(outside.filter(guard.allowsAddress), []);
  assert.ok(guard.allowsName("LOCALHOST."));
  assert.ok(!guard.allowsName("localhost.example"));
});

test("without it everything is allowed", () => {
  const guard = networkGuard({});
  assert.deepEqual(outside.filter(guard.allowsAddress), outside);
  assert.ok(guard.allowsName("pay.example"));
});

test("every way out of the machine asks the guard", async () => {
  const machine = linuxMachine({ env: { JOCHI_NETWORK: "none" } });
  const limits = { timeoutMs: 1_000, maxBytes: 100 };
  const guarded = { ok: false, failure: "guarded", ms: 0 };
  assert.deepEqual(await machine.connect("198.51.100.1", 443, limits), guarded);
  assert.deepEqual(await machine.resolve("198.51.100.1", "pay.example", limits), guarded);
  assert.deepEqual(await machine.lookup("pay.example", limits), guarded);
  const refused = { state: "unreadable", failure: "guarded" };
  assert.deepEqual(await machine.fetchText("http://198.51.100.1/proxy.pac", limits), refused);
  assert.deepEqual(await machine.fetchText("http://pay.example/proxy.pac", limits), refused);
});
