import assert from "node:assert/strict";
import { test } from "node:test";
import { filter, read, told, unclearCodes } from "./_iptables-told.ts";

test("a user chain is gone through and left by RETURN, by its end and by -g", () => {
  const rules = (jump: string) =>
    [
      "*filter",
      ":FORWARD DROP [0:0]",
      ":mine - [0:0]",
      "-A mine -s 10.20.0.5/32 -j RETURN",
      "-A mine -j DROP",
      `-A FORWARD ${jump} mine`,
      "-A FORWARD -j ACCEPT",
      "COMMIT",
    ].join("\n");
  assert.equal(told(rules("-j"), {}), "permit 7");
  assert.equal(told(rules("-g"), {}), "deny 2");
  assert.equal(told(rules("-j"), { from: "10.20.0.6" }), "deny 5");
  assert.equal(told(rules("-d 1.2.3.4 -j"), { from: "10.20.0.6" }), "permit 7");
});

test("RETURN in a base chain leaves it to the policy", () => {
  assert.equal(told(filter("-A FORWARD -j RETURN", "-A FORWARD -j ACCEPT"), {}), "deny 2");
});

test("a chain may be declared behind its use, and be called like a target", () => {
  const text = [
    "*filter",
    ":FORWARD ACCEPT [0:0]",
    "-A FORWARD -j REJECT",
    "-A FORWARD -j LOG",
    ":REJECT - [0:0]",
    ":LOG - [0:0]",
    "-A LOG -j DROP",
    "COMMIT",
  ].join("\n");
  assert.equal(told(text, {}), "deny 7");
});

test("where a chain is missing, leads back or is no target, nobody can tell", () => {
  const cyclic = [
    "*filter",
    ":FORWARD DROP [0:0]",
    ":a - [0:0]",
    ":b - [0:0]",
    "-A a -p udp -j b",
    "-A b -j a",
    "-A FORWARD -j a",
    "-A FORWARD -j ACCEPT",
    "COMMIT",
  ].join("\n");
  assert.equal(told(cyclic, {}), "permit 8");
  assert.equal(told(cyclic, { protocol: 17 }), "permit 8, unclear 5");
  assert.deepEqual(unclearCodes(cyclic), ["object-cyclic a", "object-cyclic b"]);
  assert.equal(told(filter("-A FORWARD -j mine"), {}), "deny 2, unclear 3");
  assert.deepEqual(unclearCodes(filter("-A FORWARD -j mine")), ["object-missing mine"]);
  assert.deepEqual(unclearCodes(filter("-A FORWARD -g LOG")), ["object-missing LOG"]);
  assert.deepEqual(unclearCodes(filter("-A FORWARD -j TARPIT --tarpit")), ["value TARPIT"]);
  assert.deepEqual(unclearCodes(filter("-A FORWARD -j NFQUEUE --queue-num 1")), [
    "program NFQUEUE",
  ]);
  assert.deepEqual(unclearCodes(filter('-A FORWARD -m comment --comment "open -j DROP')), [
    'match -m comment --comment "open -j DROP',
  ]);
});

test("chains that lie too deep in one another are not followed", () => {
  const names = Array.from({ length: 3000 }, (_, at) => `c${at}`);
  const text = [
    "*filter",
    ":FORWARD DROP [0:0]",
    ...names.map((name) => `:${name} - [0:0]`),
    "-A FORWARD -j c0",
    ...names.slice(1).map((name, at) => `-A c${at} -j ${name}`),
    `-A ${names.at(-1)} -j ACCEPT`,
    "COMMIT",
  ].join("\n");
  assert.match(told(text, {}), /^deny 2, unclear \d+$/);
});

test("targets that only note something let the packet go on", () => {
  for (const target of [
    'LOG --log-prefix "-j DROP "',
    "NFLOG --nflog-group 1",
    "MARK --set-xmark 0x1/0xffffffff",
    "TCPMSS --clamp-mss-to-pmtu",
    "TRACE",
  ]) {
    const text = filter(`-A FORWARD -p tcp -j ${target}`, "-A FORWARD -j ACCEPT");
    assert.equal(told(text, {}), "permit 4", target);
  }
  assert.equal(told(filter("-A FORWARD -s 1.2.3.4/32", "-A FORWARD -j ACCEPT"), {}), "permit 4");
});

const everyTable = [
  "*security",
  ":FORWARD ACCEPT [0:0]",
  "-A FORWARD -s 10.20.0.1/32 -j DROP",
  "COMMIT",
  "*raw",
  ":PREROUTING ACCEPT [0:0]",
  "-A PREROUTING -s 10.20.0.2/32 -j DROP",
  "COMMIT",
  "*mangle",
  ":PREROUTING ACCEPT [0:0]",
  ":FORWARD ACCEPT [0:0]",
  ":POSTROUTING ACCEPT [0:0]",
  "-A PREROUTING -s 10.20.0.3/32 -j DROP",
  "-A FORWARD -s 10.20.0.4/32 -j DROP",
  "-A POSTROUTING -s 10.20.0.5/32 -j DROP",
  "-A PREROUTING -s 10.20.0.6/32 -p tcp -j TPROXY --on-port 3128",
  "COMMIT",
  "*nat",
  ":PREROUTING ACCEPT [0:0]",
  ":POSTROUTING ACCEPT [0:0]",
  "-A PREROUTING -s 10.20.0.7/32 -p tcp -j DNAT --to-destination 10.0.0.1",
  "-A PREROUTING -s 10.20.0.8/32 -p tcp -j REDIRECT --to-ports 3128",
  "-A POSTROUTING -j MASQUERADE",
  "COMMIT",
  "*filter",
  ":FORWARD ACCEPT [0:0]",
  "-A FORWARD -s 10.20.0.9/32 -j DROP",
  "COMMIT",
].join("\n");

test("a packet passes the chains of every table in the kernel's order", () => {
  const { stages, chains } = read(everyTable);
  assert.deepEqual(
    stages.map(({ chain }) => chains[chain]!.name),
    [
      "raw/PREROUTING",
      "mangle/PREROUTING",
      "nat/PREROUTING",
      "mangle/FORWARD",
      "filter/FORWARD",
      "security/FORWARD",
      "mangle/POSTROUTING",
    ],
  );
  const lines = [3, 7, 13, 14, 15].map((line) => `deny ${line}`);
  for (const [at, expected] of lines.entries()) {
    assert.equal(told(everyTable, { from: `10.20.0.${at + 1}` }), expected);
  }
  assert.equal(told(everyTable, { from: "10.20.0.9" }), "deny 27");
});

test("a rewritten destination is not guessed, a rewritten source does not matter", () => {
  assert.equal(told(everyTable, { from: "10.20.0.6" }), "permit 12, unclear 16");
  assert.equal(told(everyTable, { from: "10.20.0.7" }), "permit 12, unclear 21");
  assert.equal(told(everyTable, { from: "10.20.0.8" }), "permit 12, unclear 22");
  assert.equal(told(everyTable, { from: "10.20.0.10" }), "permit 12");
  // Only the first packet of a connection meets the nat table.
  assert.equal(told(everyTable, { from: "10.20.0.7", phase: "data" }), "permit 12");
});

test("the hook is the one asked for, or the one that the file is about", () => {
  const text = [
    "*filter",
    ":INPUT DROP [0:0]",
    ":FORWARD ACCEPT [0:0]",
    ":OUTPUT ACCEPT [0:0]",
    "-A OUTPUT -p tcp -m tcp --dport 443 -j DROP",
    "COMMIT",
  ].join("\n");
  assert.equal(told(text, {}), "deny 5");
  assert.deepEqual(
    read(text).assumptions.map(({ key }) => key),
    ["firewall.assumed.output-hook"],
  );
  assert.equal(told(text, {}, { hook: "forward" }), "permit 3");
  assert.equal(told(text, {}, { hook: "input" }), "deny 2");
  const both = text.replace(":FORWARD ACCEPT", ":FORWARD DROP");
  assert.equal(told(both, {}), "deny 3");
  assert.deepEqual(read(both).assumptions, []);
});

test("without a filter table everything is accepted, by no line", () => {
  const text = "*nat\n:PREROUTING ACCEPT [0:0]\nCOMMIT\n";
  assert.equal(told(text, {}), "permit 0");
});

test("what the raw table takes out of tracking has no state that could be told", () => {
  const filtered = filter(
    "-A FORWARD -m conntrack --ctstate NEW -j ACCEPT",
    "-A FORWARD -m conntrack --ctstate UNTRACKED,ESTABLISHED -j ACCEPT",
    "-A FORWARD ! -s 1.2.3.4 -j ACCEPT",
  );
  const raw = "*raw\n:PREROUTING ACCEPT [0:0]\n-A PREROUTING -p udp -j CT --notrack\nCOMMIT\n";
  assert.equal(told(filtered, {}), "permit 3");
  assert.equal(told(filtered + raw, {}), "permit 3, permit 4, permit 5");
  assert.equal(told(filtered + raw, { phase: "reply" }), "permit 4");
});

test("counters, carriage returns and trailing spaces change nothing", () => {
  const text = filter("[12:3456] -A FORWARD -p tcp -j ACCEPT ").replaceAll("\n", "\r\n");
  assert.equal(told(text, {}), "permit 3");
});

test("-I puts a rule before those that stand there", () => {
  const text = filter(
    "-A FORWARD -j DROP",
    "-I FORWARD -j LOG",
    "-I FORWARD -s 10.20.0.5 -j ACCEPT",
  );
  assert.equal(told(text, {}), "permit 5");
  assert.equal(told(text, { from: "10.20.0.6" }), "deny 3");
});

test("ip6tables-save is told by its header or its addresses", () => {
  const rules = ["-A FORWARD -s 2001:db8::/32 ! -d 2001:db8:1::/48 -p ipv6-icmp -j ACCEPT"];
  const asked = { from: "2001:db8::1", to: "2001:db8:2::1", protocol: 58, port: 0x8000 };
  assert.deepEqual(read(filter(...rules)).families, ["ipv6"]);
  assert.equal(told(filter(...rules), asked), "permit 3");
  assert.equal(told(filter(...rules), { ...asked, to: "2001:db8:1::1" }), "deny 2");
  const ping = "-A FORWARD -p ipv6-icmp -m icmp6 --icmpv6-type echo-request -j ACCEPT";
  const headed = `# Generated by ip6tables-save v1.8.9\n${filter(ping)}`;
  assert.deepEqual(read(headed).families, ["ipv6"]);
  assert.equal(told(headed, asked), "permit 4");
  assert.deepEqual(read(filter()).families, ["ipv4"]);
  // An address of the other family is not understood, so the rule is in doubt.
  const mixed = filter("-A FORWARD -s 10.0.0.0/8 -j LOG", "-A FORWARD -s 2001:db8::/32 -j ACCEPT");
  assert.equal(told(mixed, {}), "deny 2, permit 4");
});

test("what could not be saved is said", () => {
  const warning = "# Warning: iptables-legacy tables present, use iptables-legacy-save to see them";
  const { notUnderstood } = read(`${filter()}${warning}\n*odd\nCOMMIT\n`);
  assert.deepEqual(notUnderstood, [
    { line: 4, what: warning.slice(0, 40) },
    { line: 5, what: "*odd" },
  ]);
});

test("an interface that is not seen from where a chain is called puts its rule in doubt", () => {
  const mangle = [
    "*mangle",
    ":PREROUTING ACCEPT [0:0]",
    ":FORWARD ACCEPT [0:0]",
    ":mine - [0:0]",
    "-A mine -o eth1 -j DROP",
    "-A FORWARD -j mine",
    "COMMIT",
    "",
  ];
  const before = mangle.toSpliced(5, 0, "-A PREROUTING -j mine");
  const rest = "*filter\n:FORWARD ACCEPT [0:0]\nCOMMIT\n";
  const asked = { input: "eth0", output: "eth1" };
  assert.equal(told(mangle.join("\n") + rest, asked), "deny 5");
  assert.match(told(before.join("\n") + rest, asked), /^deny \d+, permit \d+$/);
});
