import assert from "node:assert/strict";
import { test } from "node:test";
import { sourceOfText } from "../../source.ts";
import { phases } from "../../table.ts";
import { ciscoIos } from "../cisco-ios.ts";
import { noOptions } from "../reader.ts";
import { ask, type Way } from "./stage/ask.ts";

const read = (text: string) => ciscoIos.read(sourceOfText(text), noOptions);

test("time ranges that have ended", () => {
  const range = (lines: string) => `time-range T\n${lines}\n`;
  const old = " absolute start 08:00 01 May 2019 end 18:30 30 June 2019";
  const lists = {
    "tcp 1.1.1.1:1 > 2.2.2.2:443":
      "ip access-list extended X\n permit tcp any any eq 443 time-range T log",
    "tcp [::1]:1 > [::2]:443": "ipv6 access-list X\n permit tcp any any eq 443 time-range T",
  };
  for (const [packet, list] of Object.entries(lists)) {
    const by = (today: string | undefined, lines: string) => {
      const text = `${list}\n!\n${range(lines)}`;
      return ask(ciscoIos.read(sourceOfText(text), { ...noOptions, today }), packet);
    };
    assert.equal(by("2019-07-02", old), "deny 0");
    assert.equal(by("2019-07-02", `${old}\n periodic daily 8:00 to 18:00`), "deny 0");
    assert.equal(by("2019-07-02", old.trim()), "deny 0");
    assert.equal(by("2019-07-01", old), "deny 0, permit 2");
    assert.equal(by(undefined, old), "deny 0, permit 2");
    assert.equal(by("2026-11-25", " periodic daily 8:00 to 18:00"), "deny 0, permit 2");
    assert.equal(by("2026-11-25", " absolute start 08:00 1 May 2019"), "deny 0, permit 2");
  }
});

test("entries of numbered and named lists", () => {
  const cases: [string, string, string, Way?][] = [
    ["access-list 101 permit ip any any", "tcp 10.1.1.1:1 > 8.8.8.8:443", "permit 1"],
    [
      "access-list 101 deny ip any any\naccess-list 101 permit tcp any any",
      "tcp 1.1.1.1:1 > 8.8.8.8:443",
      "deny 1",
    ],
    [
      "access-list 2699 permit tcp 10.0.0.0 0.255.255.255 any eq www",
      "tcp 10.1.1.1:1 > 8.8.8.8:80",
      "permit 1",
    ],
    [
      "access-list 101 permit tcp 10.0.0.0 0.255.255.255 any eq www",
      "tcp 11.1.1.1:1 > 8.8.8.8:80",
      "deny 0",
    ],
    ["access-list 10 permit 10.1.1.1", "tcp 10.1.1.1:1 > 8.8.8.8:80", "permit 1"],
    ["access-list 10 permit 10.1.1.1", "tcp 10.1.1.2:1 > 8.8.8.8:80", "deny 0"],
    ["access-list 1300 permit 10.1.0.0 0.0.255.255 log", "tcp 10.1.9.9:1 > 8.8.8.8:80", "permit 1"],
    [
      "access-list 10 deny host 10.1.1.1 log\naccess-list 10 permit any",
      "tcp 10.1.1.1:1 > 8.8.8.8:80",
      "deny 1",
    ],
    ["access-list 10 permit 10.1.1.1 log", "tcp 10.1.1.1:1 > 8.8.8.8:80", "permit 1"],
    [
      "access-list 101 permit ip 10.0.1.0 0.0.254.255 any",
      "tcp 10.0.7.9:1 > 8.8.8.8:80",
      "permit 1",
    ],
    ["access-list 101 permit ip 10.0.1.0 0.0.254.255 any", "tcp 10.0.6.9:1 > 8.8.8.8:80", "deny 0"],
    [
      "access-list 101 permit ip 10.0.0.0 85.85.85.85 any",
      "tcp 10.1.1.1:1 > 8.8.8.8:80",
      "deny 0, permit 1",
    ],
    [
      "access-list 101 permit tcp any any eq 80 443 8080",
      "tcp 10.1.1.1:1 > 8.8.8.8:8080",
      "permit 1",
    ],
    ["access-list 101 permit tcp any any neq 80 443", "tcp 10.1.1.1:1 > 8.8.8.8:443", "deny 0"],
    [
      "access-list 101 permit tcp any eq 80 443 host 8.8.8.8",
      "tcp 10.1.1.1:443 > 8.8.8.8:9",
      "permit 1",
    ],
    [
      "access-list 101 permit icmp any any host-unreachable",
      "icmp 1.1.1.1 > 8.8.8.8:3.1",
      "permit 1",
    ],
    ["access-list 101 permit icmp any any 8 0", "icmp 1.1.1.1 > 8.8.8.8:8.0", "permit 1"],
    ["access-list 101 permit tcp any any established", "tcp 1.1.1.1:1 > 8.8.8.8:9", "deny 0"],
    [
      "access-list 101 permit tcp any any established",
      "tcp 1.1.1.1:1 > 8.8.8.8:9",
      "permit 1",
      { phase: "reply" },
    ],
    [
      "access-list 101 permit tcp any any established",
      "tcp 1.1.1.1:1 > 8.8.8.8:9",
      "permit 1",
      { phase: "replyData" },
    ],
    [
      "access-list 101 permit tcp any any match-all +syn -ack",
      "tcp 1.1.1.1:1 > 8.8.8.8:9",
      "permit 1",
    ],
    [
      "access-list 101 permit tcp any any match-all +syn -ack",
      "tcp 1.1.1.1:1 > 8.8.8.8:9",
      "deny 0",
      { phase: "reply" },
    ],
    [
      "access-list 101 permit tcp any any syn",
      "tcp 1.1.1.1:1 > 8.8.8.8:9",
      "permit 1",
      { phase: "reply" },
    ],
    [
      "access-list 101 permit tcp any any fin",
      "tcp 1.1.1.1:1 > 8.8.8.8:9",
      "deny 0, permit 1",
      { phase: "data" },
    ],
    [
      "access-list 101 permit tcp any any ack log",
      "tcp 1.1.1.1:1 > 8.8.8.8:9",
      "permit 1",
      { phase: "data" },
    ],
    [
      "access-list 101 deny ip any any fragments\naccess-list 101 permit ip any any",
      "tcp 1.1.1.1:1 > 8.8.8.8:9",
      "permit 2",
    ],
    [
      "access-list 101 permit tcp any any eq 443 time-range T",
      "tcp 1.1.1.1:1 > 8.8.8.8:443",
      "deny 0, permit 1",
    ],
    [
      "access-list 101 permit tcp any any dscp af31 log",
      "tcp 1.1.1.1:1 > 8.8.8.8:443",
      "deny 0, permit 1",
    ],
    [
      "access-list 101 permit tcp any any ttl gt 5",
      "tcp 1.1.1.1:1 > 8.8.8.8:443",
      "deny 0, permit 1",
    ],
    [
      "access-list 101 dynamic D timeout 5 permit tcp any any",
      "tcp 1.1.1.1:1 > 8.8.8.8:443",
      "deny 0, permit 1",
    ],
    [
      "access-list 101 permit tcp any any reflect R timeout 30",
      "tcp 1.1.1.1:1 > 8.8.8.8:443",
      "permit 1",
    ],
    [
      "access-list 101 remark permit ip any any\naccess-list 101 permit udp any any",
      "tcp 1.1.1.1:1 > 8.8.8.8:9",
      "deny 0",
    ],
    [
      "ip access-list extended X\n permit tcp any any eq 443",
      "tcp 1.1.1.1:1 > 8.8.8.8:443",
      "permit 2",
    ],
    [
      "ip access-list extended X\npermit tcp any any eq 443",
      "tcp 1.1.1.1:1 > 8.8.8.8:443",
      "permit 2",
    ],
    [
      "ip access-list extended X\n 20 permit ip any any\n 10 deny tcp any any",
      "tcp 1.1.1.1:1 > 8.8.8.8:443",
      "deny 3",
    ],
    [
      "ip access-list extended X\n 20 permit ip any any\nip access-list extended X\n 10 deny tcp any any",
      "tcp 1.1.1.1:1 > 8.8.8.8:443",
      "deny 4",
    ],
    [
      "ip access-list standard X\n permit 10.0.0.0 0.255.255.255",
      "tcp 10.1.1.1:1 > 8.8.8.8:443",
      "permit 2",
    ],
    ["ip access-list extended X\n evaluate R", "tcp 1.1.1.1:1 > 8.8.8.8:443", "deny 0"],
    [
      "ip access-list extended X\n evaluate R",
      "tcp 1.1.1.1:1 > 8.8.8.8:443",
      "deny 0, permit 2",
      { phase: "reply" },
    ],
    [
      "ipv6 access-list S\n permit tcp any host 2001:db8::1 eq 443",
      "tcp [::9]:1 > [2001:db8::1]:443",
      "permit 2",
    ],
    [
      "ipv6 access-list S\n sequence 20 permit ipv6 any any\n sequence 10 deny tcp any 2001:db8::/32",
      "tcp [::9]:1 > [2001:db8::1]:443",
      "deny 3",
    ],
    [
      "ipv6 access-list S\n permit icmp any any echo-request",
      "icmp6 [::9] > [2001:db8::1]:128.0",
      "permit 2",
    ],
    ["ipv6 access-list S\n permit tcp any any", "icmp6 [::9] > [2001:db8::1]:135.0", "permit 0"],
    ["ipv6 access-list S\n deny ipv6 any any", "icmp6 [::9] > [2001:db8::1]:135.0", "deny 2"],
  ];
  for (const [text, packet, expected, way] of cases) {
    assert.equal(
      ask(read(text.replaceAll("\n", "\r\n")), packet, way),
      expected,
      `${text}: ${packet}`,
    );
  }
});

test("what cannot be read leaves the entry in doubt", () => {
  for (const rest of [
    "permit tcp any host 10.1",
    "permit tcp any 10.1.1.0",
    "permit tcp any any eq",
    "permit tcp any",
    "permit",
    "permit tcp object-group NOPE any",
    "permit tcp any any frobnicate",
    "permit tcp any any match-all +syn +fin",
  ]) {
    const found = ask(read(`access-list 101 ${rest}\n`), "tcp 10.1.1.1:1 > 8.8.8.8:443");
    const expected = rest.endsWith("+fin") ? "deny 0" : "deny 0, permit 1";
    assert.equal(found, expected, rest);
  }
  const cut = read("ip access-list extended X\n permit udp any any\n perm");
  assert.equal(ask(cut, "tcp 10.1.1.1:1 > 8.8.8.8:443"), "deny 0, unclear 3");
});

test("object groups write netmasks where lists write wildcards", () => {
  const text = `object-group network SERVERS
 description any
 host 203.0.113.7
 192.0.2.0 255.255.255.0
 range 198.51.100.1 198.51.100.9
 group-object MORE
object-group network MORE
 host 9.9.9.9
object-group service WEB
 tcp eq 443
 tcp source gt 1023 8080
 udp range 5000 5010
 tcp-udp 53
 icmp echo
ip access-list extended X
 permit object-group WEB 10.0.0.0 0.255.255.255 object-group SERVERS
`;
  const policy = read(text);
  const cases: [string, string][] = [
    ["tcp 10.1.1.1:1 > 203.0.113.7:443", "permit 16"],
    ["tcp 10.1.1.1:1 > 192.0.2.255:443", "permit 16"],
    ["tcp 10.1.1.1:1 > 192.0.3.0:443", "deny 0"],
    ["tcp 10.1.1.1:1 > 198.51.100.9:443", "permit 16"],
    ["tcp 10.1.1.1:1024 > 9.9.9.9:8080", "permit 16"],
    ["tcp 10.1.1.1:1023 > 9.9.9.9:8080", "deny 0"],
    ["udp 10.1.1.1:1 > 9.9.9.9:53", "permit 16"],
    ["icmp 10.1.1.1 > 9.9.9.9:8.0", "permit 16"],
    ["tcp 10.1.1.1:1 > 9.9.9.9:80", "deny 0"],
  ];
  for (const [packet, expected] of cases) assert.equal(ask(policy, packet), expected, packet);
  const flat = read(text.replaceAll(/^ /gm, ""));
  for (const [packet, expected] of cases) assert.equal(ask(flat, packet), expected, packet);
});

test("doubtful flags keep their phases", () => {
  const { table } = read("access-list 101 permit tcp any any match-any +fin +syn\n");
  assert.equal(table.phases[0], phases.open | phases.reply | phases.data | phases.replyData);
});
