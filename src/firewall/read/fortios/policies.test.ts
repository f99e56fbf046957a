import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { ask } from "../stage/ask.ts";
import { pc, read, withPolicy } from "./stage/sample.ts";

interface Case {
  title: string;
  /** What the policy says instead of the usual. */
  policy?: string;
  /** By packet; `L` is the line of the policy. */
  expect: Record<string, string>;
}

const cases: Case[] = [
  {
    title: "a whole group, less those excluded",
    policy: 'srcaddr "desks"',
    expect: {
      [`${pc} tcp 443`]: "permit L",
      "10.20.9.9 > 203.0.113.7 tcp 443": "permit L",
      "10.20.9.10 > 203.0.113.7 tcp 443": "deny 0",
      "10.20.9.19 > 203.0.113.7 tcp 443": "deny 0",
      "10.21.0.1 > 203.0.113.7 tcp 443": "deny 0",
    },
  },
  {
    title: "services: nested, lists, ranges, source ports, predefined",
    policy: 'service "webs" "SSH"',
    expect: {
      [`${pc} tcp 80`]: "permit L",
      [`${pc} tcp 443`]: "permit L",
      [`${pc} udp 443`]: "deny 0",
      [`${pc} udp 7443`]: "permit L",
      [`${pc} tcp 8010`]: "permit L",
      [`${pc} tcp 8011`]: "deny 0",
      [`${pc} tcp 9000:1024`]: "permit L",
      [`${pc} tcp 9000:1023`]: "deny 0",
      [`${pc} tcp 22`]: "permit L",
      [`${pc} tcp 23`]: "deny 0",
    },
  },
  {
    title: "services: all of one kind",
    policy: 'service "ALL_UDP" "echo" "tunnel"',
    expect: {
      [`${pc} tcp 80`]: "deny 0",
      [`${pc} udp 80`]: "permit L",
      [`${pc} icmp 2048`]: "permit L",
      [`${pc} icmp 2049`]: "permit L",
      [`${pc} icmp 0`]: "deny 0",
      [`${pc} 47 0`]: "permit L",
    },
  },
  {
    title: "negation of each kind",
    policy: `srcaddr "printers"
      srcaddr-negate enable
      dstaddr "bank"
      dstaddr-negate enable
      service "web"
      service-negate enable`,
    expect: {
      "10.20.1.5 > 203.0.113.8 tcp 22": "permit L",
      "10.20.9.12 > 203.0.113.8 tcp 22": "deny 0",
      "10.20.1.5 > 203.0.113.7 tcp 22": "deny 0",
      "10.20.1.5 > 203.0.113.8 tcp 443": "deny 0",
      "10.20.1.5 > 203.0.113.8 udp 443": "permit L",
      "10.20.1.5 > 203.0.113.8 icmp 2048": "permit L",
    },
  },
  {
    title: "negation of what is partly unknown",
    policy: 'dstaddr "banks"\ndstaddr-negate enable',
    expect: {
      [`${pc} tcp 443`]: "deny 0",
      "10.20.1.5 > 198.18.0.1 tcp 443": "permit L (geography) | deny 0",
    },
  },
  {
    title: "a name, and what stands beside it",
    policy: 'dstaddr "bank" "bank name"',
    expect: {
      [`${pc} tcp 443`]: "permit L",
      "10.20.1.5 > pay.example.kr tcp 443": "permit L | permit L (fqdn)",
      "10.20.1.5 > 198.18.0.1 tcp 443": "permit L (fqdn) | deny 0",
    },
  },
  {
    title: "a country, and what stands beside it",
    policy: 'dstaddr "banks"',
    expect: {
      [`${pc} tcp 443`]: "permit L",
      "10.20.1.5 > 198.18.0.1 tcp 443": "permit L (geography) | deny 0",
    },
  },
  {
    title: "a wildcard",
    policy: 'srcaddr "odd hosts"',
    expect: {
      "10.20.77.9 > 203.0.113.7 tcp 443": "permit L",
      "10.20.77.8 > 203.0.113.7 tcp 443": "deny 0",
    },
  },
  ...(
    [
      ["tagged", "dynamic-group"],
      ["card", "match"],
      ["nowhere", "object-missing"],
    ] as const
  ).map(([name, code]) => ({
    title: `an address that a file cannot tell: ${code}`,
    policy: `srcaddr "${name}"`,
    expect: { [`${pc} tcp 443`]: `permit L (${code}) | deny 0` },
  })),
  {
    title: "a group that contains itself",
    policy: 'dstaddr "round"',
    expect: {
      [`${pc} tcp 443`]: "permit L",
      "10.20.1.5 > 198.18.0.1 tcp 443": "permit L (object-cyclic) | deny 0",
    },
  },
  {
    title: "an unknown service concerns what it may be, not its neighbours",
    policy: 'service "HTTPS" "nowhere"',
    expect: {
      [`${pc} tcp 443`]: "permit L",
      [`${pc} tcp 444`]: "permit L (object-missing) | deny 0",
    },
  },
  ...(
    [
      ['groups "staff"', "user"],
      ['users "kim"', "user"],
      ['fsso-groups "CN=STAFF"', "user"],
      ['schedule "office hours"', "schedule"],
      ["internet-service enable\n- dstaddr\n- service", "dynamic-group"],
      ["internet-service-src enable", "dynamic-group"],
      ["application 16072", "application"],
      ["app-category 25", "application"],
      ["tos 0x10", "match"],
      ["some-new-word yes", "match"],
    ] as const
  ).map(([policy, code]) => ({
    title: `a condition that a file cannot tell: ${policy.split("\n")[0]}`,
    policy,
    expect: { [`${pc} tcp 443`]: `permit L (${code}) | deny 0` },
  })),
  {
    title: "what a full configuration prints for what is not set",
    policy: `internet-service disable
      internet-service-src disable
      reputation-minimum 0
      tos 0x00
      tos-mask 0x00
      sgt-check disable
      ztna-status disable
      vlan-filter ''
      geoip-match physical-location
      utm-status enable
      application-list "default"
      av-profile "default"
      ssl-ssh-profile "certificate-inspection"
      nat enable
      ippool enable
      poolname "out"
      logtraffic all
      policy-expiry disable
      policy-expiry-date 0000-00-00 00:00:00
      ztna-tags-match-logic or
      vlan-cos-fwd 255
      comments "groups \\"x\\""`,
    expect: { [`${pc} tcp 443`]: "permit L" },
  },
  { title: "disabled", policy: "status disable", expect: { [`${pc} tcp 443`]: "deny 0" } },
  { title: "no action is a denial", policy: "- action", expect: { [`${pc} tcp 443`]: "deny L" } },
  { title: "into a tunnel", policy: "action ipsec", expect: { [`${pc} tcp 443`]: "permit L" } },
  {
    title: "an action of another version",
    policy: "action learn",
    expect: { [`${pc} tcp 443`]: "unclear L (value) | deny 0" },
  },
  {
    title: "rewritten into the other family",
    policy: "nat64 enable",
    expect: { [`${pc} tcp 443`]: "unclear L (nat) | deny 0" },
  },
  {
    title: "no service at all: part of the file is missing",
    policy: "- service",
    expect: { [`${pc} tcp 443`]: "permit L (match) | deny 0" },
  },
  {
    title: "interfaces, zones under their own name and by their members",
    policy: 'srcintf "inside"',
    expect: {
      [`${pc} tcp 443 [inside > port2]`]: "permit L",
      [`${pc} tcp 443 [port3 > port2]`]: "permit L",
      [`${pc} tcp 443 [port2 > port2]`]: "deny 0",
      [`${pc} tcp 443`]: "permit L | deny 0",
    },
  },
  {
    title: "both families in one policy",
    policy: 'srcaddr6 "all"\ndstaddr6 "bank6"',
    expect: {
      "10.20.1.5 > 198.18.0.1 tcp 443": "permit L",
      "2001:db8::1 > 2001:db8:b::5 tcp 443": "permit L",
      "2001:db8::1 > 2001:db8:c::5 tcp 443": "deny 0",
    },
  },
  {
    title: "an IPv4 policy says nothing of IPv6",
    expect: { "2001:db8::1 > 2001:db8:b::5 tcp 443": "deny 0" },
  },
];

describe("fortios policies", () => {
  for (const { title, policy, expect } of cases) {
    it(title, () => {
      const { text, line } = withPolicy(policy);
      const read1 = read(text);
      for (const [packet, expected] of Object.entries(expect)) {
        const whole = packet.includes("[") || title.startsWith("interfaces");
        const crossing = whole ? packet : `${packet} [port1 > port2]`;
        assert.equal(ask(read1, crossing), expected.replaceAll("L", String(line)), packet);
      }
    });
  }
});
