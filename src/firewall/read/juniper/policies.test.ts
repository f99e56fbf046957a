import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { ask } from "../stage/ask.ts";
import { bracesOf } from "./stage/braces.ts";
import { type Changes, pc, policyLine, read, withPolicy } from "./stage/sample.ts";

interface Case extends Changes {
  title: string;
  /** By packet; `L+2` is two lines after the first of the policy, `P` the first about policies. */
  expect: Record<string, string>;
}

const cases: Case[] = [
  {
    title: "nested sets and ranges",
    policy: "match destination-address banks",
    expect: {
      [`${pc} tcp 1`]: "permit L",
      "10.20.1.5 > 10.20.9.19 tcp 1": "permit L",
      "10.20.1.5 > 10.20.9.20 tcp 1": "deny 0",
    },
  },
  {
    title: "a zone's own book goes before the global one",
    policy: "match source-address bank",
    expect: {
      "10.20.7.7 > 203.0.113.7 tcp 1": "permit L",
      "203.0.113.7 > 203.0.113.7 tcp 1": "deny 0",
    },
  },
  {
    title: "a book inside a zone, as before Junos 11",
    policy: "match destination-address local-only",
    expect: { "10.20.1.5 > 203.0.113.9 tcp 1": "permit L", [`${pc} tcp 1`]: "deny 0" },
  },
  {
    title: "the other zone's book is not asked",
    policy: "match source-address local-only",
    expect: { [`${pc} tcp 1`]: "permit L (object-missing) | deny 0" },
  },
  {
    title: "a mask with holes, and IPv6",
    policy: "match source-address odd\nmatch source-address six",
    expect: {
      "10.20.8.9 > 203.0.113.7 tcp 1": "permit L",
      "10.20.8.8 > 203.0.113.7 tcp 1": "deny 0",
      "2001:db8:b::1 > 2001:db8::1 tcp 1": "permit L",
      "2001:db8:c::1 > 2001:db8::1 tcp 1": "deny 0",
    },
  },
  {
    title: "any of one family",
    policy: "match source-address any-ipv6",
    expect: { [`${pc} tcp 1`]: "deny 0", "2001:db8::1 > 2001:db8::2 tcp 1": "permit L" },
  },
  {
    title: "applications: sets of sets, terms, names of ports",
    policy: "match application web\nmatch application both\nmatch application junos-dns-tcp",
    expect: {
      [`${pc} tcp 80`]: "permit L",
      [`${pc} tcp 443`]: "permit L",
      [`${pc} tcp 7443`]: "permit L",
      [`${pc} tcp 7444`]: "deny 0",
      [`${pc} tcp 8010`]: "permit L",
      [`${pc} udp 8010`]: "deny 0",
      [`${pc} udp 53:1024`]: "permit L",
      [`${pc} udp 53:1023`]: "deny 0",
      [`${pc} tcp 53`]: "permit L",
    },
  },
  {
    title: "a kind of ICMP",
    policy: "match application echo",
    expect: { [`${pc} icmp 2048`]: "permit L", [`${pc} icmp 0`]: "deny 0" },
  },
  {
    title: "excluded addresses",
    policy: "match destination-address banks\nmatch destination-address-excluded",
    expect: { [`${pc} tcp 1`]: "deny 0", "10.20.1.5 > 203.0.113.8 tcp 1": "permit L" },
  },
  {
    title: "an excluded name may be any address",
    policy: "match destination-address bank-name\nmatch destination-address-excluded",
    expect: { [`${pc} tcp 1`]: "permit L (fqdn) | deny 0" },
  },
  {
    title: "what is written in place goes before what a group adds",
    also: `set groups all security policies from-zone <*> to-zone <*> policy <*> then deny
set apply-groups all`,
    expect: { [`${pc} tcp 1`]: "permit L" },
  },
  {
    title: "a place that a group is kept from",
    policy: "-then permit",
    also: `set groups all security policies from-zone <*> to-zone <*> policy <*> then permit
set security policies from-zone trust to-zone untrust apply-groups-except all
set apply-groups all`,
    expect: { [`${pc} tcp 1`]: "unclear L (value) | deny 0" },
  },
  {
    title: "a name is not those addresses, and perhaps any other",
    policy: "match destination-address bank-name\nmatch destination-address bank",
    expect: {
      [`${pc} tcp 1`]: "permit L",
      "10.20.1.5 > 203.0.113.8 tcp 1": "permit L (fqdn) | deny 0",
    },
  },
  {
    title: "a set that contains itself",
    policy: "match destination-address round",
    expect: {
      [`${pc} tcp 1`]: "permit L",
      "10.20.1.5 > 203.0.113.8 tcp 1": "permit L (object-cyclic) | deny 0",
    },
  },
  ...(
    [
      ["match source-identity staff", "user"],
      ["match dynamic-application junos:FACEBOOK", "application"],
      ["match url-category news", "application"],
      ["match some-new-word x", "match"],
      ["scheduler-name nights", "schedule"],
      ["then permit firewall-authentication web-authentication", "user"],
      ["then permit destination-address drop-untranslated", "nat"],
      ["match application odd-one", "match"],
      ["match application junos-unheard-of", "object-missing"],
      ["match source-address nowhere", "object-missing"],
      ["-match application", "match"],
    ] as const
  ).map(([policy, code]) => ({
    title: `cannot be told from a file: ${policy}`,
    policy,
    expect: { [`${pc} tcp 1`]: `permit L (${code}) | deny 0` },
  })),
  {
    title: "conditions that ask for nothing",
    policy: `match source-identity any
      match dynamic-application any
      match url-category none
      description "then deny; # no"
      then permit application-services idp
      then log session-init
      then count`,
    expect: { [`${pc} tcp 1`]: "permit L" },
  },
  { title: "reject", policy: "-then permit\nthen reject", expect: { [`${pc} tcp 1`]: "deny L" } },
  {
    title: "no decision: part of the file is missing",
    policy: "-then permit",
    expect: { [`${pc} tcp 1`]: "unclear L (value) | deny 0" },
  },
  {
    title: "a policy that is switched off",
    also: "deactivate security policies from-zone trust to-zone untrust policy p",
    expect: { [`${pc} tcp 1`]: "deny 0" },
  },
  {
    title: "a zone pair, then global, then the default",
    policy: "match application junos-http",
    also: `set security policies global policy g match source-address pcs
set security policies global policy g match destination-address any
set security policies global policy g match application pay
set security policies global policy g then deny
set security policies default-policy permit-all`,
    expect: {
      [`${pc} tcp 80`]: "permit L",
      [`${pc} tcp 7443`]: "deny L+4",
      [`${pc} tcp 7444`]: "permit L+8",
      "10.20.1.5 > 203.0.113.7 tcp 80 [untrust > trust]": "permit L+8",
      "10.20.1.5 > 203.0.113.7 tcp 7443 [untrust > trust]": "deny L+4",
      "10.20.1.5 > 203.0.113.7 tcp 80 [ge-0/0/0.0 > ge-0/0/1.0]": "permit L",
    },
  },
  {
    title: "a global policy between zones",
    policy: "match application junos-http",
    also: `set security policies global policy g match from-zone [ dmz trust ]
set security policies global policy g match to-zone untrust
set security policies global policy g match source-address any
set security policies global policy g match destination-address any
set security policies global policy g match application any
set security policies global policy g then permit`,
    expect: {
      [`${pc} tcp 81`]: "permit L+4",
      "10.20.1.5 > 203.0.113.7 tcp 81 [dmz > untrust]": "permit L+4",
      "10.20.1.5 > 203.0.113.7 tcp 81 [untrust > dmz]": "deny 0",
    },
  },
  {
    title: "to the firewall itself is not through it",
    also: `set security policies from-zone trust to-zone junos-host policy h match source-address any
set security policies from-zone trust to-zone junos-host policy h match destination-address any
set security policies from-zone trust to-zone junos-host policy h match application any
set security policies from-zone trust to-zone junos-host policy h then deny`,
    expect: { [`${pc} tcp 1 [trust > untrust]`]: "permit L" },
  },
  {
    title: "rewritten destinations, but for an exception",
    also: `set security nat destination pool inside address 10.20.1.1/32
set security nat destination rule-set in from zone trust
set security nat destination rule-set in rule no match destination-address 203.0.113.40/32
set security nat destination rule-set in rule no then destination-nat off
set security nat destination rule-set in rule yes match destination-address 203.0.113.32/27
set security nat destination rule-set in rule yes match destination-port 443
set security nat destination rule-set in rule yes then destination-nat pool inside
set security nat static rule-set st from zone untrust
set security nat static rule-set st rule one match destination-address 203.0.113.50/32
set security nat static rule-set st rule one then static-nat prefix 10.20.1.2/32`,
    expect: {
      "10.20.1.5 > 203.0.113.40 tcp 443": "permit L",
      "10.20.1.5 > 203.0.113.41 tcp 443": "permit L | unclear L+8 (nat)",
      "10.20.1.5 > 203.0.113.41 tcp 80": "permit L",
      "10.20.1.5 > 203.0.113.50 tcp 80": "permit L",
      "10.20.1.5 > 203.0.113.50 tcp 80 [untrust > trust]": "unclear L+12 (nat) | deny 0",
    },
  },
  {
    title: "what groups add: at the end, and into what fits",
    policy: "match application junos-http\n-then permit",
    also: `set groups last security policies from-zone <*> to-zone <*> policy z match source-address any
set groups last security policies from-zone <*> to-zone <*> policy z match destination-address any
set groups last security policies from-zone <*> to-zone <*> policy z match application junos-ssh
set groups last security policies from-zone <*> to-zone <*> policy z then permit
set groups last security policies from-zone tr* to-zone <un*> policy <*> then permit
set groups all security policies from-zone <tr*> to-zone <*> policy <p*> then deny
set apply-groups [ last all ]`,
    expect: { [`${pc} tcp 80`]: "deny L", [`${pc} tcp 22`]: "permit L+3" },
  },
  {
    title: "a group that is not there",
    also: "set security policies apply-groups elsewhere",
    expect: { [`${pc} tcp 1`]: "permit L (match) | unclear P (match) | deny 0" },
  },
  {
    title: "the names of a cluster's nodes",
    also: `set groups node0 system host-name a\nset apply-groups "${"$"}{node}"`,
    expect: { [`${pc} tcp 1`]: "permit L" },
  },
];

function placed(expected: string): string {
  return expected.replace(/L(\+\d+)?|P/g, (_, more) => String(policyLine + Number(more ?? 0)));
}

describe("juniper-srx policies", () => {
  for (const each of cases) {
    it(each.title, () => {
      const text = withPolicy(each);
      const policy = read(text);
      const braces = read(bracesOf(text));
      for (const [packet, expected] of Object.entries(each.expect)) {
        const crossing = packet.includes("[") ? packet : `${packet} [trust > untrust]`;
        assert.equal(ask(policy, crossing), placed(expected), packet);
        const shape = (found: string) =>
          found.replace(/\d+/g, (line) => (line === "0" ? "0" : "L"));
        assert.equal(shape(ask(braces, crossing)), shape(placed(expected)), `braces: ${packet}`);
      }
    });
  }
});
