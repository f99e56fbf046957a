import assert from "node:assert/strict";
import { test } from "node:test";
import { ConfigError, sourceOfText } from "../source.ts";
import { azure } from "./azure.ts";
import { ask, codesOf } from "./cisco/stage/ask.ts";
import { noOptions, type ReadOptions } from "./reader.ts";

const read = (text: string, options: Partial<ReadOptions> = {}) =>
  azure.read(sourceOfText(text), { ...noOptions, ...options });

/** A list with one member on each line, the first on line 2 where the list begins in line 1. */
const rows = (members: readonly object[]) =>
  `[\n${members.map((each) => JSON.stringify(each)).join(",\n")}\n]`;
const nsg = (rules: readonly object[], name = "pc") =>
  `{"name": "${name}", "securityRules": ${rows(rules)}}`;

const rule = (priority: number, access: string, more: object = {}) => ({
  name: `r${priority}`,
  priority,
  access,
  direction: "Outbound",
  protocol: "Tcp",
  sourceAddressPrefix: "*",
  sourcePortRange: "*",
  destinationAddressPrefix: "*",
  destinationPortRange: "443",
  ...more,
});
const denyAll = rule(4096, "Deny", { protocol: "*", destinationPortRange: "*" });
const web = "tcp 10.0.0.1:50000 > 8.8.8.8:443";
const inside = "tcp 10.0.0.1:50000 > 10.9.0.1:443";

test("what a rule matches", () => {
  const list = {
    destinationAddressPrefix: null,
    destinationAddressPrefixes: ["9.9.9.9", "8.8.0.0/16"],
  };
  const cases: [object, string, string][] = [
    [{}, web, "permit 2"],
    [{}, "udp 10.0.0.1:5 > 8.8.8.8:443", "deny 3"],
    [{}, "tcp [2001:db8::1]:5 > [2001:db8::2]:443", "permit 2"],
    [{ destinationPortRange: "80" }, web, "deny 3"],
    [{ destinationPortRange: "400-500" }, web, "permit 2"],
    [{ destinationPortRange: "", destinationPortRanges: ["80", "443"] }, web, "permit 2"],
    [{ destinationPortRange: "80,443" }, web, "permit 2"],
    [{ destinationPortRange: 443 }, web, "permit 2"],
    [{ sourcePortRange: "1-1023" }, web, "deny 3"],
    [{ sourceAddressPrefix: "10.0.0.0/24" }, web, "permit 2"],
    [{ sourceAddressPrefix: "10.0.1.0/24" }, web, "deny 3"],
    [list, web, "permit 2"],
    [list, "tcp 10.0.0.1:5 > 8.9.8.8:443", "deny 3"],
    [{ protocol: "TCP", access: "allow", direction: "outbound" }, web, "permit 2"],
    [{ protocol: "*" }, "udp 10.0.0.1:5 > 8.8.8.8:443", "permit 2"],
    [{ protocol: "*" }, "icmp 10.0.0.1 > 8.8.8.8:8.0", "deny 3, permit 2"],
    [{ protocol: "*", destinationPortRange: "*" }, "icmp 10.0.0.1 > 8.8.8.8:8.0", "permit 2"],
    [{ protocol: "Icmp", destinationPortRange: "*" }, "icmp 10.0.0.1 > 8.8.8.8:8.0", "permit 2"],
    [
      { protocol: "Icmp", destinationPortRange: "*" },
      "icmp6 [2001:db8::1] > [2001:db8::2]:128.0",
      "deny 3, permit 2",
    ],
    [{ direction: "Inbound" }, web, "deny 3"],
  ];
  for (const [more, packet, expected] of cases) {
    const policy = read(nsg([rule(100, "Allow", more), denyAll]));
    assert.equal(ask(policy, packet), expected, JSON.stringify(more));
  }
});

test("the lowest priority decides, wherever it stands", () => {
  const [allow, deny] = [
    rule(200, "Allow"),
    rule(100, "Deny", { destinationAddressPrefix: "8.0.0.0/8" }),
  ];
  assert.equal(ask(read(nsg([allow, deny])), web), "deny 3");
  assert.equal(ask(read(nsg([allow, { ...deny, priority: 300 }])), web), "permit 2");
  assert.equal(ask(read(nsg([allow, { ...deny, priority: "300" }])), web), "permit 2");
  const unclear = read(nsg([allow, { ...deny, priority: "[parameters('p')]" }]));
  assert.equal(ask(unclear, web), "deny 3, permit 2");
});

test("what a file cannot tell stays unknown", () => {
  const asg = { id: "/subscriptions/x/applicationSecurityGroups/web" };
  const cases: [object, string][] = [
    [{ destinationAddressPrefix: "Storage.KoreaCentral" }, "dynamic-group"],
    [{ destinationAddressPrefix: "VirtualNetwork" }, "dynamic-group"],
    [{ sourceAddressPrefix: "VirtualNetwork" }, "dynamic-group"],
    [{ destinationApplicationSecurityGroups: [asg] }, "dynamic-group"],
    [{ destinationAddressPrefix: "[parameters('to')]" }, "value"],
    [{ destinationAddressPrefix: null }, "value"],
    [{ destinationAddressPrefix: { a: 1 } }, "value"],
    [{ destinationPortRange: "https" }, "value"],
    [{ destinationPortRange: "500-400" }, "value"],
    [{ destinationPortRange: "443-70000" }, "value"],
    [{ protocol: "Sctp" }, "value"],
    [{ protocol: undefined }, "value"],
    [{ direction: "Sideways" }, "value"],
    [{ schedule: "nights" }, "match"],
  ];
  for (const [more, code] of cases) {
    const policy = read(nsg([rule(100, "Allow", more), denyAll]));
    assert.equal(ask(policy, web), "deny 3, permit 2", JSON.stringify(more));
    assert.equal(codesOf(policy)[0], code, JSON.stringify(more));
  }
  const odd = read(nsg([rule(100, "Audit"), denyAll]));
  assert.equal(ask(odd, web), "unclear 2");
  const strings = read('{"name": "pc", "securityRules": ["System.Collections.Hashtable"]}');
  assert.ok(ask(strings, web).includes("unclear 1"));
});

test("Azure's own rules stand behind all others, in the file or not", () => {
  const shown = JSON.stringify([
    rule(65000, "Allow", {
      protocol: "*",
      destinationAddressPrefix: "10.0.0.0/8",
      destinationPortRange: "*",
    }),
    rule(65500, "Deny", { protocol: "*", destinationPortRange: "*" }),
  ]);
  const bare = read(nsg([]));
  assert.equal(ask(bare, web), "permit 1");
  assert.equal(ask(bare, inside), "deny 1, permit 1");
  assert.deepEqual(
    bare.assumptions.map(({ key }) => key),
    ["firewall.assumed.azure-internet", "firewall.assumed.azure-defaults"],
  );
  const whole = read(`{"name": "pc", "securityRules": [], \n"defaultSecurityRules": ${shown}}`);
  assert.equal(ask(whole, web), "deny 2");
  assert.equal(ask(whole, inside), "permit 2");
  const fromOutside = read(nsg([]), { hook: "input" });
  assert.equal(ask(fromOutside, "tcp 8.8.8.8:5 > 10.0.0.1:443"), "deny 1, permit 1");
});

test("the tag Internet is public addresses surely, and others perhaps", () => {
  const policy = read(nsg([rule(100, "Deny", { destinationAddressPrefix: "Internet" })]));
  assert.equal(ask(policy, web), "deny 2");
  assert.equal(ask(policy, "tcp 10.0.0.1:5 > 100.63.255.255:443"), "deny 2");
  assert.ok(ask(policy, "tcp 10.0.0.1:5 > 100.64.0.0:443").includes("permit 1"));
  assert.ok(ask(policy, inside).includes("permit 1"));
  assert.equal(ask(policy, "tcp [2400::1]:5 > [2a00::2]:443"), "deny 2");
});

test("a group in every form in which Azure's tools write it", () => {
  const flat = [rule(100, "Allow"), denyAll];
  const nested = flat.map(({ name, ...properties }) => ({ name, properties }));
  const capital = flat.map((each) =>
    Object.fromEntries(
      Object.entries(each).map(([key, value]) => [
        key[0]!.toUpperCase() + key.slice(1),
        /Prefix|Port/.test(key) ? [value] : value,
      ]),
    ),
  );
  const type = "Microsoft.Network/networkSecurityGroups";
  const own = flat.map(({ name, ...properties }) => ({
    type: `${type}/securityRules`,
    name: `pc/${name}`,
    properties,
  }));
  const forms = {
    show: nsg(flat),
    list: `[${nsg(flat)}]`,
    rest: `{"value": [{"name": "pc", "properties": {"securityRules": ${rows(nested)}}}]}`,
    powershell: `{"Name": "pc", "SecurityRules": ${rows(capital)}}`,
    rules: rows(flat),
    all: rows([...flat, { ...denyAll, priority: 65_500 }]),
    template: `{"resources": [{"type": "${type}", "name": "pc", "properties": {"securityRules": ${rows(nested)}}}]}`,
    symbolic: `{"resources": {"pc": {"type": "${type}", "name": "pc", "properties": {"securityRules": ${rows(nested)}}}}}`,
    apart: `{"resources": ${rows(own)}}`,
    beside: `{"resources": ${rows([...own, { type, name: "pc", properties: { securityRules: [] } }])}}`,
  };
  for (const [form, text] of Object.entries(forms)) {
    const policy = read(text);
    assert.equal(ask(policy, web), "permit 2", form);
    assert.equal(ask(policy, "tcp 10.0.0.1:5 > 8.8.8.8:80"), "deny 3", form);
    assert.ok(azure.recognise(text) >= 0.8, form);
  }
});

test("rules of a template that may not be there", () => {
  const type = "Microsoft.Network/networkSecurityGroups";
  const { name, ...properties } = rule(100, "Allow");
  const group = { type, name: "pc", properties: { securityRules: [denyAll] } };
  const own = { type: `${type}/securityRules`, name: `pc/${name}`, properties };
  const of = (more: object) => read(`{"resources": ${rows([{ ...own, ...more }, group])}}`);
  assert.equal(ask(of({}), web), "permit 2");
  assert.equal(ask(of({ name: "other/r100" }), web), "deny 3");
  assert.equal(ask(of({ name: "[concat('pc', '/r100')]" }), web), "deny 3, permit 2");
  assert.equal(ask(of({ condition: "[parameters('open')]" }), web), "deny 3, permit 2");
});

test("the groups of interface and subnet are stages", () => {
  const both = `[${nsg([rule(100, "Allow")])},\n${nsg([rule(100, "Deny")], "subnet")}]`;
  assert.throws(() => read(both), {
    key: "firewall.config.which-list",
    values: { line: 0, lists: "pc, subnet" },
  });
  assert.equal(ask(read(both, { list: "pc" }), web), "permit 2");
  assert.equal(ask(read(both, { list: "pc,subnet" }), web), "deny 5");
});

test("what is no such document is refused", () => {
  for (const text of ["[]", "{}", "3", '{"resources": []}', '{"value": 1}'])
    assert.throws(() => read(text), { key: "firewall.config.empty" }, text);
  assert.throws(() => read('{"securityRules": ['), ConfigError);
});

test("a text made to be too much is one value that is not understood", () => {
  const commas = "9.9.9.9,".repeat(300_000);
  const huge = "x".repeat(1_000_000);
  const policy = read(
    nsg([
      rule(100, "Allow", { destinationAddressPrefix: commas }),
      rule(200, "Deny", { destinationAddressPrefix: huge }),
    ]),
  );
  assert.equal(ask(policy, "tcp 10.0.0.1:5 > 9.9.9.9:443"), "permit 2");
  assert.ok(policy.unknowns.every(({ what }) => what.length < 200));
});
