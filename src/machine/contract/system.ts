import assert from "node:assert/strict";
import { test } from "node:test";
import type { DnsOutcome } from "../machine.ts";
import { host, limits, type Play, shortly } from "./setup.ts";

/** What a machine says of itself, its clocks and its names. */
export function systemContract(play: Play): void {
  test("durations come from a clock that does not run backwards", async () => {
    const { machine } = play();
    const begun = machine.elapsed();
    await machine.sleep(20);
    assert.ok(machine.elapsed() - begun >= 19);
    assert.ok(machine.now() > Date.UTC(2024, 0));
  });

  test("sleep ends at once when it is called off", async () => {
    const { machine } = play();
    const begun = machine.elapsed();
    await machine.sleep(60_000, AbortSignal.abort());
    const controller = new AbortController();
    const sleeping = machine.sleep(60_000, controller.signal);
    controller.abort();
    await sleeping;
    assert.ok(machine.elapsed() - begun < 5_000);
  });

  test("loopback is an interface and has a route", async () => {
    const { machine } = play();
    const interfaces = await machine.interfaces();
    assert.ok(interfaces.state === "found");
    const loopback = interfaces.value.find(({ address }) => address === "127.0.0.1");
    assert.equal(loopback?.loopback, true);
    assert.deepEqual(await machine.hasRoute("127.0.0.1"), { state: "found", value: true });
  });

  test("a file that is not there is absent, not unreadable", async () => {
    const url = "file:///C:/no/such/folder/proxy.pac";
    const reading = await play().machine.fetchText(url, { ...limits, maxBytes: 100 });
    assert.deepEqual(reading, { state: "absent" });
  });

  test("the system's look-up knows localhost", async () => {
    const outcome = await play().machine.lookup("localhost", limits);
    assert.ok(outcome.ok);
    assert.ok(outcome.addresses.includes("127.0.0.1"));
  });

  const answers: [string, Partial<DnsOutcome>][] = [
    [host, { ok: true, addresses: ["198.51.100.9"] }],
    ["two.contract.test", { ok: true, addresses: ["198.51.100.1", "198.51.100.2"] }],
    ["missing.contract.test", { ok: false, failure: "nxdomain", code: "ENOTFOUND" }],
    ["servfail.contract.test", { ok: false, failure: "servfail", code: "ESERVFAIL" }],
    ["refused.contract.test", { ok: false, failure: "refused", code: "EREFUSED" }],
    ["nodata.contract.test", { ok: false, failure: "nodata", code: "ENODATA" }],
  ];
  for (const [name, expected] of answers) {
    test(`resolve ${name}`, async () => {
      const { machine, resolver } = play();
      const { ms, ...outcome } = await machine.resolve(resolver("resolver"), name, limits);
      assert.deepEqual(outcome, expected);
      assert.ok(ms < limits.timeoutMs);
    });
  }

  test("a silent resolver costs the limit and no more", async () => {
    const { machine, resolver } = play();
    const outcome = await machine.resolve(resolver("resolver"), "silent.contract.test", shortly);
    assert.ok(!outcome.ok);
    assert.equal(outcome.failure, "timeout");
    assert.ok(outcome.ms >= shortly.timeoutMs - 5 && outcome.ms < shortly.timeoutMs + 100);
  });

  test("a resolver that nobody runs is closed, not silent", async () => {
    const { machine, resolver } = play();
    const outcome = await machine.resolve(resolver("resolver-closed"), host, limits);
    assert.ok(!outcome.ok);
    assert.equal(outcome.failure, "closed");
  });
}
