import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { ConfigError } from "../../source.ts";
import { nftables } from "../nftables.ts";
import { codesOf, forwarding, policyOfText, verdictOf } from "./stage/packets.ts";

describe("files of nftables", () => {
  it("reads what people write for nft -f", () => {
    const policy = policyOfText(`#!/usr/sbin/nft -f
      table inet old { chain f { type filter hook forward priority 0; policy drop; } }
      flush ruleset
      define WEB = { 80, 443 }
      define PORTS = { $WEB, 8443 }
      define LAN = 10.0.0.0/8
      add table inet t
      add chain inet t f { type filter hook forward priority 0 ; policy drop ; }
      add set inet t servers { type ipv4_addr ; }
      add element inet t servers { 192.0.2.1, 192.0.2.2 }
      add rule inet t f ip saddr $LAN ip daddr @servers tcp dport $PORTS accept
      insert rule inet t f ip saddr 10.0.0.66 drop
      insert rule inet t f ip saddr 10.0.0.66 tcp dport 80 accept`);
    const at = (destinationPort: number) => verdictOf(policy, { destinationPort });
    assert.deepEqual([at(443), at(8443), at(22)], ["permit", "permit", "deny"]);
    const bad = { from: "10.0.0.66" };
    assert.equal(verdictOf(policy, { ...bad, destinationPort: 80 }), "permit");
    assert.equal(verdictOf(policy, bad), "deny");
    assert.deepEqual(policy.notUnderstood, []);
  });
  it("names what belongs to no rule and is not understood", () => {
    const policy = policyOfText(`include "/etc/nftables/*.nft"
      table inet t {
        chain f { type filter hook forward priority 0; tcp dport 443 drop; }
        gizmo g { a; b }
      }
      delete rule inet t f handle 4`);
    assert.deepEqual(
      policy.notUnderstood.map(({ line }) => line),
      [1, 4, 6],
    );
    assert.equal(verdictOf(policy, {}), "deny");
  });
  it("empties what is flushed or deleted, and adds to what is named again", () => {
    const table =
      "table inet t { chain f { type filter hook forward priority 0; policy drop; accept; } }\n";
    const after = (command: string) =>
      verdictOf(policyOfText(`${table}table inet u {}\n${command}`), {});
    assert.deepEqual(
      [
        "",
        "flush chain inet t f",
        "flush table inet t",
        "delete table inet t",
        "delete chain inet t f",
      ].map(after),
      ["permit", "deny", "deny", "permit", "permit"],
    );
    const twice = policyOfText(table.replace("accept;", "") + table);
    assert.equal(verdictOf(twice, {}), "permit");
  });
  it("cannot tell where a rule with a position stands", () => {
    const policy =
      policyOfText(`table inet t { chain f { type filter hook forward priority 0; drop; } }
      insert rule inet t f position 3 tcp dport 443 accept`);
    assert.equal(verdictOf(policy, {}), "deny|permit");
    assert.deepEqual(codesOf(policy), ["match"]);
  });
  it("is not confused by braces, semicolons and hashes where they are none", () => {
    const policy = forwarding(`
      tcp dport { 22, 80 } drop; tcp dport {
        443, # } the one
        8443
      } log prefix "} drop; { # " accept # } drop
      comment "policy accept; }"`);
    assert.equal(verdictOf(policy, {}), "permit");
    assert.equal(verdictOf(policy, { destinationPort: 80 }), "deny");
    assert.equal(verdictOf(policy, { destinationPort: 81 }), "deny");
    assert.equal(policy.stages[0]!.otherwise, "deny");
  });
  it("is recognised by what it says", () => {
    const yes = [
      "table ip6 x {",
      '{"nftables": [',
      "#!/usr/sbin/nft -f\n",
      "# c\n\ttable netdev a {",
      "add rule ip a b drop",
    ];
    const no = [
      "*filter\n:INPUT DROP",
      "table inet filter",
      "hostname fw",
      '{"Rules": []}',
      "insert table into",
    ];
    for (const head of yes) assert.ok(nftables.recognise(head) > 0.5, head);
    for (const head of no) assert.equal(nftables.recognise(head), 0, head);
  });
});

describe("what is no nftables file", () => {
  const bad: [what: string, text: string, key: string, line: number][] = [
    ["cut off", "table inet t {\n chain f {\n  tcp dport { 22,\n", "truncated", 3],
    ["cut off between rules", "table inet t {\n chain f {\n  accept\n", "truncated", 2],
    ["an open quote", 'table inet t {\n chain f {\n  log prefix "x\n', "truncated", 3],
    ["binary", "table inet t {\n\0}\n", "binary", 2],
    ["one gigantic line", `table inet t {\n${"x".repeat(2 ** 20 + 1)}\n}`, "long-line", 2],
    ["another language", "hostname fw\naccess-list a permit ip any any\n", "empty", 0],
    ["nothing", "", "empty", 0],
    ["broken JSON", '{"nftables": [\n{"table": {"family": "ip",\n', "bad-json", 3],
    ["other JSON", '{"Rules": []}', "empty", 1],
    ["deep braces", `table inet t { chain f { tcp dport ${"{".repeat(10_000)}`, "too-deep", 1],
    ["deep JSON", `{"nftables": [${"[".repeat(100_000)}`, "too-deep", 1],
    [
      "variables that explode",
      `define a = { 1, 2 }\n${Array.from({ length: 60 }, () => "define a = { $a, $a }").join("\n")}\n`,
      "too-large",
      18,
    ],
  ];
  for (const [what, text, key, line] of bad) {
    it(what, () => {
      assert.throws(
        () => policyOfText(text),
        (error) =>
          error instanceof ConfigError &&
          assert.deepEqual([error.key, error.values.line], [`firewall.config.${key}`, line]) ===
            undefined,
      );
    });
  }
});
