import assert from "node:assert/strict";
import { test } from "node:test";
import { rowId, rowsOf } from "../guide/guide.ts";
import { loadGuide } from "../guide/load.ts";
import { faultNamed } from "./faults/index.ts";
import { randomWorld } from "./random-world.ts";

const guide = loadGuide("bankpay-transfer@2018.11");
const many = Array.from({ length: 400 }, (_, seed) => randomWorld(seed, guide));

test("the seed alone decides", () => {
  for (const seed of [0, 1, 77]) {
    assert.deepEqual(randomWorld(seed, guide), many[seed]);
  }
});

test("there are one to three faults, and at least one that must be found", () => {
  for (const { faults, expected } of many) {
    assert.ok(faults.length >= 1 && faults.length <= 3);
    assert.ok(expected.findings.some(({ hidden }) => !hidden));
  }
  const counts = new Set(many.map(({ faults }) => faults.length));
  assert.deepEqual([...counts].sort(), [1, 2, 3]);
});

test("most faults come up, and some hide one another", () => {
  const drawn = new Set(
    many.flatMap(({ faults }) => faults.map((name) => faultNamed(name).fault.id)),
  );
  assert.ok(drawn.size > 75, `${drawn.size}`);
  assert.ok(many.some(({ expected }) => expected.findings.some(({ hidden }) => hidden)));
});

test("each broken row belongs to a finding that can be seen", () => {
  const documented = new Set(rowsOf(guide).map(rowId));
  for (const { seed, expected } of many) {
    const visible = expected.findings.filter(({ hidden }) => !hidden);
    const owned = new Set(visible.flatMap(({ subjects }) => subjects ?? []));
    for (const [id, verdict] of Object.entries(expected.rows)) {
      if (verdict === "insufficient") continue;
      assert.ok(owned.has(id) || !documented.has(id), `seed ${seed}: ${id} is ${verdict}`);
    }
  }
});
