import assert from "node:assert/strict";
import { test } from "node:test";
import { ConfigError, sourceOfText } from "../../src/firewall/source.ts";
import { type Asked, filter, told } from "./_iptables-told.ts";

const saved = `create hosts hash:ip family inet hashsize 1024 maxelem 65536
add hosts 203.175.190.10
add hosts 203.175.190.12-203.175.190.14 comment "two words"
create nets hash:net family inet hashsize 1024 maxelem 65536
add nets 10.0.0.0/8
add nets 10.20.0.0/16 nomatch
add nets 10.20.0.4/30
create services hash:ip,port family inet hashsize 1024 maxelem 65536
add services 203.175.190.10,tcp:443
add services 203.175.190.10,udp:53
add services 203.175.190.11,icmp:echo-request
add services 203.175.190.12,gre:0
create nested hash:net,port family inet hashsize 1024 maxelem 65536
add nested 203.175.190.0/24,tcp:440-450
create pairs hash:net,net family inet hashsize 1024 maxelem 65536
add pairs 10.20.0.0/16,203.175.190.0/24
add pairs 10.20.0.0/16,203.175.190.10 nomatch
create ports bitmap:port range 0-65535
add ports 443
add ports 8000-8010
create all list:set size 8
add all hosts
add all nets
create passing hash:ip family inet timeout 300
add passing 203.175.190.10 timeout 12
create empty hash:ip family inet
create cards hash:mac
create loop list:set size 8
add loop loop
`;
const ipset = sourceOfText(saved);

const [yes, no, perhaps] = ["permit 3", "deny 2", "deny 2, permit 3"];
const conditions: [match: string, asked: Asked, expected: string][] = [
  ["--match-set hosts dst", {}, yes],
  ["--match-set hosts dst", { to: "203.175.190.13" }, yes],
  ["--match-set hosts dst", { to: "203.175.190.11" }, no],
  ["--match-set hosts src", {}, no],
  ["! --match-set hosts dst", {}, no],
  ["! --match-set hosts src", {}, yes],
  ["--set hosts dst", {}, yes],
  ["--match-set nets src", {}, yes],
  ["--match-set nets src", { from: "10.20.0.9" }, no],
  ["--match-set nets src", { from: "10.21.0.9" }, yes],
  ["! --match-set nets src", { from: "10.20.0.9" }, yes],
  ["--match-set services dst,dst", {}, yes],
  ["--match-set services dst,dst", { port: 53 }, no],
  ["--match-set services dst,dst", { port: 53, protocol: 17 }, yes],
  ["--match-set services dst,src", { sport: 443, port: 9 }, yes],
  ["--match-set services dst,dst", { to: "203.175.190.11", protocol: 1, port: 2048 }, yes],
  ["--match-set services dst,dst", { to: "203.175.190.11", protocol: 1, port: 0 }, no],
  ["--match-set services dst,dst", { to: "203.175.190.12", protocol: 47 }, yes],
  ["! --match-set services dst,dst", {}, no],
  ["! --match-set services dst,dst", { port: 444 }, yes],
  ["! --match-set services dst,dst", { protocol: 17 }, yes],
  ["--match-set nested dst,dst", { to: "203.175.190.99", port: 445 }, yes],
  ["--match-set pairs src,dst", { to: "203.175.190.99" }, yes],
  ["--match-set pairs src,dst", {}, no],
  ["! --match-set pairs src,dst", {}, yes],
  ["--match-set ports dst", {}, yes],
  ["--match-set ports dst", { port: 8011 }, no],
  ["--match-set ports dst", { protocol: 17, port: 8010 }, yes],
  ["--match-set ports dst", { protocol: 132 }, no],
  ["--match-set all dst", {}, yes],
  ["--match-set all src", {}, yes],
  ["--match-set empty dst", {}, no],
  ["! --match-set empty dst", {}, yes],
  ["--match-set passing dst", {}, perhaps],
  ["--match-set gone dst", {}, perhaps],
  ["--match-set cards src", {}, perhaps],
  ["--match-set loop src", {}, perhaps],
  ["--match-set services dst", {}, perhaps],
  ["--match-set hosts dst --packets-gt 5", {}, perhaps],
  ["--match-set nets src --return-nomatch", {}, perhaps],
];

for (const [match, asked, expected] of conditions) {
  test(`${match} of ${JSON.stringify(asked)}`, () => {
    const text = filter(`-A FORWARD -m set ${match} -j ACCEPT`);
    assert.equal(told(text, asked, { ipset }), expected);
  });
}

test("two sets in a rule, both must hold", () => {
  const rule = "-m set --match-set nets src -m set --match-set hosts dst -j ACCEPT";
  assert.equal(told(filter(`-A FORWARD ${rule}`), {}, { ipset }), yes);
  assert.equal(told(filter(`-A FORWARD ${rule}`), { to: "1.2.3.4" }, { ipset }), no);
});

test("a set that rules add to is not the same tomorrow", () => {
  const text = filter(
    "-A FORWARD -m set --match-set hosts dst -j ACCEPT",
    "-A FORWARD -p udp -j SET --add-set hosts src",
  );
  assert.equal(told(text, {}, { ipset }), perhaps);
});

const listed = `Name: hosts
Type: hash:ip
Revision: 5
Header: family inet hashsize 1024 maxelem 65536 bucketsize 12 initval 0x3e5c
Size in memory: 264
References: 0
Number of entries: 2
Members:
203.175.190.10
203.175.190.11 comment "x"

Name: short
Type: hash:ip
Header: family inet hashsize 1024 maxelem 65536 timeout 300
Members:
10.20.0.5 timeout 12
`;

test("ipset list is read as well", () => {
  const rule = (name: string) => filter(`-A FORWARD -m set --match-set ${name} dst -j ACCEPT`);
  const options = { ipset: sourceOfText(listed) };
  assert.equal(told(rule("hosts"), { to: "203.175.190.11" }, options), yes);
  assert.equal(told(rule("hosts"), { to: "203.175.190.12" }, options), no);
  assert.equal(told(rule("short"), {}, options), perhaps);
});

test("what is no list of sets is refused with its line", () => {
  for (const [text, key, line] of [
    ["create a hash:ip\nadd b 1.2.3.4\n", "ipset", 2],
    ["*filter\n", "ipset", 1],
    ["create a hash:ip\nadd a 1.2\0.3.4\n", "binary", 0],
  ] as const) {
    assert.throws(
      () => told(filter(), {}, { ipset: sourceOfText(text) }),
      (error) =>
        error instanceof ConfigError &&
        error.key === `firewall.config.${key}` &&
        error.values.line === line,
    );
  }
});

test("an element that is not understood puts the set in doubt", () => {
  const odd = { ipset: sourceOfText("create a hash:ip\nadd a 1.2.3.4.5\n") };
  assert.equal(told(filter("-A FORWARD -m set --match-set a dst -j ACCEPT"), {}, odd), perhaps);
});
