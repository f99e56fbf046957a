import assert from "node:assert/strict";
import { test } from "node:test";
import type { Evidence, Fact } from "../evidence/evidence.ts";
import { thin } from "./thin.ts";

function evidenceOf(...facts: Partial<Fact>[]): Evidence {
  return {
    schema: "jochi.evidence/1",
    gatheredBy: "0",
    guide: { id: "a", edition: "2026" },
    platform: "memory",
    startedAt: "2026-01-01T00:00:00Z",
    durationMs: 1,
    incomplete: false,
    facts: facts.map((fact) => ({ probe: "programs", with: {}, at: 0, ms: 0, ...fact })),
  };
}

const found = (value: unknown) => ({ fact: { state: "found", value } });
const listIn = (evidence: Evidence) => (evidence.facts[0]!.fact as { value: number[] }).value;
const many = Array.from({ length: 300 }, (_, at) => at);

test("of a long list stays what the report needs, in its order, wherever it stands", () => {
  for (const wanted of [[], [0], [299], [7, 8, 9], [3, 150, 151, 298]]) {
    let tries = 0;
    const { evidence, left } = thin(evidenceOf(found(many)), (tried) => {
      tries += 1;
      return wanted.every((one) => listIn(tried).includes(one));
    });
    assert.deepEqual(listIn(evidence), wanted);
    assert.deepEqual(left, { programs: 300 - wanted.length });
    assert.ok(tries < 100, `${tries}`);
  }
});

test("where everything is needed, and where time runs out, everything that is left stays", () => {
  const whole = evidenceOf(found(many));
  let tries = 0;
  const { evidence, left } = thin(whole, () => {
    tries += 1;
    return false;
  });
  assert.deepEqual([evidence, left], [whole, {}]);
  assert.ok(tries <= 600);
});

test("the words of a web answer go where nothing depends on them", () => {
  const body = "Blocked by policy. ".repeat(10);
  const row = { probe: "row", fact: { tcp: {}, http: { ok: true, status: 403, body } } };
  const bodyIn = ({ facts }: Evidence) => (facts[0]!.fact as typeof row.fact).http.body;
  assert.equal(bodyIn(thin(evidenceOf(row), () => true).evidence), "");
  assert.equal(bodyIn(thin(evidenceOf(row), (tried) => bodyIn(tried) !== "").evidence), body);
});

test("short lists, other states and facts of other shapes stay as they are", () => {
  const whole = evidenceOf(found([1, 2, 3]), { fact: { state: "absent" } }, { error: "ETIMEDOUT" });
  assert.deepEqual(
    thin(whole, () => true),
    { evidence: whole, left: {} },
  );
});
