import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { Packet } from "../prove/packet.ts";
import { sourceOfText } from "../source.ts";
import { azure } from "./azure.ts";
import {
  firstMatch,
  holds,
  type Said,
  someBlock,
  somePacket,
  somePorts,
  verdicts,
} from "./cloud/stage/random.ts";
import { noOptions } from "./reader.ts";

const somePrefix = fc.oneof(someBlock, fc.constantFrom("*", "Storage", "VirtualNetwork"));
const someRule = fc.record({
  priority: fc.integer({ min: 100, max: 4096 }),
  access: fc.constantFrom("Allow", "Deny"),
  direction: fc.constantFrom("Outbound", "Outbound", "Inbound"),
  protocol: fc.constantFrom("*", "Tcp", "Udp", "Icmp"),
  sources: fc.array(somePrefix, { minLength: 1, maxLength: 2 }),
  destinations: fc.array(somePrefix, { minLength: 1, maxLength: 3 }),
  ports: fc.array(somePorts, { minLength: 1, maxLength: 3 }),
});
type Rule = typeof someRule extends fc.Arbitrary<infer T> ? T : never;

const numbers: Readonly<Record<string, readonly number[]>> = { "*": [6, 17], Tcp: [6], Udp: [17] };

const ruleOf = ({ sources, destinations, ports, ...rule }: Rule, at: number) => ({
  ...rule,
  name: `rule-${at}`,
  ...(sources.length === 1
    ? { sourceAddressPrefix: sources[0] }
    : { sourceAddressPrefixes: sources }),
  destinationAddressPrefixes: destinations,
  sourcePortRange: "*",
  destinationPortRanges: ports.map(([from, to]) => (from === to ? `${from}` : `${from}-${to}`)),
});

function sideSays(prefixes: readonly string[], address: Packet["destination"]): Said["match"] {
  const tag = /^[A-Z]/;
  const sure = prefixes.filter((prefix) => !tag.test(prefix));
  if (sure.some((prefix) => prefix === "*" || holds(prefix, address))) return "yes";
  return sure.length < prefixes.length ? "perhaps" : "no";
}

function ruleSays({ sources, destinations, ...rule }: Rule, packet: Packet): Said {
  const { protocol, destinationPort } = packet;
  const meant =
    numbers[rule.protocol]?.includes(protocol) &&
    rule.ports.some(([from, to]) => destinationPort >= from && destinationPort <= to);
  const sides = [sideSays(sources, packet.source), sideSays(destinations, packet.destination)];
  const match =
    !meant || sides.includes("no") ? "no" : sides.includes("perhaps") ? "perhaps" : "yes";
  return { match, verdict: rule.access === "Allow" ? "permit" : "deny" };
}

test("a network security group does what a plain reading of it does", () => {
  const last = { priority: 65_500, access: "Deny", direction: "Outbound", protocol: "*" };
  const any = { sourceAddressPrefix: "*", destinationAddressPrefix: "*" };
  const ports = { sourcePortRange: "*", destinationPortRange: "*" };
  const defaultSecurityRules = [{ ...last, ...any, ...ports }];
  const property = fc.property(
    fc.uniqueArray(someRule, { maxLength: 8, selector: ({ priority }) => priority }),
    fc.array(somePacket, { minLength: 20, maxLength: 20 }),
    (rules, packets) => {
      const group = { name: "pc", securityRules: rules.map(ruleOf), defaultSecurityRules };
      const policy = azure.read(sourceOfText(JSON.stringify(group)), noOptions);
      const own = rules
        .filter(({ direction }) => direction === "Outbound")
        .toSorted((a, b) => a.priority - b.priority);
      for (const packet of packets) {
        const expected = firstMatch(own.map((rule) => ruleSays(rule, packet)));
        assert.equal(verdicts(policy, packet), expected);
      }
    },
  );
  fc.assert(property, { numRuns: 500, seed: 5 });
});
