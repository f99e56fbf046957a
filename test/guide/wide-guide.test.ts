import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { diagnose } from "../../src/doctor/diagnose.ts";
import { flowsOf } from "../../src/firewall/flow.ts";
import { rowId, rowsOf } from "../../src/guide/guide.ts";
import { lintGuide } from "../../src/guide/lint.ts";
import { loadGuide } from "../../src/guide/load.ts";
import { expectedOf } from "../../src/lab/expected.ts";
import { answerFor, serveAt } from "../../src/lab/faults/_name.ts";
import { aim, applyFaults } from "../../src/lab/faults/apply.ts";
import { faults } from "../../src/lab/faults/index.ts";
import { rowsInLab } from "../../src/lab/places.ts";
import { findingsDiffer, scoreRows } from "../../src/lab/score.ts";
import { worldOf } from "../../src/lab/world-of.ts";
import { memoryMachine } from "../../src/machine/memory.ts";
import type { World } from "../../src/machine/world.ts";

/** One row of each kind: single, block, name only, pattern, range, UDP, inbound, IPv6. */
const folder = join(import.meta.dirname, "wide-guide");
const guide = loadGuide(folder, { cache: false });
const healthy = worldOf(guide);
const rows = rowsOf(guide);

const diagnosed = (world: World) => diagnose(memoryMachine(world, { seed: 1 }), guide);

/** Causes and subjects found in the healthy world where one name leads to other addresses. */
async function foundAt(
  host: string,
  addresses: string[],
  change: (world: World) => void = () => {},
): Promise<[string, string[]][]> {
  const world = structuredClone(healthy);
  answerFor(world, host, { kind: "addresses", addresses });
  change(world);
  const { diagnosis } = await diagnosed(world);
  return diagnosis.findings.map(({ cause, subjects }) => [cause, subjects]);
}

/** A healthy server for one host at an address, behind an open firewall. */
function openAt(world: World, address: string, host: string): void {
  const service = structuredClone(healthy.services["192.0.2.20:443"]!);
  const known = world.services[`${address}:443`];
  world.services[`${address}:443`] = { ...service, hosts: [...(known?.hosts ?? []), host] };
  world.firewall.rules.push({ address, port: 443, action: "accept" });
}

test("it loads, and lint finds nothing but the addresses for examples", () => {
  const { problems } = lintGuide(folder, { today: "2026-11-23" });
  const own = problems.filter(({ rule }) => rule !== "documentation-address");
  assert.deepEqual([own, problems.length], [[], 10]);
});

test("a firewall gets all of it, a PC what it can test", () => {
  const flows = flowsOf(guide).map(
    ({ host, address, port, protocol, direction }) =>
      `${direction} ${host} ${address ?? "-"} ${port} ${protocol}`,
  );
  assert.deepEqual(flows, [
    "outbound pay.bank.example 192.0.2.10 443 https",
    "outbound pay.bank.example 192.0.2.10 389 ldap",
    "outbound pay.bank.example 192.0.2.11 443 https",
    "outbound pay.bank.example 192.0.2.11 389 ldap",
    "outbound pay.bank.example 2001:db8::10 443 https",
    "outbound pay.bank.example 2001:db8::10 389 ldap",
    "outbound login.bank.example 192.0.2.20 443 https",
    "outbound login.bank.example 203.0.113.128/26 443 https",
    "outbound content.bank.example 203.0.113.192/26 443 https",
    "outbound content.bank.example 2001:db8:1::/48 443 https",
    "outbound api.partner.example - 443 https",
    "outbound *.bank.example - 443 https",
    "outbound media.calls.example 192.0.2.30 8000-8010 tcp",
    "outbound media.calls.example 192.0.2.30 8000 udp",
    "outbound media.calls.example 192.0.2.30 8443 https",
    "inbound batch.bank.example 192.0.2.40 22 tcp",
    "inbound batch.bank.example 198.51.100.0/28 22 tcp",
  ]);
  assert.deepEqual(rows.map(rowId), [
    "pay.bank.example|192.0.2.10:443",
    "pay.bank.example|192.0.2.10:389",
    "pay.bank.example|192.0.2.11:443",
    "pay.bank.example|192.0.2.11:389",
    "login.bank.example|192.0.2.20:443",
    "media.calls.example|192.0.2.30:8443",
  ]);
});

test("where all of it holds everything is fine, and only names that are names are asked for", async () => {
  const { diagnosis, evidence } = await diagnosed(healthy);
  assert.deepEqual(diagnosis.findings, []);
  assert.deepEqual(
    diagnosis.endpoints.map((result) => [rowId(result), result.verdict]),
    rowsInLab(guide).map((row) => [rowId(row), "ok"]),
  );
  const asked = evidence.facts.flatMap(({ probe, with: given }) =>
    probe === "resolve" || probe === "lookup" ? [String(given.name)] : [],
  );
  assert.deepEqual([...new Set(asked)].sort(), [
    "api.partner.example",
    "content.bank.example",
    "jochi-control.invalid",
    "login.bank.example",
    "media.calls.example",
    "pay.bank.example",
  ]);
});

for (const row of rowsInLab(guide)) {
  test(`dropped: ${rowId(row)}`, async () => {
    const aimed = [aim(`tcp.drop:${row.address}:${row.port}`, healthy, guide)];
    const { diagnosis } = await diagnosed(applyFaults(healthy, guide, aimed));
    const found = diagnosis.findings.map(({ cause, subjects }) => [cause, subjects]);
    assert.deepEqual(found, [["tcp.drop", [rowId(row)]]]);
  });
}

test("every fault shows itself at everything that it can be aimed at", async () => {
  const wrong: string[] = [];
  for (const fault of faults) {
    for (const target of fault.targets(healthy, guide)) {
      const aimed = [{ fault, target }];
      const world = applyFaults(healthy, guide, aimed);
      const expected = expectedOf(world, guide, aimed);
      const { diagnosis } = await diagnosed(world);
      const differ = [
        ...scoreRows(expected, diagnosis).wrong,
        ...findingsDiffer(expected, diagnosis),
      ];
      if (differ.length > 0) wrong.push(`${fault.id}:${target} ${JSON.stringify(differ)}`);
    }
  }
  assert.deepEqual(wrong, []);
});

test("an address inside a documented block is documented", async () => {
  assert.deepEqual(await foundAt("login.bank.example", ["203.0.113.129"]), []);
  const address = "203.0.113.255";
  const there = (world: World) => openAt(world, address, "content.bank.example");
  assert.deepEqual(await foundAt("content.bank.example", [address], there), []);
  const closed = await foundAt("content.bank.example", [address]);
  assert.deepEqual(closed, [["tcp.drop", [`content.bank.example|${address}:443`]]]);
  const byFile = await foundAt("login.bank.example", ["192.0.2.20"], ({ pc }) => {
    pc.hosts.push({ name: "login.bank.example", address: "203.0.113.130" });
  });
  assert.deepEqual(byFile, []);
});

test("one outside of it is as new as beside a single address", async () => {
  for (const host of ["login.bank.example", "content.bank.example"]) {
    const address = "203.0.113.5";
    const id = `${host}|${address}:443`;
    const moved = await foundAt(host, [address], (world) => {
      const service = structuredClone(world.services["192.0.2.20:443"]!);
      world.services[`${address}:443`] = { ...service, hosts: [host] };
      world.firewall.rules.push({ address, port: 443, action: "accept" });
    });
    const documented = rows.filter((row) => row.host === host).map(rowId);
    assert.deepEqual(moved, [["ip.drift", [...documented, id]]]);
    const closed = await foundAt(host, [address]);
    assert.deepEqual(closed, [["ip.drift", [id]]]);
  }
});

test("a host known by name only may be anywhere", async () => {
  const anywhere = ["203.0.113.5", "10.20.30.40", "192.0.2.10", "203.0.113.200"];
  for (const address of anywhere) {
    const there = (world: World) => openAt(world, address, "api.partner.example");
    assert.deepEqual(await foundAt("api.partner.example", [address], there), [], address);
    if (healthy.services[`${address}:443`]) continue;
    const closed = await foundAt("api.partner.example", [address]);
    assert.deepEqual(closed, [["tcp.drop", [`api.partner.example|${address}:443`]]], address);
  }
  const shared = "203.0.113.6";
  const beside = await foundAt("api.partner.example", [shared], (world) => {
    serveAt(world, guide, "pay.bank.example", shared);
    world.services[`${shared}:443`]!.hosts.push("api.partner.example");
    const addresses = [...healthy.names["pay.bank.example"]!, shared];
    answerFor(world, "pay.bank.example", { kind: "addresses", addresses });
  });
  const ids = [443, 389].map((port) => `pay.bank.example|${shared}:${port}`);
  assert.deepEqual(beside, [["ip.drift", ids]]);
});
