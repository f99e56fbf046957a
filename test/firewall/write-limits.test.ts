import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { limits } from "../../src/firewall/write/_limits.ts";
import { writers } from "../../src/firewall/write/index.ts";
import { stretchedRequest } from "./_requests.ts";

const request = stretchedRequest();

function textOf(id: string): string {
  const { add, remove } = writers[id]!.write(request);
  return [...add, ...remove].map(({ text }) => text).join("");
}

/** Every match of the expression's first group, and that there are any. */
function found(id: string, expression: RegExp): string[] {
  const words = [...textOf(id).matchAll(expression)].map((match) => match[1]!);
  assert.ok(words.length > 0, `${id}: nothing matches ${expression}`);
  return words;
}

const longest = (words: readonly string[]) => Math.max(...words.map(({ length }) => length));

/** Ports in a list of netfilter's kind, in which a range counts as two. */
const portsIn = (list: string) => list.split(/[,:-]/).length;

describe("limits of the vendors", () => {
  it("nftables: comments", () => {
    assert.ok(longest(found("nftables", /comment "([^"]*)"/g)) <= limits.nftComment);
  });

  it("iptables: names of chains, comments, ports of a multiport", () => {
    assert.ok(longest(found("iptables", /^:(\S+) -/gm)) <= limits.iptablesChain);
    assert.ok(longest(found("iptables", /--comment "([^"]*)"/g)) <= limits.iptablesComment);
    const lists = found("iptables", /--dports (\S+)/g);
    assert.equal(Math.max(...lists.map(portsIn)), limits.multiport);
  });

  it("RouterOS: ports of a rule", () => {
    const lists = found("mikrotik", /dst-port=(\S+)/g);
    assert.equal(Math.max(...lists.map(portsIn)), limits.multiport);
  });

  it("PAN-OS: names, descriptions, ports of a service", () => {
    assert.ok(longest(found("panos", /^set (?:address|address-group|service) (\S+)/gm)) <= 63);
    assert.ok(longest(found("panos", /^set rulebase security rules (\S+)/gm)) <= 31);
    assert.ok(longest(found("panos", /description "([^"]*)"/g)) <= limits.panosDescription);
    assert.ok(longest(found("panos", / port (\S+)/g)) <= 1023);
  });

  it("FortiOS: names and comments", () => {
    assert.ok(longest(found("fortios", /edit "([^"]*)"/g)) <= limits.fortiosName);
    assert.ok(longest(found("fortios", /set name "([^"]*)"/g)) <= 35);
    assert.ok(longest(found("fortios", /set comments? "([^"]*)"/g)) <= limits.fortiosComment);
  });

  it("Cisco: remarks and names of objects", () => {
    for (const id of ["cisco-asa", "cisco-ios"])
      assert.ok(longest(found(id, / remark (.*)/g)) <= limits.ciscoRemark);
    assert.ok(longest(found("cisco-asa", /^object(?:-group)? \w+ (\S+)/gm)) <= 64);
  });

  it("Junos: names", () => {
    const names = found(
      "juniper-srx",
      /^set .* (?:address|address-set|policy|application) (\S+)/gm,
    );
    assert.ok(longest(names) <= 63);
  });

  it("cmd.exe: lines", () => {
    assert.ok(longest(found("windows-netsh", /^(.*)\r$/gm)) <= 8191);
  });

  it("Squid: lines", () => {
    const hosts = longest(request.openings.flatMap(({ hosts }) => [...hosts]));
    assert.ok(longest(found("squid", /^(acl .*)$/gm)) <= limits.line + hosts);
  });
});
