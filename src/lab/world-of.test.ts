import assert from "node:assert/strict";
import { test } from "node:test";
import { rowsOf } from "../guide/guide.ts";
import { loadGuide } from "../guide/load.ts";
import { memoryMachine } from "../machine/memory.ts";
import { worldOf } from "./world-of.ts";

const guide = loadGuide("bankpay-transfer@2018.11");

test("every documented row is named, open and served with a valid certificate", async () => {
  const machine = memoryMachine(worldOf(guide));
  for (const { host, address, port, protocol } of rowsOf(guide)) {
    const name = await machine.lookup(host, { timeoutMs: 1_000 });
    assert.ok(name.ok && name.addresses.includes(address));
    const tcp = await machine.connect(address, port, { timeoutMs: 1_000 });
    assert.ok(tcp.ok, `${address}:${port}`);
    if (protocol !== "https") continue;
    const tls = await tcp.connection.tls({ servername: host, timeoutMs: 1_000 });
    assert.ok(tls.ok && tls.verify === "OK" && tls.nameMatches && tls.anchor === "public");
  }
});

test("nothing else is open", async () => {
  const machine = memoryMachine(worldOf(guide));
  for (const { address } of rowsOf(guide)) {
    const tcp = await machine.connect(address, 64_999, { timeoutMs: 1_000 });
    assert.deepEqual(tcp.ok || tcp.failure, "timeout");
  }
});

test("required agents answer with their token, others do not listen", async () => {
  const machine = memoryMachine(worldOf(guide));
  for (const { address, ports, required, expect, path } of guide.agents) {
    const tcp = await machine.connect(address, ports.first, { timeoutMs: 100 });
    assert.equal(tcp.ok, required);
    if (!tcp.ok) continue;
    const limits = { timeoutMs: 100, maxBytes: 200 };
    const page = await tcp.connection.http({ method: "GET", path, host: address, ...limits });
    assert.ok(page.ok && page.body.includes(expect ?? ""));
  }
});

test("a world is plain data", () => {
  const world = worldOf(guide);
  assert.deepEqual(JSON.parse(JSON.stringify(world)), world);
});
