import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { codesOf, forwarding, type packetOf, verdictOf } from "./stage/packets.ts";

type Parts = Parameters<typeof packetOf>[0];

/** A rule, packets that it permits, and packets that it leaves to the policy, which drops. */
const exact: [rule: string, hit: Parts[], missed: Parts[]][] = [
  ["ip saddr 10.0.0.0/8 accept", [{}], [{ from: "11.0.0.1" }, { from: "fd00::1", to: "fd00::2" }]],
  [
    "ip saddr != 10.0.0.0/8 accept",
    [{ from: "11.0.0.1" }],
    [{}, { from: "fd00::1", to: "fd00::2" }],
  ],
  ["ip6 daddr fd00::/8 accept", [{ from: "fe80::1", to: "fd00::2" }], [{}]],
  ["ip saddr 10.0.0.1-10.0.0.9 accept", [{ from: "10.0.0.9" }], [{ from: "10.0.0.10" }]],
  ["ip saddr < 10.0.0.5 accept", [{ from: "10.0.0.4" }], [{ from: "10.0.0.5" }]],
  [
    "ip daddr & 255.255.0.255 == 192.0.0.1 accept",
    [{}, { to: "192.0.9.1" }],
    [{ to: "192.0.2.2" }, { to: "192.1.2.1" }],
  ],
  ["ip daddr & 255.255.255.0 != 192.0.2.0 accept", [{ to: "192.0.3.1" }], [{}]],
  [
    "ip6 daddr & ffff:: == fd00:: accept",
    [{ from: "::1", to: "fd00:1::" }],
    [{ from: "::1", to: "fd01::" }],
  ],
  ["tcp dport 443 accept", [{}, { from: "::1", to: "::2" }], [{ protocol: "udp" }]],
  ["tcp dport https accept", [{}], [{ destinationPort: 80 }]],
  ["tcp dport != 22 accept", [{}], [{ destinationPort: 22 }, { protocol: "udp" }]],
  ["tcp dport { 22, 400-500 } accept", [{}], [{ destinationPort: 501 }]],
  ["tcp dport != { 22, 400-500 } accept", [{ destinationPort: 501 }], [{}]],
  ["tcp dport > 442 tcp dport <= 443 accept", [{}], [{ destinationPort: 444 }]],
  ["tcp dport 440 - 443 accept", [{}], [{ destinationPort: 444 }]],
  ["udp sport 40000 accept", [{ protocol: "udp" }], [{}]],
  [
    "meta l4proto { tcp, udp } th dport 443 accept",
    [{}, { protocol: "udp" }],
    [{ protocol: "icmp", destinationPort: 2048 }],
  ],
  ["meta l4proto != tcp accept", [{ protocol: "udp" }], [{}]],
  ["ip protocol tcp accept", [{}], [{ from: "::1", to: "::2" }]],
  ["ip6 nexthdr tcp accept", [{ from: "::1", to: "::2" }], [{}]],
  ["meta nfproto ipv4 accept", [{}], [{ from: "::1", to: "::2" }]],
  ["meta protocol ip6 accept", [{ from: "::1", to: "::2" }], [{}]],
  ['iifname "eth*" oif != { "eth0", "lo" } accept', [{}], [{ output: "lo" }, { input: "wan" }]],
  ["iifname eth* iifname != wan accept", [{}], [{ input: "wan" }]],
  ["iifname { eth0, eth1 } iifname != eth0 accept", [{ input: "eth1" }], [{}]],
  ["ct state new accept", [{}], [{ phase: "reply" }, { phase: "data" }, { phase: "replyData" }]],
  ["ct state { established, related } accept", [{ phase: "reply" }, { phase: "data" }], [{}]],
  ["ct state established,related accept", [{ phase: "replyData" }], [{}]],
  ["ct state invalid,untracked,related accept", [], [{}, { phase: "reply" }]],
  ["ct state != { established, new } accept", [], [{}, { phase: "data" }]],
  // One value of two bits, that no packet has: nft reads it so.
  ["ct state != established,new accept", [{}, { phase: "data" }], []],
  ["ct state ! established accept", [{}], [{ phase: "data" }]],
  ["ct direction original accept", [{}, { phase: "data" }], [{ phase: "reply" }]],
  ["tcp flags syn accept", [{}, { phase: "reply" }], [{ phase: "data" }]],
  ["tcp flags == syn accept", [{}], [{ phase: "reply" }]],
  ["tcp flags != syn accept", [{ phase: "reply" }], [{}]],
  ["tcp flags & (fin|syn|rst|ack) == syn accept", [{}], [{ phase: "reply" }]],
  ["tcp flags & (fin | syn | rst | ack) != syn accept", [{ phase: "reply" }], [{}]],
  ["tcp flags syn / fin,syn,rst,ack accept", [{}], [{ phase: "reply" }, { protocol: "udp" }]],
  ["tcp flags { syn, syn | ack } accept", [{}, { phase: "reply" }], [{ phase: "data" }]],
  [
    "icmp type echo-request accept",
    [{ protocol: "icmp", destinationPort: 8 * 256 }],
    [{ protocol: "icmp", destinationPort: 0 }, { destinationPort: 8 * 256 }],
  ],
  [
    "icmp type 3 icmp code 4 accept",
    [{ protocol: "icmp", destinationPort: 3 * 256 + 4 }],
    [{ protocol: "icmp", destinationPort: 3 * 256 + 3 }],
  ],
  [
    "icmpv6 type { echo-request, nd-neighbor-solicit } accept",
    [{ protocol: "icmpv6", from: "::1", to: "::2", destinationPort: 128 * 256 }],
    [{ protocol: "icmpv6", from: "::1", to: "::2", destinationPort: 129 * 256 }],
  ],
  [
    "ip daddr . tcp dport { 192.0.2.0/24 . 443, 198.51.100.1 . 1-9 } accept",
    [{}, { to: "198.51.100.1", destinationPort: 9 }],
    [{ destinationPort: 9 }, { protocol: "udp" }],
  ],
  [
    "ip daddr . tcp dport != { 192.0.2.0/24 . 443 } accept",
    [{ destinationPort: 9 }, { to: "192.0.3.1" }],
    [{}, { protocol: "udp" }, { from: "::1", to: "::2" }],
  ],
];

/** Rules that a file cannot decide, and the code that says why. */
const doubtful: [rule: string, code: string][] = [
  ["limit rate 10/second burst 5 packets accept", "rate"],
  ["limit rate over 10 mbytes/second accept", "rate"],
  ["quota over 25 mbytes accept", "rate"],
  ["ct count over 5 accept", "rate"],
  ["add @seen { ip saddr limit rate 5/minute } accept", "rate"],
  ["meter m { ip saddr limit rate 5/minute } accept", "rate"],
  ["iifname eth* iifname != eth1 accept", "match"],
  ["meta mark 0x1 accept", "match"],
  ["fib daddr type local accept", "match"],
  ["socket transparent 1 accept", "match"],
  ['osf name "Linux" accept', "match"],
  ["ether saddr 00:11:22:33:44:55 accept", "match"],
  ["vlan id 4 accept", "match"],
  ["@th,16,16 0x1bb accept", "match"],
  ["something new { 1, 2 } accept", "match"],
  ["meta skuid 1000 accept", "user"],
  ['meta hour "09:00"-"18:00" accept', "schedule"],
  ['meta day { "Monday", "Friday" } accept', "schedule"],
  ["tcp dport no-such-service accept", "value"],
  ["ip daddr $undefined accept", "value"],
  ["ip daddr @nowhere accept", "object-missing"],
];

describe("what nftables rules match", () => {
  for (const [rule, hit, missed] of exact) {
    it(rule, () => {
      const policy = forwarding(rule);
      for (const parts of hit)
        assert.equal(verdictOf(policy, parts), "permit", JSON.stringify(parts));
      for (const parts of missed)
        assert.equal(verdictOf(policy, parts), "deny", JSON.stringify(parts));
    });
  }
  for (const [rule, code] of doubtful) {
    it(`perhaps: ${rule}`, () => {
      const policy = forwarding(rule, "set seen { type ipv4_addr; size 9; }");
      assert.equal(verdictOf(policy, {}), "deny|permit");
      assert.deepEqual(codesOf(policy), [code]);
    });
  }
  it("leaves alone what changes no verdict", () => {
    const policy = forwarding(`
      counter packets 3 bytes 9
      log prefix "drop; { } # " level warn flags tcp sequence,options
      meta mark set tcp dport map { 22 : 1, 443 : 2 }
      ct mark set meta mark and 0xff
      tcp flags syn tcp option maxseg size set rt mtu
      ip dscp set cs1
      counter name "c" meta mark set 1 ip saddr 10.0.0.0/8 log group 2 comment "accept" accept`);
    assert.deepEqual(
      [verdictOf(policy, {}), verdictOf(policy, { from: "9.0.0.1" })],
      ["permit", "deny"],
    );
    assert.deepEqual(codesOf(policy), []);
  });
  it("keeps what it knows of a rule that it does not understand", () => {
    const policy = forwarding("tcp dport 443 ip saddr 10.0.0.0/8 meta mark 7 accept");
    assert.equal(verdictOf(policy, { from: "11.0.0.1" }), "deny");
    assert.equal(verdictOf(policy, {}), "deny|permit");
  });
  it("takes a statement it does not know for one that may do anything", () => {
    const policy = forwarding("ip saddr 10.0.0.0/8 frobnicate\naccept");
    assert.equal(verdictOf(policy, {}), "permit|unclear");
    assert.equal(verdictOf(policy, { from: "11.0.0.1" }), "permit");
  });
  it("takes a lost extension of iptables for a condition, not for a comment", () => {
    const policy = forwarding("meta l4proto tcp # xt_set counter packets 0 bytes 0 accept");
    assert.equal(verdictOf(policy, {}), "deny|permit");
    assert.equal(verdictOf(policy, { protocol: "udp" }), "deny");
  });
});
