import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { type Crossing, doubts, judge, policyOf, rule } from "./stage/judge.ts";

/** Parts of the only rule, a packet, and what may happen to it. */
const table: [string, Record<string, string>, Crossing, string][] = [
  ["all that it names", {}, {}, "permit 1"],
  ["another zone", {}, { to: "dmz" }, "deny 0"],
  ["one of several zones", { to: "[ dmz untrust ]" }, {}, "permit 1"],
  ["within a zone by default", {}, { to: "trust" }, "permit 0"],
  ["another port", { service: "service-https" }, { service: "tcp/80" }, "deny 0"],
  ["both ports of service-http", { service: "service-http" }, { service: "tcp/8080" }, "permit 1"],
  ["UDP at a TCP service", { service: "service-https" }, { service: "udp/443" }, "deny 0"],
  ["ICMP, where every service is meant", {}, { service: "icmp" }, "permit 1"],
  ["an address in the rule", { destination: "203.0.113.0/24" }, {}, "permit 1"],
  ["an address outside", { destination: "203.0.113.8" }, {}, "deny 0"],
  ["all but an address", { destination: "203.0.113.7", "negate-destination": "yes" }, {}, "deny 0"],
  ["all but another", { destination: "203.0.113.8", "negate-destination": "yes" }, {}, "permit 1"],
  ["all but a source", { source: "10.0.0.0/8", "negate-source": "yes" }, {}, "deny 0"],
  ["not negated, said so", { source: "10.0.0.0/8", "negate-source": "no" }, {}, "permit 1"],
  ["a range", { destination: "203.0.113.5-203.0.113.9" }, {}, "permit 1"],
  [
    "IPv6",
    { destination: "2001:db8::/32" },
    { source: "2001:db8:1::1", destination: "2001:db8::5" },
    "permit 1",
  ],
  ["disabled", { disabled: "yes" }, {}, "deny 0"],
  ["not disabled, said so", { disabled: "no" }, {}, "permit 1"],
  ["dropped", { action: "drop" }, {}, "deny 1"],
  ["reset", { action: "reset-both" }, {}, "deny 1"],
  ["an action that is not known", { action: "tarpit" }, {}, "deny 0, unclear 1 value"],
  ["an application", { application: "ssl" }, {}, "deny 0, permit 1 application"],
  [
    "an application denied",
    { application: "ssl", action: "deny" },
    {},
    "deny 0, deny 1 application",
  ],
  [
    "an application at its own ports",
    { application: "ssl", service: "application-default" },
    {},
    "deny 0, permit 1 application",
  ],
  [
    "every application at its own ports",
    { service: "application-default" },
    {},
    "deny 0, permit 1 application",
  ],
  ["an application at another port", { application: "ssl", service: "service-http" }, {}, "deny 0"],
  ["a person", { "source-user": "corp\\kim" }, {}, "deny 0, permit 1 user"],
  ["every person", { "source-user": "any" }, {}, "permit 1"],
  ["a device's state", { "hip-profiles": "managed" }, {}, "deny 0, permit 1 user"],
  ["a device's state at the source", { "source-hip": "managed" }, {}, "deny 0, permit 1 user"],
  ["a category of web sites", { category: "gambling" }, {}, "deny 0, permit 1 application"],
  ["a schedule", { schedule: "office-hours" }, {}, "deny 0, permit 1 schedule"],
  ["a country", { destination: "KR" }, {}, "deny 0, permit 1 geography"],
  [
    "a list of the vendor",
    { destination: "panw-highrisk-ip-list" },
    {},
    "deny 0, permit 1 dynamic-group",
  ],
  [
    "an object that is missing",
    { destination: "web-servers" },
    {},
    "deny 0, permit 1 object-missing",
  ],
  ["a service that is missing", { service: "tcp-443" }, {}, "deny 0, permit 1 object-missing"],
  ["beside a missing object", { destination: "[ web-servers 203.0.113.7 ]" }, {}, "permit 1"],
  ["for some firewalls only", { target: "devices 0123456" }, {}, "deny 0, permit 1 match"],
  ["a keyword that is not known", { "quantum-state": "up" }, {}, "deny 0, permit 1 match"],
  ["a switch that is neither", { "negate-source": "maybe" }, {}, "deny 0, permit 1 value"],
  ["a type that is not known", { "rule-type": "local" }, {}, "deny 0, permit 1 value"],
  ["within a zone only", { "rule-type": "intrazone" }, {}, "deny 0"],
  [
    "within zones that the file does not name",
    { from: "any", to: "any", "rule-type": "intrazone", action: "deny" },
    { to: "trust" },
    "deny 0, deny 1 match",
  ],
  ["between zones", { from: "any", to: "untrust", "rule-type": "interzone" }, {}, "permit 1"],
  [
    "what does not decide",
    {
      description: '"about 3 rules"',
      tag: "[ a b ]",
      "log-setting": "panorama",
      "log-end": "yes",
      "profile-setting": "group default",
      option: "disable-server-response-inspection yes",
      target: "negate no",
      "group-tag": "payments",
      uuid: "0d2c8f4e-0000-4000-8000-000000000000",
    },
    {},
    "permit 1",
  ],
];

describe("a rule of PAN-OS", () => {
  for (const [title, parts, crossing, expected] of table) {
    it(title, () => assert.equal(judge(policyOf(rule("r", parts)), crossing), expected));
  }

  it("denies within a named zone by its own type", () => {
    const parts = { from: "[ trust dmz ]", to: "any", "rule-type": "intrazone", action: "deny" };
    const policy = policyOf(rule("r", parts));
    assert.equal(judge(policy, { to: "trust" }), "deny 1");
    assert.equal(judge(policy, { from: "trust", to: "dmz" }), "deny 0");
  });

  it("is not whole where a part of it is missing", () => {
    const policy = policyOf("set rulebase security rules r action allow");
    assert.equal(judge(policy), "deny 0, permit 1 match");
    assert.deepEqual(doubts(policy), ["match from"]);
  });

  it("names the word that is in doubt", () => {
    const doubted = (parts: Record<string, string>) => doubts(policyOf(rule("r", parts)));
    assert.deepEqual(doubted({ application: "[ ssl web-browsing ]" }), ["application ssl"]);
    assert.deepEqual(doubted({ "quantum-state": "up" }), ["match quantum-state"]);
    assert.deepEqual(
      doubted({ destination: "web servers" }),
      ["object-missing web", "match servers"].slice(1),
    );
  });

  it("follows the defaults that are changed", () => {
    const changed = (name: string, action: string) =>
      `set rulebase default-security-rules rules ${name} action ${action}`;
    const policy = policyOf(
      [
        rule("r", { service: "service-https" }),
        changed("interzone-default", "allow"),
        changed("intrazone-default", "deny"),
      ].join("\n"),
    );
    assert.equal(judge(policy, { service: "tcp/22" }), "permit 2");
    assert.equal(judge(policy, { service: "tcp/22", to: "trust" }), "deny 3");
    const unclear = policyOf(
      [rule("r", { to: "dmz" }), changed("interzone-default", "ask")].join("\n"),
    );
    assert.equal(judge(unclear), "deny 2, unclear 2 value");
  });

  it("says that it takes zones to differ where the file names none", () => {
    const parts = { from: "any", to: "any" };
    const keys = (text: string) => policyOf(text).assumptions.map(({ key }) => key);
    assert.deepEqual(keys(rule("r", parts)), ["firewall.assumed.between-zones"]);
    assert.deepEqual(keys(rule("r")), []);
  });
});
