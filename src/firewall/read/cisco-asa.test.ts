import assert from "node:assert/strict";
import { test } from "node:test";
import { ConfigError, sourceOfText } from "../source.ts";
import { ask, type Way } from "./cisco/stage/ask.ts";
import { ciscoAsa } from "./cisco-asa.ts";
import { noOptions, type ReadOptions } from "./reader.ts";
import { refusalOf } from "./stage/refusal.ts";

/** A whole configuration ends as a device ends it. */
const read = (text: string, options: Partial<ReadOptions> = {}) =>
  ciscoAsa.read(sourceOfText(text.startsWith(": Saved") ? `${text}: end\n` : text), {
    ...noOptions,
    ...options,
  });

const refusal = (text: string) => refusalOf(() => read(text));

const whole = `: Saved
ASA Version 9.8(2)
banner motd *** keep out { access-list X extended permit ip any any
interface GigabitEthernet0/0
 nameif outside
 security-level 0
 ip address 203.0.113.2 255.255.255.0
!
interface GigabitEthernet0/1
 nameif inside
 security-level 100
 ip address 10.0.0.1 255.0.0.0
!
interface GigabitEthernet0/2
 nameif dmz
 security-level 50
 ip address 172.16.0.1 255.255.0.0
!
interface GigabitEthernet0/3
 nameif lab
 security-level 50
route outside 0.0.0.0 0.0.0.0 203.0.113.1 1
`;

test("a whole configuration that lost its end is not judged: what is missing may deny", () => {
  assert.throws(() => ciscoAsa.read(sourceOfText(whole), noOptions), {
    key: "firewall.config.truncated",
  });
});

test("security levels where no list is applied", () => {
  const policy = read(whole);
  const packet = "tcp 10.1.1.1:1 > 8.8.8.8:443";
  const way = (input: string, output: string): Way => ({ input, output });
  assert.equal(ask(policy, packet, way("inside", "outside")), "permit 11");
  assert.equal(ask(policy, packet, way("outside", "inside")), "deny 0");
  assert.equal(ask(policy, packet, way("dmz", "outside")), "permit 16");
  assert.equal(ask(policy, packet, way("dmz", "inside")), "deny 0");
  assert.equal(ask(policy, packet, way("dmz", "lab")), "deny 0");
  assert.equal(ask(policy, packet, way("nowhere", "outside")), "deny 0");
  const same = read(`${whole}same-security-traffic permit inter-interface\n`);
  assert.equal(ask(same, packet, way("dmz", "lab")), "permit 16");
  assert.equal(ask(same, packet, way("dmz", "dmz")), "deny 0");
  assert.deepEqual(
    policy.attachments.map(({ name }) => name),
    ["outside", "inside", "dmz", "outside"],
  );
  assert.deepEqual(policy.attachments[3]!.addresses.v4, [0, 0xffffffff]);
});

test("interface lists go on to the global one, and out lists are asked too", () => {
  const lists = `${whole}access-list IN extended permit tcp any any eq 443
access-list IN extended deny tcp any any eq 80
access-list ALL extended permit tcp any any range 80 90
access-list OUT extended deny tcp any any eq 443
access-list OUT extended permit ip any any
access-group IN in interface dmz
`;
  const start = whole.split("\n").length;
  const at = (port: number) => `tcp 172.16.0.5:1 > 8.8.8.8:${port}`;
  const alone = read(lists);
  assert.equal(ask(alone, at(443), { input: "dmz", output: "outside" }), `permit ${start}`);
  assert.equal(ask(alone, at(85), { input: "dmz", output: "outside" }), "deny 0");
  assert.match(ask(alone, at(443), { input: "dmz", output: "inside" }), /^permit/);
  assert.match(ask(alone, at(443), { input: "dmz", output: "lab" }), /^deny/);
  assert.equal(ask(alone, at(85), { input: "inside", output: "outside" }), "permit 11");
  const global = read(`${lists}access-group ALL global\n`);
  assert.equal(ask(global, at(85), { input: "dmz", output: "outside" }), `permit ${start + 2}`);
  assert.equal(ask(global, at(80), { input: "dmz", output: "outside" }), `deny ${start + 1}`);
  assert.equal(ask(global, at(443), { input: "inside", output: "outside" }), "deny 0");
  const out = read(`${lists}access-group OUT out interface outside\n`);
  assert.equal(ask(out, at(443), { input: "dmz", output: "outside" }), `deny ${start + 3}`);
  assert.equal(ask(out, at(443), { input: "dmz", output: "inside" }), `permit ${start}`);
  assert.equal(out.replies, "implicit");
});

test("an excerpt without interfaces, and applied lists that are not there", () => {
  const text =
    "access-list IN extended permit ip any any\naccess-list CTL extended deny ip any any\n" +
    "access-group IN in interface inside\naccess-group CTL in interface outside control-plane\n";
  const policy = read(text);
  const packet = "tcp 10.1.1.1:1 > 8.8.8.8:443";
  assert.equal(ask(policy, packet, { input: "inside", output: "outside" }), "permit 1");
  assert.equal(ask(policy, packet, { input: "outside" }), "deny 0, unclear 3");
  const missing = read("access-group NOPE in interface inside\n");
  assert.equal(ask(missing, packet, { input: "inside" }), "deny 0, unclear 1");
});

test("destinations that NAT rewrites are unclear, translated sources are not", () => {
  const nat = `${whole}object network WEB
 host 172.16.0.80
object network WEB
 nat (dmz,outside) static 203.0.113.80
object network SAME
 host 203.0.113.81
 nat (dmz,outside) static 203.0.113.81
object network PCS
 subnet 10.0.0.0 255.0.0.0
 nat (inside,outside) dynamic interface
object network BLOCK
 subnet 172.16.4.0 255.255.255.0
 nat (dmz,outside) static 198.51.100.0
object network FAR
 host 198.18.0.1
object network REAL-FAR
 host 8.8.8.8
nat (inside,outside) source static PCS PCS destination static FAR REAL-FAR
nat (inside,outside) source static PCS PCS destination static SAME SAME no-proxy-arp
access-list OUT extended permit ip any any
access-list IN extended permit ip any any
access-group OUT in interface outside
access-group IN in interface inside
`;
  const policy = read(nat);
  const from = (to: string, input: string) =>
    ask(policy, `tcp 10.1.1.1:1 > ${to}:443`, { input, output: "dmz" }).includes("unclear");
  assert.equal(from("203.0.113.80", "outside"), true);
  assert.equal(from("203.0.113.81", "outside"), false);
  assert.equal(from("198.51.100.200", "outside"), true);
  assert.equal(from("198.51.101.1", "outside"), false);
  assert.equal(from("203.0.113.2", "outside"), false);
  assert.equal(from("203.0.113.80", "inside"), false);
  assert.equal(from("198.18.0.1", "inside"), true);
  assert.equal(from("8.8.8.8", "inside"), false);
});

test("old releases: any is IPv4, and static translates", () => {
  const old = `PIX Version 7.2
interface Ethernet0
 nameif outside
 security-level 0
 ip address dhcp setroute
static (inside,outside) 203.0.113.0 10.0.0.0 netmask 255.255.255.0
static (inside,outside) 198.51.100.9 198.51.100.9 netmask 255.255.255.255
static (inside,outside) tcp 192.0.2.1 8080 10.0.0.9 80 netmask 255.255.255.255
nat (inside,outside) source static A B inactive
access-list X extended permit ip any any
access-group X in interface outside
`;
  const policy = read(old);
  const way = { input: "outside" };
  assert.equal(ask(policy, "tcp [::1]:1 > [::2]:443", way), "deny 0");
  assert.equal(ask(policy, "tcp 1.1.1.1:1 > 203.0.113.77:443", way), "permit 10, unclear 6");
  assert.equal(ask(policy, "tcp 1.1.1.1:1 > 198.51.100.9:443", way), "permit 10");
  assert.equal(ask(policy, "tcp 1.1.1.1:1 > 192.0.2.1:8080", way), "permit 10, unclear 8");
  assert.equal(ask(policy, "tcp 1.1.1.1:1 > 9.9.9.9:443", way), "permit 10");
  assert.deepEqual(policy.attachments[0]!.addresses.v4, [0, 0xffffffff]);
});

test("a list for frames is no list for packets, one on two interfaces is read once", () => {
  const policy = read(`access-list E ethertype permit any
access-list X extended permit tcp any any eq 443
access-group X in interface inside
access-group E in interface inside
access-group X in interface dmz
access-group E in interface outside
`);
  const packet = "tcp 10.1.1.1:1 > 8.8.8.8:443";
  assert.equal(ask(policy, packet, { input: "inside" }), "permit 2");
  assert.equal(ask(policy, packet, { input: "dmz" }), "permit 2");
  assert.match(ask(policy, packet, { input: "outside" }), /unclear/);
  assert.equal(Array.from(policy.table.line).filter((line) => line === 2).length, 1);
});

test("which list is judged", () => {
  const one = "access-list A extended permit ip any any\n";
  const two = `${one}access-list B extended deny ip any any\n`;
  const packet = "tcp 10.1.1.1:1 > 8.8.8.8:443";
  assert.deepEqual(read(one).assumptions, [
    { key: "firewall.assumed.only-list", values: { list: "A" } },
  ]);
  assert.equal(ask(read(two, { list: "B" }), packet), "deny 2");
  assert.equal(ask(read(`${two}access-group A in interface x\n`, { list: "B" }), packet), "deny 2");
  assert.equal(refusal(two), "firewall.config.which-list 0 A, B");
  assert.throws(() => read(two, { list: "C" }), ConfigError);
  const split = `${one}access-list SPLIT standard permit 10.0.0.0 255.0.0.0\naccess-list E ethertype permit any\n`;
  assert.equal(ask(read(split), packet), "permit 1");
});

test("hostile input ends in one line", () => {
  assert.equal(refusal(""), "firewall.config.empty 0");
  assert.equal(refusal("hello\nworld\n"), "firewall.config.empty 0");
  assert.equal(
    refusal("access-list A extended permit ip any any\n\0\n"),
    "firewall.config.binary 2",
  );
  assert.equal(refusal(`a\n${"x".repeat(1024 * 1024 + 1)}`), "firewall.config.long-line 2");
  const depth = 20_000;
  const chain = Array.from(
    { length: depth },
    (_, at) => `object-group network G${at}\n group-object G${at + 1}\n`,
  ).join("");
  const deep = `${chain}object-group network G${depth}\n network-object host 1.1.1.1\naccess-list A extended permit ip any object-group G0\n`;
  assert.match(ask(read(deep), "tcp 2.2.2.2:1 > 1.1.1.1:1"), /^permit/);
  const mine = Array.from(
    { length: 3000 },
    () => "access-list A line 1 extended permit ip any any\n",
  );
  assert.match(ask(read(mine.join("")), "tcp 2.2.2.2:1 > 1.1.1.1:1"), /unclear/);
});

test("other filters and what is told about them", () => {
  const policy = read("conduit permit tcp any any\naccess-list A extended permit ip any any\n");
  assert.deepEqual(policy.notUnderstood, [{ line: 1, what: "conduit" }]);
});

test("recognised by content", () => {
  assert.equal(ciscoAsa.recognise(whole), 1);
  assert.equal(ciscoAsa.recognise("access-list 101 extended permit tcp any any\r\n"), 1);
  assert.equal(ciscoAsa.recognise("access-list 101 permit tcp any any\n"), 0);
  assert.equal(ciscoAsa.recognise("ip access-list extended X\n permit ip any any\n"), 0);
  assert.equal(ciscoAsa.recognise("object network X\n host 1.1.1.1\n"), 0.8);
});
