import assert from "node:assert/strict";
import { test } from "node:test";
import { diagnose } from "../../../src/doctor/diagnose.ts";
import { rowId } from "../../../src/guide/guide.ts";
import { loadGuide } from "../../../src/guide/load.ts";
import { aim, applyFaults } from "../../../src/lab/faults/apply.ts";
import { rowsInLab } from "../../../src/lab/places.ts";
import { worldOf } from "../../../src/lab/world-of.ts";
import { memoryMachine } from "../../../src/machine/memory.ts";

/** Hundreds of hosts and blocks: the largest guide there is. */
const guide = loadGuide("guides/microsoft-365/2024.04", { cache: false });
const healthy = worldOf(guide);
const rows = rowsInLab(guide);

async function found(...faults: string[]): Promise<[string, string[]][]> {
  const aimed = faults.map((fault) => aim(fault, healthy, guide));
  const world = applyFaults(healthy, guide, aimed);
  const { diagnosis } = await diagnose(memoryMachine(world, { seed: 1 }), guide);
  assert.equal(diagnosis.endpoints.length, rows.length);
  return diagnosis.findings.map(({ cause, subjects }) => [cause, subjects]);
}

test("hundreds of hosts that are documented by blocks and names are tested, and all is well", async () => {
  assert.ok(rows.length > 500);
  assert.deepEqual(await found(), []);
});

test("one dropped block is one finding, at every host that leads into it", async () => {
  const at = rows.filter(({ address }) => address === "13.107.6.153").map(rowId);
  assert.ok(at.length > 10);
  const [finding, ...more] = await found("tcp.drop:13.107.6.153");
  assert.deepEqual(more, []);
  assert.deepEqual([finding?.[0], finding?.[1].toSorted()], ["tcp.drop", at.toSorted()]);
});

test("one port that is closed everywhere is one finding", async () => {
  const at = rows.filter(({ port }) => port === 443).map(rowId);
  const [finding, ...more] = await found("tcp.drop:*:443");
  assert.deepEqual(more, []);
  assert.deepEqual([finding?.[0], finding?.[1].toSorted()], ["tcp.drop", at.toSorted()]);
});
