import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { Packet } from "../prove/packet.ts";
import { sourceOfText } from "../source.ts";
import { aws } from "./aws.ts";
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

const read = (document: object) => aws.read(sourceOfText(JSON.stringify(document)), noOptions);
const numbers: Readonly<Record<string, number>> = { tcp: 6, udp: 17, icmp: 1 };

const someProtocol = fc.constantFrom("-1", "tcp", "udp", "6", "icmp");
const somePermission = fc.record({
  protocol: someProtocol,
  ports: somePorts,
  blocks: fc.array(someBlock, { maxLength: 3 }),
  lists: fc.array(fc.constant("pl-1"), { maxLength: 1 }),
});
type Permission = typeof somePermission extends fc.Arbitrary<infer T> ? T : never;

const permissionOf = ({ protocol, ports: [from, to], blocks, lists }: Permission) => ({
  IpProtocol: protocol,
  ...(protocol !== "-1" && {
    FromPort: protocol === "icmp" ? -1 : from,
    ToPort: protocol === "icmp" ? -1 : to,
  }),
  IpRanges: blocks.map((CidrIp) => ({ CidrIp })),
  PrefixListIds: lists.map((PrefixListId) => ({ PrefixListId })),
});

const speaksOf = (protocol: string, [from, to]: readonly [number, number], packet: Packet) =>
  protocol === "-1" ||
  ((numbers[protocol] ?? Number(protocol)) === packet.protocol &&
    packet.destinationPort >= from &&
    packet.destinationPort <= to);

/** A group has no order: one sure match permits, whatever is in doubt. */
function groupSays(permissions: readonly Permission[], packet: Packet): string {
  const meant = permissions.filter(({ protocol, ports }) => speaksOf(protocol, ports, packet));
  if (meant.some(({ blocks }) => blocks.some((block) => holds(block, packet.destination))))
    return "permit";
  return meant.some(({ lists }) => lists.length > 0) ? "deny,permit" : "deny";
}

test("a security group does what a plain reading of it does", () => {
  const property = fc.property(
    fc.array(somePermission, { maxLength: 6 }),
    fc.array(somePacket, { minLength: 20, maxLength: 20 }),
    (permissions, packets) => {
      const IpPermissionsEgress = permissions.map(permissionOf);
      const policy = read({ SecurityGroups: [{ GroupId: "sg-1", IpPermissionsEgress }] });
      for (const packet of packets)
        assert.equal(verdicts(policy, packet), groupSays(permissions, packet));
    },
  );
  fc.assert(property, { numRuns: 300, seed: 3 });
});

const someEntry = fc.record({
  number: fc.integer({ min: 1, max: 32_766 }),
  allow: fc.boolean(),
  egress: fc.boolean(),
  protocol: fc.constantFrom("-1", "6", "17"),
  ports: somePorts,
  block: someBlock,
  strange: fc.boolean(),
});
type Entry = typeof someEntry extends fc.Arbitrary<infer T> ? T : never;

const entryOf = ({ number, allow, egress, protocol, ports, block, strange }: Entry) => ({
  RuleNumber: number,
  RuleAction: allow ? "allow" : "deny",
  Egress: egress,
  Protocol: protocol,
  CidrBlock: block,
  ...(protocol !== "-1" && { PortRange: { From: ports[0], To: ports[1] } }),
  ...(strange && { Until: "tomorrow" }),
});

function aclSays(entries: readonly Entry[], packet: Packet): string {
  const leaves = packet.phase === "open" || packet.phase === "data";
  const own = entries
    .filter(({ egress }) => egress === leaves)
    .toSorted((a, b) => a.number - b.number);
  return firstMatch(
    own.map(({ allow, protocol, ports, block, strange }): Said => {
      const far = leaves ? packet.destination : packet.source;
      const met = holds(block, far) && speaksOf(protocol, ports, packet);
      return {
        match: met ? (strange ? "perhaps" : "yes") : "no",
        verdict: allow ? "permit" : "deny",
      };
    }),
  );
}

test("a network ACL does what a plain reading of it does", () => {
  const property = fc.property(
    fc.uniqueArray(someEntry, { maxLength: 8, selector: ({ number }) => number }),
    fc.array(somePacket, { minLength: 20, maxLength: 20 }),
    (entries, packets) => {
      const policy = read({ NetworkAcls: [{ NetworkAclId: "a", Entries: entries.map(entryOf) }] });
      for (const packet of packets)
        assert.equal(verdicts(policy, packet), aclSays(entries, packet));
    },
  );
  fc.assert(property, { numRuns: 300, seed: 4 });
});
