import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { verdicts } from "../evidence/verdict.ts";
import { loadGuide } from "../guide/load.ts";
import { expectedOf } from "./expected.ts";
import { aim } from "./faults/apply.ts";
import { buildScenario, loadScenarios, parseScenario, ScenarioError } from "./scenario.ts";
import { worldOf } from "./world-of.ts";

const guide = loadGuide("bankpay-transfer@2018.11");
const scenarios = loadScenarios(join(import.meta.dirname, "../../scenarios"), guide);

test("there are at least eighty, and every verdict is expected somewhere", () => {
  assert.ok(scenarios.length >= 80, `${scenarios.length}`);
  const said = new Set<string>(scenarios.flatMap(({ expected }) => Object.values(expected.rows)));
  for (const { expected } of scenarios) for (const { cause } of expected.findings) said.add(cause);
  // No fault leaves only "something with DNS": each of its answers has a code of its own.
  const lacking = verdicts.filter(
    (verdict) => !said.has(verdict) && !["ok", "dns"].includes(verdict),
  );
  assert.deepEqual(lacking, []);
});

test("what is written by hand agrees with what the faults say of themselves", () => {
  const healthy = worldOf(guide);
  for (const { id, faults, world, expected } of scenarios) {
    const aimed = faults.map((name) => aim(name, healthy, guide));
    const derived = expectedOf(world, guide, aimed);
    assert.deepEqual(expected.rows, derived.rows, id);
    const shape = (findings: typeof expected.findings) =>
      findings
        .filter(({ hidden }) => !hidden)
        .map(({ cause, subjects }) => JSON.stringify([cause, subjects?.toSorted()]))
        .sort();
    assert.deepEqual(shape(expected.findings), shape(derived.findings), id);
  }
});

const head = "id: x\nstory: { ko: 가, en: a }\n";
const wrong: [string, string, RegExp][] = [
  ["broken YAML", `${head}faults: [\n`, /^x\.yaml:\d+: /],
  ["an unknown field", `${head}faults: []\nfindings: []\nmore: 1\n`, /x\.yaml.*more/],
  ["an unknown verdict", `${head}faults: []\nrows: { "*": tcp.lost }\nfindings: []\n`, /x\.yaml:4/],
  [
    "another name",
    `id: y\nstory: { ko: 가, en: a }\nfaults: []\nfindings: []\n`,
    /expected y\.yaml/,
  ],
  [
    "an unknown fault",
    `${head}faults: [tcp.dorp]\nfindings: []\n`,
    /no fault is called "tcp\.dorp"/,
  ],
  [
    "a row nobody has",
    `${head}faults: []\nrows: { a.b: ok }\nfindings: []\n`,
    /no row matches "a\.b"/,
  ],
  [
    "an unknown cause",
    `${head}faults: []\nfindings: [{ cause: rain }]\n`,
    /no cause is called "rain"/,
  ],
];

for (const [what, text, message] of wrong) {
  test(`${what} is refused with its place`, () => {
    assert.throws(
      () => buildScenario(parseScenario(text, "x.yaml"), guide, "x.yaml"),
      (error) => error instanceof ScenarioError && message.test(error.message),
    );
  });
}
