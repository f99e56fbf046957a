import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { ConfigError, sourceOfText } from "../../source.ts";
import { ciscoAsa } from "../cisco-asa.ts";
import { ciscoIos } from "../cisco-ios.ts";
import { noOptions, type Reader } from "../reader.ts";

/** Everything that the readers know, to be put together wrongly. */
const pieces = [
  ...["access-list", "X", "extended", "standard", "permit", "deny", "remark", "line", "1", "101"],
  ...["ip", "ipv6", "tcp", "udp", "icmp", "tcp-udp", "any", "any4", "host", "10.0.0.1", "::1/64"],
  ...["255.255.255.0", "0.0.0.255", "85.85.85.85", "eq", "range", "neq", "www", "65535", "99999"],
  ...["object", "object-group", "network", "service", "protocol", "icmp-type", "user", "fqdn"],
  ...["network-object", "service-object", "port-object", "group-object", "subnet", "source"],
  ...["destination", "interface", "nameif", "security-level", "access-group", "in", "out"],
  ...["global", "nat", "(inside,outside)", "static", "dynamic", "route", "name", "address"],
  ...["established", "match-all", "+syn", "-ack", "reflect", "evaluate", "time-range", "log"],
  ...["banner", "motd", "^C", "zone-pair", "inspect", "traffic-filter", "sequence", "__proto__"],
  ...["constructor", "toString", "inside", "outside", "extended permit ip any any", "\t", "!", ":"],
  ...["access-list X extended permit ip any any", "ip access-list extended X", "한글", "\u{1F600}"],
];

const heads = [
  ...["access-list X extended permit", "access-list X extended deny", "access-list 101 permit"],
  ...["ip access-list extended X", " permit", " deny", " 10 permit", "access-list 10 deny"],
  ...["object network X", "object-group network X", "object-group service X", " group-object X"],
  ...[" host", " network-object", " service-object", "access-group X in interface", "interface"],
  ...[" nameif", " ip access-group 101", " ip address", "nat (inside,outside)", "ip nat inside"],
  ...["ip route", "route outside", "banner motd", "", " ", "  "],
];

const line = fc.tuple(
  fc.constantFrom(...heads),
  fc.array(fc.constantFrom(...pieces), { maxLength: 9 }),
);
const text = fc
  .array(line, { maxLength: 25 })
  .map((lines) => lines.map(([head, words]) => [head, ...words].join(" ")).join("\n"));

for (const reader of [ciscoAsa, ciscoIos]) {
  test(`${reader.title}: words in any order end in a policy or in one line`, () => {
    let policies = 0;
    fc.assert(
      fc.property(text, fc.constantFrom(undefined, "X", "101"), (config, list) => {
        policies += isPolicy(reader, config, list) ? 1 : 0;
      }),
      { numRuns: 3000, seed: 20_261_125 },
    );
    assert.ok(policies > 500, `${policies} policies`);
  });
}

function isPolicy(reader: Reader, config: string, list: string | undefined): boolean {
  reader.recognise(config);
  try {
    const { table, unknowns } = reader.read(sourceOfText(config), { ...noOptions, list });
    for (let row = 0; row < table.length; row += 1) {
      assert.ok(table.line[row]! >= 1, "every row has a line");
      assert.ok(unknowns[table.unknown[row]!], "every doubt has a reason");
    }
    return true;
  } catch (error) {
    assert.ok(error instanceof ConfigError, String(error));
    return false;
  }
}

test("a definition that comes very often takes no longer than it should", () => {
  const many = "object-group network G\n network-object host 10.0.0.1\n".repeat(30_000);
  const use = "access-list X extended permit ip object-group G any\n".repeat(1000);
  const policy = ciscoAsa.read(sourceOfText(many + use), noOptions);
  assert.equal(policy.table.length, 1000);
});

test("more interfaces than a device has are refused", () => {
  const asa = (at: number) => `interface G${at}\n nameif n${at}\n`;
  const ios = (at: number) => `interface G${at}\n ip access-group 101 in\n`;
  const all = (line: (at: number) => string) => Array.from({ length: 3000 }, (_, at) => line(at));
  for (const [reader, line] of [
    [ciscoAsa, asa],
    [ciscoIos, ios],
  ] as const) {
    assert.throws(
      () => reader.read(sourceOfText(all(line).join("")), noOptions),
      (error) => error instanceof ConfigError && error.key === "firewall.config.too-large",
    );
  }
});
