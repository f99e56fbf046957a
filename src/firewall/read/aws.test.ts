import assert from "node:assert/strict";
import { test } from "node:test";
import { ConfigError, sourceOfText } from "../source.ts";
import { aws } from "./aws.ts";
import { ask, codesOf, type Way } from "./cisco/stage/ask.ts";
import { noOptions, type ReadOptions } from "./reader.ts";

const read = (text: string, options: Partial<ReadOptions> = {}) =>
  aws.read(sourceOfText(text), { ...noOptions, ...options });

/** A list with one member on each line, the first on line `2` of the document. */
const rows = (members: readonly object[]) =>
  `[\n${members.map((each) => JSON.stringify(each)).join(",\n")}\n]`;
const group = (permissions: readonly object[], id = "sg-1") =>
  `{"GroupId": "${id}", "GroupName": "pc", "IpPermissionsEgress": ${rows(permissions)}}`;
const groups = (permissions: readonly object[]) => `{"SecurityGroups": [${group(permissions)}]}`;
const acl = (entries: readonly object[]) =>
  `{"NetworkAcls": [{"NetworkAclId": "acl-1", "Entries": ${rows(entries)}}]}`;

const tcp = (from: number, to: number, ...blocks: string[]) => ({
  IpProtocol: "tcp",
  FromPort: from,
  ToPort: to,
  IpRanges: blocks.map((CidrIp) => ({ CidrIp })),
});
const range = { IpRanges: [{ CidrIp: "0.0.0.0/0" }] };
const web = "tcp 10.0.0.1:50000 > 8.8.8.8:443";

test("what a security group permits", () => {
  const cases: [object[], string, string][] = [
    [[], web, "deny 0"],
    [[tcp(443, 443, "8.8.8.8/32")], web, "permit 2"],
    [[tcp(443, 443, "8.8.8.9/32")], web, "deny 0"],
    [[tcp(443, 443, "8.8.8.9/32", "8.8.8.0/24")], web, "permit 2"],
    [[tcp(80, 80, "0.0.0.0/0"), tcp(400, 500, "8.8.0.0/16")], web, "permit 3"],
    [[tcp(443, 443, "0.0.0.0/0")], "udp 10.0.0.1:50000 > 8.8.8.8:443", "deny 0"],
    [[tcp(443, 443, "0.0.0.0/0")], "tcp [2001:db8::1]:5 > [2001:db8::2]:443", "deny 0"],
    [
      [{ ...tcp(443, 443), Ipv6Ranges: [{ CidrIpv6: "::/0" }] }],
      "tcp [2001:db8::1]:5 > [2001:db8::2]:443",
      "permit 2",
    ],
    [[{ IpProtocol: "-1", ...range }], web, "permit 2"],
    [[{ IpProtocol: "-1", FromPort: 0, ToPort: 0, ...range }], web, "permit 2"],
    [[{ IpProtocol: "6", FromPort: 443, ToPort: 443, ...range }], web, "permit 2"],
    [[{ IpProtocol: "47", ...range }], "gre 10.0.0.1 > 8.8.8.8", "permit 2"],
    [[{ IpProtocol: "47", ...range }], web, "deny 0"],
    [
      [{ IpProtocol: "icmp", FromPort: -1, ToPort: -1, ...range }],
      "icmp 10.0.0.1 > 8.8.8.8:3.4",
      "permit 2",
    ],
    [
      [{ IpProtocol: "icmp", FromPort: 3, ToPort: 4, ...range }],
      "icmp 10.0.0.1 > 8.8.8.8:3.1",
      "deny 0",
    ],
    [
      [{ IpProtocol: "icmp", FromPort: 3, ToPort: -1, ...range }],
      "icmp 10.0.0.1 > 8.8.8.8:3.1",
      "permit 2",
    ],
  ];
  for (const [permissions, packet, expected] of cases)
    assert.equal(ask(read(groups(permissions)), packet), expected, JSON.stringify(permissions));
});

test("what a file cannot tell stays unknown, and only for what it is about", () => {
  const https = { IpProtocol: "tcp", FromPort: 443, ToPort: 443 };
  const cases: [object, string][] = [
    [{ ...https, PrefixListIds: [{ PrefixListId: "pl-1" }] }, "dynamic-group"],
    [{ ...https, UserIdGroupPairs: [{ GroupId: "sg-2" }] }, "dynamic-group"],
    [{ ...https, IpRanges: [{ CidrIp: "8.8.8/24" }] }, "value"],
    [{ ...https, IpRanges: ["8.8.8.8/32"] }, "value"],
    [{ ...https, IpRanges: "8.8.8.8/32" }, "value"],
    [{ ...https, Ipv4Ranges: [{ CidrIp: "8.8.8.8/32" }] }, "match"],
    [{ IpProtocol: "tcp", FromPort: 500, ToPort: 400, ...range }, "value"],
    [{ IpProtocol: "tcp", ...range }, "value"],
    [{ IpProtocol: "stp", ...range }, "value"],
  ];
  for (const [permission, code] of cases) {
    const policy = read(groups([permission, tcp(80, 80, "0.0.0.0/0")]));
    const text = JSON.stringify(permission);
    assert.equal(ask(policy, web), "deny 0, permit 2", text);
    assert.ok(ask(policy, "tcp 10.0.0.1:5 > 8.8.8.8:80").includes("permit 3"), text);
    assert.deepEqual([...new Set(codesOf(policy))], [code], text);
  }
  const policy = read('{"SecurityGroups": [{"GroupId": "sg-1"}]}');
  assert.deepEqual([ask(policy, web), codesOf(policy)], ["deny 0, permit 1", ["object-missing"]]);
});

test("groups apply together as one, where it is known which", () => {
  const one = group([tcp(80, 80, "0.0.0.0/0")]);
  const two = group([tcp(443, 443, "0.0.0.0/0")], "sg-2");
  const both = `{"SecurityGroups": [${one},\n${two}]}`;
  const refused = { key: "firewall.config.which-list", values: { line: 0, lists: "sg-1, sg-2" } };
  assert.throws(() => read(both), refused);
  assert.throws(() => read(both, { list: "sg-1,sg-9" }), refused);
  assert.equal(ask(read(both, { list: "sg-1" }), web), "deny 0");
  assert.equal(ask(read(both, { list: "sg-1, sg-2" }), web), "permit 5");
  assert.equal(ask(read(`[${one},\n${two}]`, { list: "sg-2" }), web), "permit 5");
  assert.equal(ask(read(two), web), "permit 2");
});

test("rules listed one by one, of both directions", () => {
  const rule = { GroupId: "sg-1", IpProtocol: "tcp", FromPort: 443, ToPort: 443, Tags: [] };
  const listed = (each: object) => `{"SecurityGroupRules": ${rows([{ ...rule, ...each }])}}`;
  const cases: [object, string][] = [
    [{ IsEgress: true, CidrIpv4: "8.8.8.0/24" }, "permit 2"],
    [{ IsEgress: false, CidrIpv4: "8.8.8.0/24" }, "deny 0"],
    [{ IsEgress: true, CidrIpv6: "::/0" }, "deny 0"],
    [{ IsEgress: true, PrefixListId: "pl-1" }, "deny 0, permit 2"],
    [{ IsEgress: true, ReferencedGroupInfo: { GroupId: "sg-2" } }, "deny 0, permit 2"],
    [{ IsEgress: true, Until: "2030-01-01", CidrIpv4: "8.8.8.0/24" }, "deny 0, permit 2"],
    [{ CidrIpv4: "8.8.8.0/24" }, "deny 0, permit 2"],
    [{ IsEgress: true }, "deny 0, permit 2"],
  ];
  for (const [each, expected] of cases)
    assert.equal(ask(read(listed(each)), web), expected, JSON.stringify(each));
  const inbound = read(listed({ IsEgress: false, CidrIpv4: "8.8.8.0/24" }), { hook: "input" });
  assert.equal(ask(inbound, "tcp 8.8.8.8:5 > 10.0.0.1:443"), "permit 2");
  assert.equal(ask(inbound, "tcp 8.8.9.8:5 > 10.0.0.1:443"), "deny 0");
});

const entry = (RuleNumber: number, RuleAction: string, CidrBlock: string, more: object = {}) => ({
  RuleNumber,
  RuleAction,
  CidrBlock,
  Egress: true,
  Protocol: "-1",
  ...more,
});
const ports = (From: number, To: number) => ({ Protocol: "6", PortRange: { From, To } });
const answer: [string, Way] = ["tcp 8.8.8.8:443 > 10.0.0.1:50000", { phase: "reply" }];

test("entries of a network ACL in the order of their numbers", () => {
  const late = entry(200, "allow", "8.8.8.8/32");
  const early = entry(100, "deny", "8.8.0.0/16", ports(443, 443));
  assert.equal(ask(read(acl([late, early])), web), "deny 3");
  assert.equal(ask(read(acl([late, { ...early, RuleNumber: 300 }])), web), "permit 2");
  assert.equal(ask(read(acl([late, { ...early, RuleNumber: null }])), web), "deny 3, permit 2");
  assert.equal(ask(read(acl([late, { ...early, Egress: false }])), web), "permit 2");
  assert.equal(ask(read(acl([{ ...late, RuleAction: "log" }])), web), "unclear 2");
  assert.equal(ask(read(acl([{ ...late, Protocol: "6" }])), web), "deny 0, permit 2");
  assert.equal(ask(read(acl([])), web), "deny 0");
  const star = entry(32767, "deny", "0.0.0.0/0");
  assert.equal(ask(read(acl([star])), web), "deny 2");
  const six = { ...entry(1, "allow", ""), Ipv6CidrBlock: "2001:db8::/32" };
  assert.equal(ask(read(acl([six])), "tcp [2001:db8::1]:5 > [2001:db8::2]:443"), "permit 2");
  assert.equal(ask(read('{"NetworkAcls": [{"NetworkAclId": "a"}]}'), web), "deny 0, unclear 1");
});

test("a network ACL has to permit answers as well", () => {
  const out = entry(100, "allow", "0.0.0.0/0", ports(443, 443));
  const back = entry(100, "allow", "8.8.8.0/24", { Egress: false, ...ports(1024, 65535) });
  const policy = read(acl([out, back]));
  assert.equal(policy.replies, "checked");
  assert.equal(ask(policy, web), "permit 2");
  assert.equal(ask(policy, ...answer), "permit 3");
  assert.equal(ask(read(acl([out])), ...answer), "deny 0");
  assert.equal(ask(policy, "tcp 9.9.9.9:443 > 10.0.0.1:50000", { phase: "reply" }), "deny 0");
  assert.equal(ask(policy, "tcp 10.0.0.1:5 > 8.8.8.8:443", { phase: "data" }), "permit 2");
});

test("a packet must pass its group and its subnet's ACL", () => {
  const of = (permissions: object[], entries: object[]) =>
    read(`[${groups(permissions)},\n${acl(entries)}]`);
  const all = [entry(1, "allow", "0.0.0.0/0"), entry(2, "allow", "0.0.0.0/0", { Egress: false })];
  const https = tcp(443, 443, "0.0.0.0/0");
  assert.equal(ask(of([https], all), web), "permit 5");
  assert.equal(ask(of([https], all), ...answer), "permit 6");
  assert.equal(ask(of([], all), web), "deny 0");
  assert.equal(ask(of([https], []), web), "deny 0");
  assert.equal(of([https], all).replies, "checked");
  assert.equal(of([https], all).assumptions[0]!.key, "firewall.assumed.aws-subnet");
  assert.equal(read(groups([https])).replies, "implicit");
});

test("recognised by what it holds", () => {
  assert.equal(aws.recognise(groups([])), 1);
  assert.equal(aws.recognise(acl([])), 1);
  assert.equal(aws.recognise(` ${JSON.stringify([tcp(1, 1, "0.0.0.0/0")])}`), 0.9);
  assert.equal(aws.recognise('{"Instances": [{"SecurityGroups": [{"GroupId": "sg-1"}]}]}'), 0.5);
  assert.equal(aws.recognise('{"nftables": []}'), 0);
  assert.equal(aws.recognise('set x "SecurityGroups": 1'), 0);
});

test("what is no such document is refused", () => {
  for (const text of ["[]", "{}", "3", "null", '{"SecurityGroups": []}', '{"NetworkAcls": {}}'])
    assert.throws(() => read(text), { key: "firewall.config.empty" }, text);
  assert.throws(() => read('{"SecurityGroups": ['), ConfigError);
});
