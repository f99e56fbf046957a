import assert from "node:assert/strict";
import { test } from "node:test";
import { parseAddresses } from "../address.ts";
import type { Flow } from "../flow.ts";
import { prove } from "../prove/prove.ts";
import { sourceOfText } from "../source.ts";
import { ask, codesOf, type Way } from "./cisco/stage/ask.ts";
import { ciscoIos } from "./cisco-ios.ts";
import { noOptions, type ReadOptions } from "./reader.ts";
import { refusalOf } from "./stage/refusal.ts";

const read = (text: string, options: Partial<ReadOptions> = {}) =>
  ciscoIos.read(sourceOfText(text), { ...noOptions, ...options });

const refusal = (text: string) => refusalOf(() => read(text));

const whole = `version 15.7
service timestamps log datetime msec
hostname R1
banner motd ^C
*** no entry { ***
access-list 150 permit ip any any
interface GigabitEthernet0/0
 ip access-group 150 in
^C
banner login # one line access-list 151 deny #
interface GigabitEthernet0/0
 description to the world
 ip address 203.0.113.2 255.255.255.0
 ip access-group OUTSIDE in
interface GigabitEthernet0/1
 ip address 10.0.0.1 255.0.0.0
 ip access-group INSIDE in
 ip access-group TO-PCS out
interface GigabitEthernet0/2
 ip address 172.16.0.1 255.255.0.0
 ip access-group NOWHERE in
ip route 0.0.0.0 0.0.0.0 203.0.113.1
ip route 192.168.0.0 255.255.0.0 GigabitEthernet0/2 172.16.0.9
ip access-list extended INSIDE
 permit tcp any host 198.51.100.7 eq 443
ip access-list extended OUTSIDE
 permit tcp any any established
ip access-list extended TO-PCS
 permit tcp host 198.51.100.7 eq 443 any
`;
const inside = "GigabitEthernet0/1";
const outside = "GigabitEthernet0/0";

test("lists of the way in and of the way out, answers too", () => {
  const policy = read(whole);
  const open = { input: inside, output: outside };
  const reply: Way = { input: outside, output: inside, phase: "reply" };
  assert.equal(policy.replies, "checked");
  assert.deepEqual(policy.families, ["ipv4"]);
  assert.equal(ask(policy, "tcp 10.1.1.1:5000 > 198.51.100.7:443", open), "permit 25");
  assert.equal(ask(policy, "tcp 10.1.1.1:5000 > 198.51.100.7:80", open), "deny 0");
  assert.equal(ask(policy, "tcp 198.51.100.7:443 > 10.1.1.1:5000", reply), "permit 29");
  assert.equal(ask(policy, "tcp 198.51.100.7:80 > 10.1.1.1:5000", reply), "deny 0");
  assert.equal(
    ask(policy, "tcp 198.51.100.7:443 > 10.1.1.1:1", { ...reply, phase: "open" }),
    "deny 0",
  );
  assert.equal(
    ask(policy, "tcp 10.1.1.1:1 > 9.9.9.9:1", { input: "Gi9", output: outside }),
    "permit 0",
  );
});

test("an answer is asked at the interface through which the first packet left", () => {
  const flow = (address: string, port: number): Flow => ({
    ...{ endpoint: "e", group: "g", host: "h", address, required: true, port: `${port}` },
    ...{ destination: parseAddresses(address)!, ports: [port, port], protocol: "tcp" },
    ...{ transport: "tcp", direction: "outbound", purpose: { ko: "", en: "" } },
  });
  const policy = read(`interface Gi0
 ip address 203.0.113.2 255.255.255.0
 ip access-group OUT in
interface Gi1
 ip address 10.0.0.1 255.0.0.0
 ip access-group IN in
ip route 0.0.0.0 0.0.0.0 203.0.113.1
ip access-list extended IN
 permit tcp any any eq 443
ip access-list extended OUT
 permit tcp host 198.51.100.7 eq 443 any established
`);
  const flows = [flow("198.51.100.7", 443), flow("198.51.100.9", 443), flow("198.51.100.7", 80)];
  const found = prove(policy, flows, parseAddresses("10.20.0.0/16")!);
  assert.deepEqual(
    found.map(({ verdict }) => verdict),
    ["permitted", "denied", "denied"],
  );
});

test("a list that is not defined permits, and that is said", () => {
  const policy = read(`${whole}end\n`);
  const way = { input: "GigabitEthernet0/2", output: outside };
  assert.equal(ask(policy, "tcp 172.16.1.1:1 > 9.9.9.9:1", way), "permit 0");
  assert.deepEqual(policy.assumptions, [
    { key: "firewall.assumed.undefined-list", values: { list: "NOWHERE", line: 21 } },
  ]);
});

test("a configuration without its end may be cut, and that is said", () => {
  const keys = read(whole).assumptions.map(({ key }) => key);
  assert.ok(keys.includes("firewall.assumed.no-end"));
});

test("addresses behind interfaces, routes by their next router", () => {
  const found = read(whole).attachments.map(({ name, addresses }) => [name, ...addresses.v4]);
  assert.deepEqual(found.slice(3), [
    ["GigabitEthernet0/2", 0xc0a80000, 0xc0a8ffff],
    [outside, 0, 0xffffffff],
  ]);
});

test("both families on one interface do not ask each other's packets", () => {
  const policy = read(`interface Gi0
 ip access-group 101 in
 ipv6 traffic-filter SIX in
access-list 101 permit tcp any any eq 443
ipv6 access-list SIX
 permit tcp any any eq 80
`);
  const way = { input: "Gi0" };
  assert.deepEqual(policy.families, ["ipv4", "ipv6"]);
  assert.match(ask(policy, "tcp 1.1.1.1:1 > 2.2.2.2:443", way), /^permit/);
  assert.match(ask(policy, "tcp [::1]:1 > [::2]:80", way), /^permit 6/);
  assert.equal(ask(policy, "tcp 1.1.1.1:1 > 2.2.2.2:80", way), "deny 0");
  assert.equal(ask(policy, "tcp [::1]:1 > [::2]:443", way), "deny 0");
});

test("programs and translation leave doubt only where they matter", () => {
  const zones = read(
    `${whole}class-map type inspect match-any C\nzone-pair security Z source a destination b\n`,
  );
  const open = { input: inside, output: outside };
  assert.match(ask(zones, "tcp 10.1.1.1:5000 > 198.51.100.7:443", open), /permit 25, unclear 31/);
  assert.equal(ask(zones, "tcp 10.1.1.1:5000 > 198.51.100.7:80", open), "deny 0, unclear 31");
  assert.deepEqual(
    zones.notUnderstood.map(({ line }) => line),
    [30, 31],
  );
  const inspect = read(whole.replace(" description to the world", " ip inspect FW out"));
  const reply: Way = { input: outside, output: inside, phase: "reply" };
  assert.match(ask(inspect, "tcp 9.9.9.9:80 > 10.1.1.1:5000", reply), /deny 0, permit 12/);
  assert.equal(ask(inspect, "tcp 10.1.1.1:5000 > 198.51.100.7:80", open), "deny 0");
  const nat = read(`interface Gi0
 ip nat outside
 ip access-group 101 in
 ip access-group 102 out
interface Gi1
 ip nat inside
ip nat inside source list 1 interface Gi0 overload
ip nat inside source static tcp 10.0.0.5 80 203.0.113.9 80
access-list 101 permit tcp any any established
access-list 101 permit tcp any host 203.0.113.9 eq 80
access-list 102 permit tcp 10.0.0.0 0.255.255.255 any eq 443
`);
  const out = { input: "Gi1", output: "Gi0" };
  const back: Way = { input: "Gi0", output: "Gi1", phase: "reply" };
  assert.equal(ask(nat, "tcp 10.0.0.9:5000 > 9.9.9.9:443", out), "deny 0, permit 11");
  assert.equal(ask(nat, "tcp 10.0.0.9:5000 > 9.9.9.9:80", out), "deny 0");
  assert.equal(ask(nat, "tcp 9.9.9.9:443 > 10.0.0.9:5000", back), "permit 9");
  const inbound = ask(nat, "tcp 9.9.9.9:5000 > 203.0.113.9:80", { ...back, phase: "open" });
  assert.match(inbound, /unclear 8/);
});

test("which list is judged", () => {
  const one = "access-list 101 permit ip any any\n";
  const policy = read(one);
  assert.equal(policy.replies, "implicit");
  assert.deepEqual(policy.assumptions, [
    { key: "firewall.assumed.only-list", values: { list: "101" } },
  ]);
  const two = `${one}ip access-list extended B\n deny ip any any\n`;
  assert.equal(ask(read(two, { list: "B" }), "tcp 1.1.1.1:1 > 2.2.2.2:3"), "deny 3");
  assert.equal(refusal(two), "firewall.config.which-list 0 101, B");
  assert.equal(
    ask(read(whole, { list: "INSIDE" }), "tcp 1.1.1.1:1 > 198.51.100.7:443"),
    "permit 25",
  );
});

test("hostile input ends in one line", () => {
  assert.equal(refusal(""), "firewall.config.empty 0");
  assert.equal(refusal("version 15.1\nhostname x\n"), "firewall.config.empty 0");
  assert.equal(refusal("\0\n"), "firewall.config.binary 1");
  assert.equal(refusal(`a\n${"x".repeat(1024 * 1024 + 1)}`), "firewall.config.long-line 2");
  const open = read("banner motd ^C\nnever closed\naccess-list 101 permit ip any any\n");
  assert.equal(ask(open, "tcp 1.1.1.1:1 > 2.2.2.2:3"), "permit 3");
  const loop = read(
    "object-group network A\n group-object B\nobject-group network B\n group-object A\n" +
      "access-list 101 permit ip object-group A any\n",
  );
  assert.deepEqual(codesOf(loop), ["object-cyclic"]);
});

test("recognised by content", () => {
  assert.equal(ciscoIos.recognise(whole), 1);
  assert.equal(ciscoIos.recognise("access-list 101 permit tcp any any\n"), 0.8);
  assert.equal(ciscoIos.recognise("access-list 101 extended permit tcp any any\n"), 0);
  assert.equal(ciscoIos.recognise("access-list A permit tcp any any\n"), 0);
  assert.equal(ciscoIos.recognise("ASA Version 9.1\naccess-list 101 permit tcp any any\n"), 0);
});
