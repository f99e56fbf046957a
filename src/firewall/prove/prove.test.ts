import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import type { AddressSet } from "../address.ts";
import { policyBuilder, type Rule } from "../builder.ts";
import type { Flow } from "../flow.ts";
import type { InterfaceMatch, Policy, Unknown } from "../policy.ts";
import { includes, type Ranges } from "../ranges.ts";
import { type Action, type Phase, phases } from "../table.ts";
import { outcomesOf, type Packet } from "./packet.ts";
import type { Part } from "./parts.ts";
import { prove } from "./prove.ts";

// A universe small enough to look at every packet of it: addresses 0 to 15, a few ports.
const addresses = fc
  .uniqueArray(fc.integer({ min: 0, max: 15 }), { minLength: 2, maxLength: 4 })
  .map((ends): AddressSet => {
    const sorted = ends.sort((a, b) => a - b).slice(0, ends.length - (ends.length % 2));
    const pairs =
      sorted.length === 4 && sorted[1]! + 1 === sorted[2]! ? sorted.slice(0, 2) : sorted;
    return { v4: pairs, v6: [], names: [] };
  });
const ports = fc
  .tuple(fc.integer({ min: 79, max: 84 }), fc.integer({ min: 0, max: 3 }))
  .map(([lo, more]): Ranges<number> => [lo, lo + more]);
const clientPorts = fc.constantFrom<Ranges<number>>([0, 65_535], [0, 2_000], [1_500, 65_535]);
const unknown: Unknown = { code: "user", what: "kim" };
const zones = fc.constantFrom<InterfaceMatch>(
  { names: ["in"], negated: false },
  { names: ["out"], negated: false },
  { names: ["in"], negated: true },
);
const often = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined, freq: 3 });
const seldom = <T>(arbitrary: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 5, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary });

const rule = fc.record({
  action: fc.constantFrom<Action>(
    "permit",
    "permit",
    "deny",
    "deny",
    "jump",
    "goto",
    "return",
    "unclear",
  ),
  source: often(addresses),
  destination: often(addresses),
  port: often(ports),
  clientPort: seldom(clientPorts),
  protocol: fc.constantFrom(undefined, 6, 6, 6, 17),
  backwards: fc.boolean(),
  phases: fc.constantFrom(15, 15, 15, 1, 14, 2),
  input: seldom(zones),
  unknown: seldom(fc.constant(unknown)),
});
const policies = fc.record({
  replies: fc.constantFrom<Policy["replies"]>("implicit", "checked"),
  chains: fc.array(fc.array(rule, { maxLength: 7 }), { minLength: 3, maxLength: 3 }),
  stages: fc.array(fc.constantFrom<"permit" | "deny">("permit", "deny"), {
    minLength: 1,
    maxLength: 2,
  }),
  entering: seldom(zones),
});

type Raw = typeof policies extends fc.Arbitrary<infer T> ? T : never;

function policyOf({ replies, chains, stages, entering }: Raw): Policy {
  const builder = policyBuilder({ vendor: "test", families: ["ipv4"], replies });
  let line = 0;
  for (const [at, rules] of chains.entries()) {
    const chain = builder.chain(`chain ${at}`);
    for (const { port, clientPort, protocol, backwards, action, ...rest } of rules) {
      line += 1;
      // Later chains only: cycles have tests of their own.
      const leads = action === "jump" || action === "goto";
      if (leads && at === chains.length - 1) continue;
      const service = backwards
        ? { protocol, sourcePorts: port, destinationPorts: clientPort }
        : { protocol, sourcePorts: clientPort, destinationPorts: port };
      const target = leads ? at + 1 : undefined;
      builder.add({ ...rest, chain, line, action, target, services: [service] } as Rule);
    }
  }
  for (const [chain, otherwise] of stages.entries()) {
    builder.stage({ chain, otherwise, line: 0, ...(entering && { input: entering }) });
  }
  return builder.finish();
}

const flow = (destination: AddressSet, wanted: Ranges<number>): Flow => ({
  endpoint: "e",
  group: "g",
  host: "h",
  address: undefined,
  destination,
  port: "80",
  ports: wanted,
  protocol: "tcp",
  transport: "tcp",
  direction: "outbound",
  required: true,
  purpose: { ko: "시험" },
});

/** The same question, answered packet by packet. */
function plainly(policy: Policy, packet: Packet): Part["verdict"] {
  const asked: Phase[] =
    policy.replies === "checked" ? ["open", "reply", "data", "replyData"] : ["open"];
  const answers = asked.map((phase) => {
    const back = phase === "reply" || phase === "replyData";
    const turned: Packet = back
      ? {
          ...packet,
          source: packet.destination as number,
          sourcePort: packet.destinationPort,
          destination: packet.source,
          destinationPort: packet.sourcePort,
          input: packet.output,
          output: packet.input,
        }
      : packet;
    return outcomesOf(policy, { ...turned, phase }).map(({ verdict }) => verdict);
  });
  if (answers.some((verdicts) => verdicts.every((verdict) => verdict === "deny"))) return "denied";
  return answers.flat().every((verdict) => verdict === "permit") ? "permitted" : "undetermined";
}

function partOf(parts: Part[], packet: Packet): Part[] {
  return parts.filter(({ boxes }) =>
    boxes.some(
      ({ clients, clientPorts: from, servers, serverPorts }) =>
        clients.some(([lo, hi]) => lo <= packet.source && packet.source <= hi) &&
        from[0] <= packet.sourcePort &&
        packet.sourcePort <= from[1] &&
        servers[0] <= (packet.destination as number) &&
        (packet.destination as number) <= servers[1] &&
        serverPorts[0] <= packet.destinationPort &&
        packet.destinationPort <= serverPorts[1],
    ),
  );
}

describe("the proof over sets", () => {
  const crossing = { input: "in", output: "out" };

  it("says of every packet what the rules say of it one by one", () => {
    const seen = { permitted: 0, denied: 0, undetermined: 0 };
    fc.assert(
      fc.property(policies, addresses, addresses, ports, (raw, sources, destination, wanted) => {
        const policy = policyOf(raw);
        const [proof] = prove(policy, [flow(destination, wanted)], sources, crossing);
        for (let source = 0; source < 16; source += 1) {
          for (let server = 0; server < 16; server += 1) {
            if (!includes(sources.v4, source) || !includes(destination.v4, server)) continue;
            for (const sourcePort of [1024, 1499, 1500, 2000, 2001, 65_535]) {
              for (let port = wanted[0]!; port <= wanted[1]!; port += 1) {
                const packet: Packet = {
                  source,
                  sourcePort,
                  destination: server,
                  destinationPort: port,
                  protocol: 6,
                  phase: "open",
                  ...crossing,
                };
                const expected = plainly(policy, packet);
                const found = partOf(proof!.parts, packet);
                seen[expected] += 1;
                assert.deepEqual(
                  found.map(({ verdict }) => verdict),
                  [expected],
                );
              }
            }
          }
        }
        const shares = proof!.parts.reduce((sum, { share }) => sum + share, 0);
        assert.ok(Math.abs(shares - 1) < 1e-9, `shares add up to ${shares}`);
      }),
      { numRuns: 400, seed: 1 },
    );
    for (const [verdict, count] of Object.entries(seen)) assert.ok(count > 1_000, verdict);
  });

  it("names the line that decides, and a packet that it stops", () => {
    fc.assert(
      fc.property(policies, addresses, addresses, ports, (raw, sources, destination, wanted) => {
        const policy = policyOf(raw);
        const [proof] = prove(policy, [flow(destination, wanted)], sources, crossing);
        const { counterexample, verdict, parts } = proof!;
        assert.equal(counterexample === undefined, verdict === "permitted");
        // Where no stage is asked, nothing stands in the way and no line says so.
        if (!raw.entering) for (const { decidedBy } of parts) assert.ok(decidedBy.length > 0);
        if (!counterexample) return;
        const packet: Packet = {
          source: counterexample.source,
          sourcePort: counterexample.sourcePort,
          destination: counterexample.destination!,
          destinationPort: counterexample.destinationPort,
          protocol: 6,
          phase: "open",
          ...crossing,
        };
        assert.notEqual(plainly(policy, packet), "permitted");
      }),
      { numRuns: 300, seed: 2 },
    );
  });

  it("covers the phases it says it does", () => {
    assert.equal(
      Object.values(phases).reduce((all, bit) => all | bit, 0),
      15,
    );
  });
});
