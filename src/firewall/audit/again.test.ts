import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { type AddressSet, anyV4, maxV4 } from "../address.ts";
import { policyBuilder, type Rule } from "../builder.ts";
import type { InterfaceMatch, Policy } from "../policy.ts";
import type { Ranges } from "../ranges.ts";
import { excessOf } from "./excess.ts";
import type { Required } from "./required.ts";
import { shadowedOf } from "./shadowed.ts";
import { requirementsOf } from "./stage/requirements.ts";

const addresses = fc
  .constantFrom<Ranges<number>>([0, 1], [1, 1], [2, 3], [0, 3], [0, 0, 2, 3], [0, maxV4])
  .map((v4): AddressSet => ({ v4, v6: [], names: [] }));
const ports = fc.constantFrom<Ranges<number>>([80, 80], [80, 81], [80, 80, 443, 443], [0, 65_535]);
const zones = fc.constantFrom<InterfaceMatch | undefined>(undefined, undefined, undefined, {
  names: ["in"],
  negated: false,
});
const rules = fc.array(
  fc.record({
    action: fc.constantFrom("permit", "permit", "permit", "deny", "jump"),
    source: addresses,
    destination: addresses,
    port: ports,
    phases: fc.constantFrom(15, 15, 15, 1, 14),
    input: zones,
  }),
  { minLength: 4, maxLength: 24 },
);
const requirements = requirementsOf(addresses, ports);

function policyOf(all: typeof rules extends fc.Arbitrary<infer T> ? T : never): Policy {
  const builder = policyBuilder({ vendor: "test", families: ["ipv4"], replies: "checked" });
  const [first, second] = [builder.chain("first"), builder.chain("second")];
  for (const [at, { port, action, ...rest }] of all.entries()) {
    const services = [{ protocol: 6, destinationPorts: port }];
    const chain = at % 3 === 2 ? second : first;
    const leads = action === "jump";
    if (leads && chain === second) continue;
    const target = leads ? second : undefined;
    builder.add({ ...rest, chain, line: at + 1, action, target, services } as Rule);
  }
  builder.stage({ chain: first, otherwise: "deny", line: 0 });
  return builder.finish();
}

describe("going on from a search", () => {
  it("finds the same lines that do nothing as searching anew", () => {
    let count = 0;
    const check = (
      all: Parameters<typeof policyOf>[0],
      required: readonly Required[],
      input: string,
    ) => {
      const policy = policyOf(all);
      const { seen } = excessOf(policy, required, anyV4, { crossing: { input, output: "?" } });
      const again = shadowedOf(policy, { seen, most: 1_000 });
      const anew = shadowedOf(policy, { most: 1_000 });
      const lines = ({ told }: typeof anew) => told.map(({ line }) => line);
      assert.deepEqual(lines(again), lines(anew));
      assert.equal(again.shadowed, anew.shadowed);
      assert.deepEqual([again.undecided, anew.undecided], [0, 0]);
      count += again.shadowed;
      for (const { by } of again.told) assert.ok(by.length > 0 && by.every((line) => line > 0));
    };
    fc.assert(fc.property(rules, requirements, fc.constantFrom("in", "?"), check), {
      numRuns: 300,
      seed: 1,
    });
    assert.ok(count > 250, String(count));
  });

  it("judges only the rows that are asked for", () => {
    const check = (all: Parameters<typeof policyOf>[0], asked: number) => {
      const policy = policyOf(all);
      const { seen } = excessOf(policy, [], anyV4, { crossing: { input: "?", output: "?" } });
      const line = policy.table.line[asked % policy.table.length]!;
      const only = (row: number) => policy.table.line[row] === line;
      const [one] = shadowedOf(policy, { only, seen, most: 1_000 }).told;
      const whole = shadowedOf(policy, { most: 1_000 }).told;
      assert.deepEqual(one?.line, whole.find((each) => each.line === line)?.line);
    };
    fc.assert(fc.property(rules, fc.nat(), check), { numRuns: 300, seed: 2 });
  });
});
