import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { type AddressSet, maxV4 } from "../address.ts";
import { policyBuilder, type Rule } from "../builder.ts";
import type { InterfaceMatch, Policy, Unknown } from "../policy.ts";
import type { Crossing } from "../prove/crossing.ts";
import { matches, outcomesOf, type Packet } from "../prove/packet.ts";
import { includes, type Ranges } from "../ranges.ts";
import { type Action, actions, type Phase } from "../table.ts";
import { compare, type Direction } from "./compare.ts";
import { excessOf } from "./excess.ts";
import type { Required } from "./required.ts";
import { shadowedOf } from "./shadowed.ts";
import { requirementsOf } from "./stage/requirements.ts";

// A universe small enough to look at every kind of packet: each point stands for so many others.
const place = (value: number, weight = 1) => ({ value, weight: BigInt(weight) });
const hosts = [place(0), place(1), place(2), place(3), place(4, maxV4 - 3)];
const serverPorts = [place(80), place(81), place(9, 65_534)];
const clientPorts = [place(2_000, 2_001), place(2_001, 63_535)];
const protocols = [place(6), place(17, 255)];

const address = fc.oneof(
  fc.tuple(fc.nat(3), fc.nat(2)).map(([lo, more]) => [lo, Math.min(3, lo + more)]),
  fc.constantFrom([0, 0, 2, 3], [1, 1, 3, maxV4], [0, 1]),
);
const addresses = address.map((v4): AddressSet => ({ v4, v6: [], names: [] }));
const ports = fc.constantFrom<Ranges<number>>([80, 80], [81, 81], [80, 81], [0, 79, 81, 65_535]);
const zones = fc.constantFrom<InterfaceMatch>(
  { names: ["in"], negated: false },
  { names: ["in*"], negated: true },
);
const unknown: Unknown = { code: "user", what: "kim" };
const often = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined, freq: 3 });
const seldom = <T>(arbitrary: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 6, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary });
const anyAction = [
  "permit",
  "permit",
  "deny",
  "deny",
  "jump",
  "goto",
  "return",
  "unclear",
] as const;

const ruleOf = (allowed: readonly Action[], doubts: boolean) =>
  fc.record({
    action: fc.constantFrom<Action>(...allowed),
    source: often(addresses),
    destination: often(addresses),
    port: often(ports),
    clientPort: seldom(fc.constant<Ranges<number>>([0, 2_000])),
    protocol: fc.constantFrom(undefined, 6),
    phases: doubts ? fc.constantFrom(15, 15, 15, 1, 14) : fc.constant(15),
    input: doubts ? seldom(zones) : fc.constant(undefined),
    unknown: doubts ? seldom(fc.constant(unknown)) : fc.constant(undefined),
  });
const policiesOf = (allowed: readonly Action[], doubts: boolean, most: number) =>
  fc.record({
    chains: fc.array(fc.array(ruleOf(allowed, doubts), { maxLength: most }), {
      minLength: 3,
      maxLength: 3,
    }),
    stages: fc.array(fc.constantFrom<"permit" | "deny">("permit", "deny"), {
      minLength: 1,
      maxLength: doubts ? 2 : 1,
    }),
  });
const plain = policiesOf(["permit", "permit", "deny"], false, 9);
const winding = policiesOf(anyAction, true, 5);
type Raw = typeof winding extends fc.Arbitrary<infer T> ? T : never;

function policyOf({ chains, stages }: Raw): Policy {
  const builder = policyBuilder({ vendor: "test", families: ["ipv4"], replies: "implicit" });
  let line = 0;
  for (const [at, rules] of chains.entries()) {
    const chain = builder.chain(`chain ${at}`);
    for (const { port, clientPort, protocol, action, ...rest } of rules) {
      line += 1;
      const leads = action === "jump" || action === "goto";
      if (leads && at === chains.length - 1) continue;
      const services = [{ protocol, sourcePorts: clientPort, destinationPorts: port }];
      const target = leads ? at + 1 : undefined;
      builder.add({ ...rest, chain, line, action, target, services } as Rule);
    }
  }
  for (const [chain, otherwise] of stages.entries()) builder.stage({ chain, otherwise, line: 0 });
  return builder.finish();
}

function* packets(crossing: Crossing, phase: Phase): Generator<[Packet, bigint]> {
  for (const source of hosts)
    for (const destination of hosts)
      for (const destinationPort of serverPorts)
        for (const sourcePort of clientPorts)
          for (const protocol of protocols) {
            const all = [source, destination, destinationPort, sourcePort, protocol];
            const packet = {
              source: source.value,
              sourcePort: sourcePort.value,
              destination: destination.value,
              destinationPort: destinationPort.value,
              protocol: protocol.value,
              phase,
              ...crossing,
            };
            yield [packet, all.reduce((size, { weight }) => size * weight, 1n)];
          }
}

/** The rows that one packet may meet, rule by rule; -1 is the default of the last stage. */
function metBy(policy: Policy, packet: Packet): Set<number> {
  const met = new Set<number>();
  for (const [number, stage] of policy.stages.entries()) {
    let passes = false;
    const falls = through(stage.chain);
    const isLast = number === policy.stages.length - 1;
    if (falls && isLast) met.add(-1);
    if (!passes && !(falls && stage.otherwise === "permit")) break;

    function through(chain: number): boolean {
      let back = false;
      for (const row of policy.chains[chain]!.rows) {
        const match = matches(policy, row, packet);
        if (match === "no") continue;
        met.add(row);
        const action = policy.table.action[row]!;
        let on = false;
        if (action === actions.permit) passes = true;
        else if (action === actions.return) back = true;
        else if (action === actions.jump) on = through(policy.table.target[row]!);
        else if (action === actions.goto) back = through(policy.table.target[row]!) || back;
        if (match === "yes" && !on) return back;
      }
      return true;
    }
  }
  return met;
}

const permitted = (policy: Policy, packet: Packet) =>
  outcomesOf(policy, packet).map(({ verdict }) => verdict === "permit");
const isIn = (one: Required, packet: Packet) =>
  includes(one.sources.v4, packet.source as number) &&
  includes(one.destinations.v4, packet.destination as number) &&
  includes(one.destinationPorts, packet.destinationPort) &&
  one.protocol === packet.protocol;
const requirements = requirementsOf(addresses, ports);
const inside: Crossing = { input: "in", output: "out" };
const anywhere: Crossing = { input: undefined, output: undefined };

describe("excess", () => {
  for (const [name, policies] of Object.entries({ plain, winding })) {
    it(`is exactly what passes and is not required: ${name}`, () => {
      const seen = { certain: 0, perhaps: 0, undecided: 0 };
      const crossings = fc.constantFrom(inside, anywhere);
      const check = (raw: Raw, required: Required[], sources: AddressSet, crossing: Crossing) => {
        const policy = policyOf(raw);
        const expected = new Map<number, bigint>();
        for (const [packet, weight] of packets(crossing, "open")) {
          if (!includes(sources.v4, packet.source as number)) continue;
          if (required.some((one) => isIn(one, packet))) continue;
          if (!permitted(policy, packet).some(Boolean)) continue;
          for (const row of metBy(policy, packet)) {
            const action = policy.table.action[row] ?? actions[raw.stages.at(-1)!];
            if (action === actions.permit) expected.set(row, (expected.get(row) ?? 0n) + weight);
          }
        }
        const found = excessOf(policy, required, sources, { crossing, most: 100 });
        const rows = found.told.map(({ row }) => row);
        assert.deepEqual(rows.sort(), [...expected.keys()].sort());
        assert.equal(found.excessive, expected.size);
        for (const { packet, row, certainty, exact, size } of found.told) {
          seen[certainty] += 1;
          // A chain that is gone through twice is measured once.
          if (exact) assert.equal(size, expected.get(row));
          else assert.ok(name === "winding" && size > 0n && size <= expected.get(row)!);
          assert.ok(metBy(policy, packet!).has(row));
          assert.ok(!required.some((one) => isIn(one, packet!)));
          assert.ok(includes(sources.v4, packet!.source as number));
          const passes = permitted(policy, packet!);
          assert.ok(certainty === "certain" ? passes.every(Boolean) : passes.some(Boolean));
        }
      };
      fc.assert(fc.property(policies, requirements, addresses, crossings, check), {
        numRuns: 400,
        seed: 1,
      });
      assert.ok(seen.certain > 100, JSON.stringify(seen));
      if (name === "winding") assert.ok(seen.perhaps > 50, JSON.stringify(seen));
      assert.equal(seen.undecided, 0);
    });
  }
});

describe("shadowed lines", () => {
  for (const [name, policies] of Object.entries({ plain, winding })) {
    it(`are exactly those that no packet comes to: ${name}`, () => {
      let count = 0;
      const check = (raw: Raw) => {
        const policy = policyOf(raw);
        const met = new Set<number>();
        const asked: Phase[] = name === "plain" ? ["open"] : ["open", "reply"];
        for (const input of name === "plain" ? ["in"] : ["in", "inner", "out"])
          for (const phase of asked)
            for (const [packet] of packets({ input, output: "out" }, phase))
              for (const row of metBy(policy, packet)) met.add(row);
        const { told } = shadowedOf(policy, { most: 1_000 });
        const { table } = policy;
        const lines = [...Array(table.length).keys()].map((row) => table.line[row]!);
        for (const { line, by } of told) {
          assert.ok(!met.has(lines.indexOf(line)), `line ${line} is met`);
          assert.ok(by.length > 0 && by.every((other) => other >= 0));
        }
        const missed = lines.filter(
          (line, row) =>
            table.chain[row] === 0 && !met.has(row) && !told.some((one) => one.line === line),
        );
        assert.deepEqual(missed, []);
        count += told.length;
      };
      fc.assert(fc.property(policies, check), { numRuns: 200, seed: 2 });
      assert.ok(count > 100);
    });

    it(`and redundant ones can all go at once: ${name}`, () => {
      let count = 0;
      const check = (raw: Raw) => {
        const policy = policyOf(raw);
        const { told } = shadowedOf(policy, { most: 1_000, redundant: true });
        const gone = new Set(told.map(({ line }) => line));
        const rows = (chain: { rows: Int32Array; name: string }) => ({
          ...chain,
          rows: chain.rows.filter((row) => !gone.has(policy.table.line[row]!)),
        });
        const without: Policy = { ...policy, chains: policy.chains.map(rows) };
        for (const [packet] of packets(inside, "open")) {
          const [a, b] = [policy, without].map((one) =>
            [...new Set(outcomesOf(one, packet).map(({ verdict }) => verdict))].sort(),
          );
          assert.deepEqual(a, b);
        }
        count += told.filter(({ kind }) => kind === "redundant").length;
      };
      fc.assert(fc.property(policies, check), { numRuns: 100, seed: 3 });
      assert.ok(count > 50);
    });
  }
});

describe("comparing", () => {
  for (const [name, policies] of Object.entries({ plain, winding })) {
    it(`finds exactly the packets that fare otherwise: ${name}`, () => {
      const seen = { opened: 0, closed: 0, perhaps: 0 };
      const verdict = (policy: Policy, packet: Packet) => {
        const found = new Set(outcomesOf(policy, packet).map((outcome) => outcome.verdict));
        return found.size > 1 || found.has("unclear") ? "perhaps" : [...found].join();
      };
      const check = (raw: Raw, other: Raw, drop: number, alike: boolean) => {
        const before = policyOf(raw);
        const changed = raw.chains.map((rules) => rules.filter((_, at) => at !== drop));
        const after = policyOf(alike ? { ...raw, chains: changed } : other);
        const expected: Record<Direction, bigint> = { opened: 0n, closed: 0n, perhaps: 0n };
        for (const [packet, weight] of packets(inside, "open")) {
          const [a, b] = [verdict(before, packet), verdict(after, packet)];
          if (a === b) continue;
          if (a === "perhaps" || b === "perhaps") expected.perhaps += weight;
          else expected[b === "permit" ? "opened" : "closed"] += weight;
        }
        const found = compare(before, after, { crossing: inside, most: 10_000 });
        assert.ok(found.complete);
        const sums: typeof expected = { opened: 0n, closed: 0n, perhaps: 0n };
        for (const { direction, size, packet } of found.changes) {
          sums[direction] += size;
          seen[direction] += 1;
          assert.notEqual(verdict(before, packet), verdict(after, packet));
        }
        assert.deepEqual(sums, expected);
      };
      const cases = [policies, policies, fc.nat(4), fc.boolean()] as const;
      fc.assert(fc.property(...cases, check), { numRuns: 150, seed: 4 });
      assert.ok(seen.opened > 50 && seen.closed > 50);
      if (name === "winding") assert.ok(seen.perhaps > 50);
    });
  }
});
