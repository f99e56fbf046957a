import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { doubts, judge, policyOf, rule } from "./stage/judge.ts";

/** The verdict for a packet to an address, where the rule's destination is `name`. */
function toward(objects: string[], destination: string, name = "x"): string {
  const policy = policyOf([rule("r", { destination: name }), ...objects].join("\n"));
  return judge(policy, { destination });
}

function by(objects: string[], service: string, sourcePort = 50_000): string {
  const policy = policyOf([rule("r", { service: "x" }), ...objects].join("\n"));
  return judge(policy, { service, sourcePort });
}

const addresses: [string, string, string, string][] = [
  ["a single address", "ip-netmask 203.0.113.7", "203.0.113.7", "permit 1"],
  ["a network", "ip-netmask 203.0.113.0/28", "203.0.113.15", "permit 1"],
  ["what follows the network", "ip-netmask 203.0.113.0/28", "203.0.113.16", "deny 0"],
  ["a network written by one of its hosts", "ip-netmask 203.0.113.9/28", "203.0.113.1", "permit 1"],
  ["a range", "ip-range 203.0.113.3-203.0.113.9", "203.0.113.9", "permit 1"],
  ["a wildcard", "ip-wildcard 203.0.112.7/0.0.1.0", "203.0.113.7", "permit 1"],
  ["outside a wildcard", "ip-wildcard 203.0.112.7/0.0.1.0", "203.0.113.8", "deny 0"],
  ["a name's addresses", "fqdn pay.example.com", "203.0.113.7", "deny 0, permit 1 fqdn"],
  ["a name itself", "fqdn Pay.Example.com", "pay.example.com", "permit 1, permit 1 fqdn"],
  ["a variable", "ip-netmask $servers", "203.0.113.7", "deny 0, permit 1 value"],
  ["an impossible prefix", "ip-netmask 203.0.113.0/33", "203.0.113.7", "deny 0, permit 1 value"],
  ["an unknown kind", "mac 00:00:5e:00:53:01", "203.0.113.7", "deny 0, permit 1 value"],
];

const services: [string, string, string, string][] = [
  ["a port", "tcp port 443", "tcp/443", "permit 1"],
  ["a list", "tcp port 80,443,8000-8010", "tcp/8005", "permit 1"],
  ["outside a list", "tcp port 80,443,8000-8010", "tcp/8011", "deny 0"],
  ["another protocol", "udp port 443", "tcp/443", "deny 0"],
  ["source ports", "tcp port 443 source-port 1-1023", "tcp/443", "deny 0"],
  ["a port that is none", "tcp port 99999", "tcp/443", "deny 0, permit 1 value"],
  ["a protocol that is not known", "quic port 443", "tcp/443", "deny 0, permit 1 value"],
  ["with what may follow", "tcp port 443 override no", "tcp/443", "permit 1"],
];

describe("objects of PAN-OS", () => {
  for (const [title, definition, destination, expected] of addresses) {
    it(`address: ${title}`, () =>
      assert.equal(toward([`set address x ${definition} description "d"`], destination), expected));
  }

  for (const [title, definition, service, expected] of services) {
    it(`service: ${title}`, () =>
      assert.equal(by([`set service x protocol ${definition}`], service), expected));
  }

  it("groups hold groups", () => {
    const objects = [
      "set address-group x static [ y 198.51.100.1 ]",
      "set address-group y static z",
      "set address z ip-netmask 203.0.113.7",
    ];
    assert.equal(toward(objects, "203.0.113.7"), "permit 1");
    assert.equal(toward(objects, "198.51.100.1"), "permit 1");
    assert.equal(toward(objects, "198.51.100.2"), "deny 0");
    const group = [
      "set service-group x members [ y service-https ]",
      "set service-group y members z",
    ];
    const service = [...group, "set service z protocol udp port 53"];
    assert.equal(by(service, "udp/53"), "permit 1");
    assert.equal(by(service, "tcp/443"), "permit 1");
    assert.equal(by(service, "tcp/53"), "deny 0");
  });

  it("groups in a circle are in doubt, and nothing else is", () => {
    const circle = ["set address-group x static y", "set address-group y static [ x 203.0.113.7 ]"];
    assert.equal(toward(circle, "203.0.113.7"), "deny 0, permit 1 object-cyclic");
    assert.equal(toward(circle, "203.0.113.7", "203.0.113.7"), "permit 1");
    const services = ["set service-group x members y", "set service-group y members x"];
    assert.equal(by(services, "tcp/1"), "deny 0, permit 1 object-cyclic");
  });

  it("groups in each other by the thousand end in doubt, not in a deep stack", () => {
    const chain = Array.from(
      { length: 5000 },
      (_, at) => `set address-group g${at} static g${at + 1}`,
    );
    assert.equal(toward(chain, "203.0.113.7", "g0"), "deny 0, permit 1 value");
  });

  it("members that come and go are in doubt", () => {
    const dynamic = `set address-group x dynamic filter "'web' and 'seoul'"`;
    assert.equal(toward([dynamic], "203.0.113.7"), "deny 0, permit 1 dynamic-group");
    const list = "set external-list x type ip url https://example.com/list";
    assert.equal(toward([list], "203.0.113.7"), "deny 0, permit 1 dynamic-group");
    assert.equal(
      toward(["set region x address 203.0.113.0/24"], "203.0.113.7"),
      "deny 0, permit 1 geography",
    );
  });

  it("the nearest definition wins", () => {
    const own = "set address x ip-netmask 203.0.113.7";
    const shared = "set shared address x ip-netmask 198.51.100.1";
    assert.equal(toward([own, shared], "203.0.113.7"), "permit 1");
    assert.equal(toward([own, shared], "198.51.100.1"), "deny 0");
    assert.equal(toward([shared], "198.51.100.1"), "permit 1");
  });

  it("an object named like an address is the object", () => {
    const named = "set address 203.0.113.7 ip-netmask 198.51.100.1";
    assert.equal(toward([named], "203.0.113.7", "203.0.113.7"), "deny 0");
    assert.equal(toward([named], "198.51.100.1", "203.0.113.7"), "permit 1");
  });

  it("two values for one thing are in doubt", () => {
    const twice = ["set address x ip-netmask 203.0.113.7", "set address x ip-netmask 203.0.113.8"];
    assert.equal(toward(twice, "203.0.113.7"), "deny 0, permit 1 value");
  });

  it("the same list is one set, however many rules name it", () => {
    const group = "set address-group g static [ 198.51.100.1 203.0.113.7 ]";
    const rules = Array.from({ length: 50 }, (_, at) =>
      rule(`r${at}`, { source: "g", destination: at % 2 ? "g" : "[ g 192.0.2.1 ]" }),
    );
    assert.equal(policyOf([...rules, group].join("\n")).addressSets.length, 3);
  });

  it("an export without its objects leaves every rule that names them in doubt", () => {
    const text = [
      rule("web", { destination: "H-203.0.113.7", service: "tcp-443" }),
      rule("all", { action: "deny" }),
    ].join("\n");
    const policy = policyOf(text);
    assert.equal(judge(policy), "deny 2, permit 1 object-missing");
    assert.deepEqual(doubts(policy), ["object-missing H-203.0.113.7"]);
  });
});
