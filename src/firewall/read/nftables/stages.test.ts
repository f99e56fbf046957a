import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { codesOf, policyOfText, verdictOf } from "./stage/packets.ts";

describe("base chains of nftables", () => {
  it("asks every base chain of a hook in the order of priorities", () => {
    const policy = policyOfText(`
      table inet late { chain f { type filter hook forward priority 10; tcp dport 443 drop; } }
      table inet named { chain f { type filter hook forward priority filter - 10; accept; } }
      table inet mangle { chain f { type filter hook forward priority mangle; policy accept; } }`);
    assert.deepEqual(
      policy.stages.map(({ chain }) => policy.chains[chain]!.name),
      ["inet mangle f", "inet named f", "inet late f"],
    );
    assert.equal(verdictOf(policy, {}), "deny");
    assert.equal(verdictOf(policy, { destinationPort: 80 }), "permit");
  });
  it("judges before and behind forwarding what may stop a packet there", () => {
    const policy = policyOfText(`table inet t {
      chain pre { type filter hook prerouting priority filter; iifname eth0 tcp dport 22 drop; oifname eth1 drop; }
      chain quiet { type filter hook prerouting priority 5; counter accept; }
      chain f { type filter hook forward priority filter; }
      chain post { type filter hook postrouting priority filter; oifname eth1 tcp dport 23 drop; } }`);
    const at = (destinationPort: number) => verdictOf(policy, { destinationPort });
    assert.deepEqual([at(22), at(23), at(443)], ["deny", "deny", "permit"]);
    assert.equal(policy.stages.length, 3);
  });
  it("sees only the first packet of a connection in chains that translate", () => {
    const policy = policyOfText(`table ip n {
      chain pre { type nat hook prerouting priority dstnat; tcp dport 443 dnat to 10.9.9.9:8443; tcp dport 80 redirect }
      chain post { type nat hook postrouting priority srcnat; masquerade }
      chain f { type filter hook forward priority filter; tcp dport 443 accept } }`);
    assert.equal(verdictOf(policy, {}), "permit|unclear");
    assert.equal(verdictOf(policy, { phase: "data" }), "permit");
    assert.equal(verdictOf(policy, { destinationPort: 81 }), "permit");
    assert.deepEqual([...new Set(codesOf(policy))], ["nat"]);
    assert.equal(policy.stages.length, 2);
  });
  it("judges IPv4 by ip and inet tables, IPv6 by ip6 and inet tables", () => {
    const policy = policyOfText(`
      table ip a { chain f { type filter hook forward priority 0; policy drop; tcp dport 443 accept; } }
      table ip6 b { chain f { type filter hook forward priority 0; policy drop; tcp dport 80 accept; } }`);
    const six = { from: "fd00::1", to: "fd00::2" };
    assert.deepEqual(policy.families, ["ipv4", "ipv6"]);
    assert.deepEqual([verdictOf(policy, {}), verdictOf(policy, six)], ["permit", "deny"]);
    assert.equal(verdictOf(policy, { destinationPort: 80 }), "deny");
    assert.equal(verdictOf(policy, { destinationPort: 80, ...six }), "permit");
    const alone = policyOfText("table ip a { chain f { type filter hook forward priority 0; } }");
    assert.deepEqual(alone.families, ["ipv4"]);
  });
  it("takes bridge and arp tables for no filter between hosts", () => {
    const chain = "priority 0; policy drop; }";
    const policy = policyOfText(`
      table bridge b { chain f { type filter hook forward ${chain} }
      table arp a { chain f { type filter hook output ${chain} }
      table inet t { chain f { type filter hook forward priority 0; } }`);
    assert.equal(verdictOf(policy, {}), "permit");
    assert.equal(policy.stages.length, 1);
  });
  it("cannot tell what a chain at a network card lets through", () => {
    const policy = policyOfText(`
      table netdev n { chain i { type filter hook ingress device "eth0" priority 0; policy drop; } }
      table inet t { chain f { type filter hook forward priority 0; } }`);
    assert.equal(verdictOf(policy, {}), "deny|permit");
    assert.deepEqual(policy.notUnderstood, [{ line: 2, what: "netdev n i" }]);
  });
  it("leaves out a table that is switched off", () => {
    const policy = policyOfText(
      "table inet t { flags dormant; chain f { type filter hook forward priority 0; policy drop; } }",
    );
    assert.equal(verdictOf(policy, {}), "permit");
  });
  it("takes the policy from a line of its own, and accepts without one", () => {
    const policy = policyOfText(
      "table inet t {\n chain f {\n  type filter hook forward priority 0\n  policy drop;\n }\n}",
    );
    assert.deepEqual(policy.stages, [{ chain: 0, otherwise: "deny", line: 4 }]);
    const none = policyOfText(
      "table inet t {\n chain f { type filter hook forward priority 0; }\n}",
    );
    assert.deepEqual(none.stages, [{ chain: 0, otherwise: "permit", line: 0 }]);
  });
  it("does not know connections before the kernel looks them up, nor where that is off", () => {
    const early = (priority: number) =>
      policyOfText(`table inet t {
        chain raw { type filter hook prerouting priority ${priority}; ct state new drop; ct state invalid accept; }
        chain f { type filter hook forward priority 0; } }`);
    assert.equal(verdictOf(early(-300), {}), "permit");
    assert.equal(verdictOf(early(-150), {}), "deny");
    const off = policyOfText(`table inet t {
      chain raw { type filter hook prerouting priority raw; udp dport 53 notrack; }
      chain f { type filter hook forward priority 0; policy drop; ct state new accept; } }`);
    assert.equal(verdictOf(off, {}), "deny|permit");
  });
});

const host = `table inet t {
  chain in { type filter hook input priority filter; policy drop; ct state established accept; tcp dport 22 accept; }
  chain out { type filter hook output priority filter; policy drop; ct state established accept; oifname eth1 tcp dport 443 accept; }
}`;

describe("the hook that is judged", () => {
  const toServer = { input: undefined };
  const fromServer = {
    phase: "reply",
    output: undefined,
    input: "eth1",
    destinationPort: 1,
  } as const;

  it("is output where nothing is forwarded, with answers in the input chain", () => {
    const policy = policyOfText(host);
    assert.deepEqual(policy.assumptions, [{ key: "firewall.assumed.output-hook", values: {} }]);
    assert.equal(verdictOf(policy, toServer), "permit");
    assert.equal(verdictOf(policy, { ...toServer, destinationPort: 22 }), "deny");
    assert.equal(verdictOf(policy, fromServer), "permit");
    const deaf = policyOfText(
      host.replace("ct state established accept; tcp dport 22", "tcp dport 22"),
    );
    assert.equal(verdictOf(deaf, fromServer), "deny");
  });
  it("is input where that alone is there, or is asked for", () => {
    const asked = policyOfText(host, { hook: "input" });
    assert.deepEqual(asked.assumptions, []);
    assert.equal(verdictOf(asked, { output: undefined, destinationPort: 22 }), "permit");
    assert.equal(verdictOf(asked, { output: undefined }), "deny");
    const alone = policyOfText(
      "table ip t { chain i { type filter hook input priority 0; drop; } }",
    );
    assert.deepEqual(alone.assumptions, [{ key: "firewall.assumed.input-hook", values: {} }]);
    assert.equal(verdictOf(alone, {}), "deny");
  });
  it("permits where the asked hook has no chain", () => {
    const policy = policyOfText(host, { hook: "forward" });
    assert.equal(verdictOf(policy, {}), "permit");
    assert.deepEqual(policy.stages, [
      { chain: policy.stages[0]!.chain, otherwise: "permit", line: 0 },
    ]);
  });
});
