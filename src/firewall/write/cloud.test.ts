import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { parseAddresses, parseV4, parseV6 } from "../address.ts";
import type { Opening, OpeningRequest } from "../opening.ts";
import { addressMatch } from "../prove/packet.ts";
import { includes, rangesOf } from "../ranges.ts";
import { unionOf } from "../read/members.ts";
import { uniqueNames } from "./_cloud.ts";
import { cloudLimits } from "./_cloud-limits.ts";
import { awsSecurityGroup } from "./aws-security-group.ts";
import { awsTerraform } from "./aws-terraform.ts";
import { azureNsg } from "./azure-nsg.ts";
import { gcp } from "./gcp.ts";
import { mud } from "./mud.ts";
import { rfc8519 } from "./rfc8519.ts";
import {
  type Attempt,
  aclPermits,
  awsPermits,
  azurePermits,
  gcpPermits,
  mudPermits,
  type Permits,
  terraformPermits,
} from "./stage/permits.ts";
import type { Writer } from "./writer.ts";

const setOf = (texts: readonly string[]) => unionOf(texts.map((text) => parseAddresses(text)!));
const own = ["10.20.0.0/16", "10.20.1.0/24", "192.168.5.10-192.168.5.20", "2001:db8:20::/48"];
const far = ["8.8.8.0/25", "8.8.8.3-8.8.8.200", "9.9.9.9", "2a00::/32", "2a00::7-2a00::9"];

const someSide = (texts: string[]) => fc.subarray(texts, { minLength: 1, maxLength: 3 }).map(setOf);
const somePorts = fc
  .array(
    fc.constantFrom<readonly [number, number]>([80, 80], [443, 443], [400, 500], [0, 65_535]),
    {
      minLength: 1,
      maxLength: 2,
    },
  )
  .map((pairs) => rangesOf(pairs));

const someOpening = fc.record({
  name: fc.constantFrom<string>("a", "A", "a-1", "a_1", "-b-", "9", "jochi-x-1"),
  inbound: fc.boolean(),
  own: someSide(own),
  far: someSide(far),
  transport: fc.constantFrom("tcp" as const, "udp" as const),
  ports: somePorts,
});
type Drawn = typeof someOpening extends fc.Arbitrary<infer T> ? T : never;

const openingOf = ({ name, inbound, own, far, transport, ports }: Drawn): Opening => ({
  name,
  direction: inbound ? "inbound" : "outbound",
  sources: inbound ? far : own,
  destinations: inbound ? own : far,
  transport,
  ports,
  endpoints: [`row-${name}`],
  hosts: ["pay.example.kr"],
  comment: `x 2026.11: row-${name}`,
});

const requestOf = (openings: readonly Opening[]): OpeningRequest => ({
  guide: { id: "x", edition: "2026.11" },
  openings,
  input: undefined,
  output: undefined,
});

const addressOf = (text: string) => parseV4(text) ?? parseV6(text)!;
const someAttempt: fc.Arbitrary<Attempt> = fc
  .record({
    inbound: fc.boolean(),
    six: fc.boolean(),
    own: fc.constantFrom("10.20.1.7", "10.20.2.0", "192.168.5.9", "192.168.5.15", "10.21.0.0"),
    far: fc.constantFrom("8.8.8.2", "8.8.8.3", "8.8.8.200", "8.8.8.201", "9.9.9.9", "9.9.9.8"),
    far6: fc.constantFrom("2a00::7", "2a00::a", "2a00:1::", "2a01::"),
    protocol: fc.constantFrom(6, 17),
    port: fc.constantFrom(0, 79, 80, 400, 443, 444, 501, 65_535),
  })
  .map(({ inbound, six, own, far, far6, protocol, port }) => {
    const [mine, other] = six ? ["2001:db8:20::5", far6] : [own, far];
    return {
      direction: inbound ? "inbound" : "outbound",
      packet: {
        source: addressOf(inbound ? other : mine),
        destination: addressOf(inbound ? mine : other),
        sourcePort: 50_000,
        destinationPort: port,
        protocol,
        phase: "open",
        input: undefined,
        output: undefined,
      },
    };
  });

function isOpened({ direction, packet }: Attempt, opening: Opening): boolean {
  return (
    opening.direction === direction &&
    (opening.transport === "tcp" ? 6 : 17) === packet.protocol &&
    addressMatch(opening.sources, packet.source) === "yes" &&
    addressMatch(opening.destinations, packet.destination) === "yes" &&
    includes(opening.ports, packet.destinationPort)
  );
}

const kinds: [Writer, Permits][] = [
  [awsSecurityGroup, awsPermits],
  [awsTerraform, terraformPermits],
  [azureNsg, azurePermits],
  [gcp, gcpPermits],
  [rfc8519, aclPermits],
  [mud, mudPermits],
];

for (const [writer, permits] of kinds) {
  test(`${writer.id}: what is written permits exactly what was asked for`, () => {
    const property = fc.property(
      fc.uniqueArray(someOpening, { maxLength: 5, selector: ({ name }) => name }),
      fc.array(someAttempt, { minLength: 12, maxLength: 12 }),
      (drawn, attempts) => {
        // A MUD file does not say for which networks it is: one kind of clients, one file.
        const same = drawn.map((each) => ({ ...each, own: setOf(own) }));
        const request = requestOf((writer === mud ? same : drawn).map(openingOf));
        const written = writer.write(request);
        const left = new Set(written.needsPerson.map(({ opening }) => opening));
        const asked = request.openings.filter((opening) => !left.has(opening));
        for (const attempt of attempts) {
          if (writer === mud && !isMine(attempt)) continue;
          const expected = asked.some((opening) => isOpened(attempt, opening));
          assert.equal(permits(written, attempt), expected);
        }
      },
    );
    fc.assert(property, { numRuns: 150, seed: 6 });
  });
}

function isMine({ direction, packet }: Attempt): boolean {
  const mine = direction === "outbound" ? packet.source : packet.destination;
  return addressMatch(setOf(own), mine) === "yes";
}

const many = (count: number, far: Opening["destinations"], ports = [443, 443]) =>
  Array.from({ length: count }, (_, at) =>
    openingOf({
      name: `many-${at}`,
      inbound: false,
      own: setOf([own[0]!]),
      far: { ...far, v4: far.v4.map((address) => address + 2 * at) },
      transport: "tcp",
      ports,
    }),
  );

test("a security group never has more rules than AWS takes, and a machine not more groups", () => {
  const room = cloudLimits.awsRules * cloudLimits.awsGroups;
  const written = awsSecurityGroup.write(requestOf(many(room + 1, setOf(["8.8.8.8"]))));
  const files = written.add.filter(({ name }) => name.endsWith(".json"));
  assert.equal(files.length, cloudLimits.awsGroups);
  for (const { text } of files) assert.equal(text.match(/"CidrIp"/g)!.length, cloudLimits.awsRules);
  assert.deepEqual(
    written.needsPerson.map(({ opening, key }) => `${opening.name} ${key}`),
    [`many-${room} firewall.person.limit`],
  );
});

test("no rule stands twice, which AWS refuses, and none is taken for another", () => {
  const [one] = many(1, setOf(["8.8.8.8"]), [400, 400]);
  const again = { ...one!, name: "again" };
  const wider = { ...one!, name: "wider", ports: [400, 500] };
  const [file] = awsSecurityGroup.write(requestOf([one!, again, wider])).add;
  const permissions = JSON.parse(file!.text);
  assert.deepEqual(
    permissions.map((each: { ToPort: number; IpRanges: [] }) => [
      each.ToPort,
      each.IpRanges.length,
    ]),
    [
      [400, 1],
      [500, 1],
    ],
  );
});

test("priorities stay below Azure's last, one for each rule", () => {
  for (const count of [1, 300, 800, 900]) {
    const written = azureNsg.write(requestOf(many(count, setOf(["8.8.8.8"]))));
    const { resources } = JSON.parse(written.add[0]!.text);
    const found = resources.map(
      ({ properties }: { properties: { priority: number } }) => properties.priority,
    );
    assert.equal(found.length, Math.min(count, cloudLimits.azureRules));
    assert.equal(new Set(found).size, found.length);
    assert.ok(found[0] === 1000 && found.at(-1) <= 4096);
    assert.equal(written.needsPerson.length, count - found.length);
  }
});

test("an opening of many ranges becomes several rules, none too long", () => {
  const pairs = Array.from(
    { length: 600 },
    (_, at) => [2 ** 27 + 2 * at, 2 ** 27 + 2 * at] as const,
  );
  const wide = many(1, { v4: rangesOf(pairs), v6: [], names: [] });
  const [script] = gcp.write(requestOf(wide)).add;
  const lists = [...script!.text.matchAll(/--destination-ranges=(\S+)/g)].map(([, list]) =>
    list!.split(","),
  );
  assert.deepEqual(
    lists.map(({ length }) => length),
    [256, 256, 88],
  );
  assert.equal(awsTerraform.write(requestOf(wide)).needsPerson.length, 0);
});

test("a name is written where the standard can say it", () => {
  const named = openingOf({
    name: "n",
    inbound: false,
    own: setOf([own[0]!]),
    far: { v4: [], v6: [], names: ["pay.example.kr"] },
    transport: "tcp",
    ports: [443, 443],
  });
  const [file] = mud.write(requestOf([named])).add;
  assert.match(file!.text, /"ietf-acldns:dst-dnsname": "pay.example.kr"/);
  for (const writer of [awsSecurityGroup, awsTerraform, azureNsg, gcp, rfc8519]) {
    const { add, needsPerson } = writer.write(requestOf([named]));
    assert.deepEqual([add, needsPerson], [[], [{ opening: named, key: "firewall.person.name" }]]);
  }
});

test("names stay apart when a cloud's alphabet makes them one", () => {
  const lower = (name: string) => name.toLowerCase();
  assert.deepEqual(uniqueNames(["a", "b"]), ["a", "b"]);
  assert.deepEqual(uniqueNames(["a", "A", "a-1", "b"], lower), ["a-2", "a-3", "a-1", "b"]);
  assert.deepEqual(uniqueNames(["x", "x", "x"]), ["x-1", "x-2", "x-3"]);
});
