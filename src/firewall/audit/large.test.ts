import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { type AddressSet, anyAddress, anyV4, noAddress, parseAddresses } from "../address.ts";
import { chainsOf, policyBuilder } from "../builder.ts";
import type { Policy } from "../policy.ts";
import { outcomesOf, type Packet } from "../prove/packet.ts";
import {
  actions,
  anyPorts,
  anyProtocol,
  everyPhase,
  newRow,
  newTable,
  packPorts,
} from "../table.ts";
import { holdsPoint } from "./boxes.ts";
import { compare } from "./compare.ts";
import { excessOf } from "./excess.ts";
import { flatten } from "./flatten.ts";
import { examine, exampleOf, fates, groundOf } from "./reach.ts";
import { shadowedOf } from "./shadowed.ts";
import { everything, spaceOf } from "./space.ts";

const services = [
  [6, 80, 80],
  [6, 443, 443],
  [6, 22, 22],
  [6, 7443, 7443],
  [17, 53, 53],
  [17, 123, 123],
  [6, 8000, 8010],
  [6, 1024, 65_535],
  [anyProtocol, 0, 65_535],
] as const;
const anywhere = { input: undefined, output: undefined };

/** Chance that is the same every time. */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x9e3779b9) >>> 0;
    let value = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
    value = Math.imul(value ^ (value >>> 15), 0x735a2d97);
    return ((value ^ (value >>> 15)) >>> 0) / 2 ** 32;
  };
}

/** Rules as a large firewall has them: prefixes, few services, four of five permit. */
function rulesLike(rows: number, crowded: boolean, seed: number): Policy {
  const next = chance(seed);
  const table = newTable(rows);
  const prefix = (base: number, bits: number, shortest: number) => {
    const size = 2 ** (32 - shortest - Math.floor(next() * (33 - shortest)));
    const lo = Math.floor((base + next() * 2 ** (32 - bits)) / size) * size;
    return [lo, lo + size - 1] as const;
  };
  for (let at = 0; at < rows; at += 1) {
    const row = newRow(table);
    const [source, sourceEnd] = prefix(0x0a00_0000, 8, crowded ? 8 : 12);
    const [destination, destinationEnd] = crowded ? prefix(0x0b00_0000, 8, 8) : prefix(0, 0, 8);
    const [protocol, lo, hi] = services[Math.floor(next() * services.length)]!;
    table.line[row] = at + 1;
    table.action[row] = next() < 0.8 ? actions.permit : actions.deny;
    table.protocol[row] = protocol;
    table.sourceLo[row] = source;
    table.sourceHi[row] = sourceEnd;
    table.destinationLo[row] = destination;
    table.destinationHi[row] = destinationEnd;
    table.sourcePorts[row] = anyPorts;
    table.destinationPorts[row] = packPorts(lo, hi);
    table.phases[row] = everyPhase;
  }
  const builder = policyBuilder({ vendor: "test", families: ["ipv4"], replies: "implicit" });
  builder.stage({ chain: builder.chain("forward"), otherwise: "deny", line: 0 });
  return { ...builder.finish(), table, chains: chainsOf(["forward"], table) };
}

describe("many rules", () => {
  for (const crowded of [false, true]) {
    it(`gives every row a packet that meets it first, or a proof${crowded ? ", crowded" : ""}`, () => {
      const policy = rulesLike(4_000, crowded, 7);
      const space = spaceOf("ipv4", []);
      const view = { space, crossing: anywhere, phase: "open" as const, within: everything(space) };
      const program = flatten(policy, view);
      assert.ok(program.plain && program.length === 4_001);
      const findings = examine(groundOf(program), "met", () => true, { steps: 1e8 });
      const counts = [0, 0, 0, 0];
      for (let entry = 0; entry < program.length; entry += 1) {
        counts[findings.fate[entry]!]! += 1;
        if (findings.fate[entry] !== fates.reached) continue;
        const example = exampleOf(program, findings, entry);
        let first = 0;
        while (!holdsPoint(program.boxes, first, example)) first += 1;
        assert.equal(first, entry);
      }
      assert.equal(counts[fates.reached]! + counts[fates.hidden]!, program.length);
      assert.ok(counts[fates.hidden]! > (crowded ? 100 : 0), String(counts));
    });

    it(`never finds a packet at a shadowed line${crowded ? ", crowded" : ""}`, () => {
      const policy = rulesLike(4_000, crowded, 8);
      const found = shadowedOf(policy, { most: 4_000 });
      const lines = new Set(found.told.map(({ line }) => line));
      assert.equal(lines.size, found.shadowed);
      const next = chance(9);
      for (let round = 0; round < 2_000; round += 1) {
        const row = Math.floor(next() * 4_000);
        const within = (lo: number, hi: number) => lo + Math.floor(next() * (hi - lo + 1));
        const { table } = policy;
        const packet: Packet = {
          source: within(table.sourceLo[row]!, table.sourceHi[row]!),
          sourcePort: 5_000,
          destination: within(table.destinationLo[row]!, table.destinationHi[row]!),
          destinationPort: within(
            table.destinationPorts[row]! & 0xffff,
            table.destinationPorts[row]! >>> 16,
          ),
          protocol: Math.max(6, table.protocol[row]!),
          phase: "open",
          ...anywhere,
        };
        const [outcome] = outcomesOf(policy, packet);
        assert.ok(!lines.has(outcome!.row + 1));
      }
    });
  }

  it("says that it does not know where the work would be too much", () => {
    const policy = rulesLike(2_000, true, 3);
    const { told, undecided, excessive, tight } = excessOf(policy, [], anyV4, {
      crossing: anywhere,
      steps: 0,
    });
    assert.ok(undecided > 0 && undecided + excessive + tight > 1_500);
    for (const { certainty, packet } of told)
      assert.equal(certainty === "undecided", packet === undefined);
    assert.ok(shadowedOf(policy, { steps: 0 }).undecided > 0);
    const other = rulesLike(2_000, true, 4);
    assert.equal(compare(policy, other, { crossing: anywhere, steps: 1_000 }).complete, false);
  });

  it("needs few steps for what several rows hide together", () => {
    const policy = rulesLike(20_000, true, 7);
    const found = excessOf(policy, [], anyV4, { crossing: anywhere, most: 0, steps: 500_000 });
    assert.ok(found.tight > 1_000);
    assert.equal(found.undecided, 0);
    assert.equal(shadowedOf(policy, { steps: 500_000 }).undecided, 0);
  });

  it("compares large policies that differ in a few rows", () => {
    const before = rulesLike(20_000, false, 5);
    const table = { ...before.table, action: before.table.action.slice() };
    table.action[100] = table.action[100] === actions.permit ? actions.deny : actions.permit;
    const found = compare(before, { ...before, table }, { crossing: anywhere });
    assert.ok(found.complete);
    assert.deepEqual(
      new Set(found.changes.flatMap((one) => [one.before.line, one.after.line])),
      new Set([101]),
    );
  });
});

describe("groups and IPv6", () => {
  const set = (...texts: string[]): AddressSet => {
    const parts = texts.map((text) => parseAddresses(text)!);
    return { v4: parts.flatMap(({ v4 }) => v4), v6: parts.flatMap(({ v6 }) => v6), names: [] };
  };
  const offices = set("10.1.0.0/16", "10.3.0.0/16", "2001:db8:1::/48", "2001:db8:3::/48");

  it("finds what a wide rule for a group opens, and what hides behind it", () => {
    const builder = policyBuilder({
      vendor: "test",
      families: ["ipv4", "ipv6"],
      replies: "implicit",
    });
    const chain = builder.chain("forward");
    const services = [{ protocol: 6, destinationPorts: [80, 80, 443, 443] }];
    const server = set("203.0.113.7", "2001:db8:ffff::7");
    builder.add({
      chain,
      line: 1,
      action: "permit",
      source: offices,
      destination: server,
      services,
    });
    builder.add({
      chain,
      line: 2,
      action: "permit",
      source: set("2001:db8:3:1::/64"),
      destination: server,
      services: [{ protocol: 6, destinationPorts: [443, 443] }],
    });
    builder.stage({ chain, otherwise: "deny", line: 9 });
    const policy = builder.finish();
    const needed = {
      sources: offices,
      sourcePorts: [0, 65_535],
      destinations: server,
      destinationPorts: [443, 443],
      protocol: 6,
    };
    const { told } = excessOf(policy, [needed], anyAddress, { crossing: anywhere });
    assert.deepEqual(
      told.map(({ line, size, exact }) => [line, size, exact]),
      [
        [1, 2n * 2n ** 80n * 65_536n, true],
        [1, 2n * 2n ** 16n * 65_536n, true],
      ],
    );
    assert.equal(told[0]!.packet!.destinationPort, 80);
    const { told: hidden } = shadowedOf(policy);
    assert.deepEqual(hidden, [{ line: 2, kind: "shadowed", by: [1], byMore: 0 }]);
    assert.equal(excessOf(policy, [needed], noAddress, { crossing: anywhere }).told.length, 0);
  });

  it("judges nothing where chains lead back to themselves", () => {
    const builder = policyBuilder({ vendor: "test", families: ["ipv4"], replies: "implicit" });
    const chain = builder.chain("forward");
    builder.add({ chain, line: 1, action: "jump", target: chain });
    builder.add({ chain, line: 2, action: "jump", target: chain });
    builder.add({ chain, line: 3, action: "permit" });
    builder.stage({ chain, otherwise: "deny", line: 0 });
    const policy = builder.finish();
    assert.equal(shadowedOf(policy).told.length, 0);
    const { told, whole } = excessOf(policy, [], anyV4, { crossing: anywhere });
    assert.equal(whole, false);
    assert.ok(told.every(({ certainty }) => certainty !== "certain"));
  });
});
