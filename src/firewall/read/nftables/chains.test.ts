import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { codesOf, forwarding, policyOfText, verdictOf } from "./stage/packets.ts";

describe("verdicts and chains of nftables", () => {
  it("goes through jumps, gotos and returns as the kernel does", () => {
    const policy = forwarding(
      "tcp dport 443 jump web\ntcp dport { 80, 443 } goto last\ntcp dport 80 accept",
      "chain web { ip saddr 10.0.0.0/24 accept; ip saddr 10.0.1.0/24 return; ip saddr 10.0.2.0/24 drop; }" +
        "chain last { ip saddr 10.0.1.0/24 accept; }",
    );
    assert.equal(verdictOf(policy, { from: "10.0.0.1" }), "permit");
    assert.equal(verdictOf(policy, { from: "10.0.1.1" }), "permit");
    assert.equal(verdictOf(policy, { from: "10.0.2.1" }), "deny");
    // goto does not come back to the rule that accepts.
    assert.equal(verdictOf(policy, { from: "10.0.3.1", destinationPort: 80 }), "deny");
  });
  it("follows verdict maps, named and in place", () => {
    const policy = forwarding(
      "tcp dport vmap @ports\nip saddr . tcp dport vmap { 10.0.0.0/8 . 1-99 : accept, 10.0.0.1 . 443 : accept }",
      "chain c { ip saddr 10.0.0.1 accept; }\nmap ports { type inet_service : verdict\n elements = { 22 : drop,\n 80 : jump c, 8080:accept } }",
    );
    const ports = (port: number, from = "10.0.0.1") =>
      verdictOf(policy, { destinationPort: port, from });
    assert.deepEqual(
      [22, 80, 8080, 443, 444].map((port) => ports(port)),
      ["deny", "permit", "permit", "permit", "deny"],
    );
    assert.deepEqual([ports(80, "10.0.0.2"), ports(80, "11.0.0.1")], ["permit", "deny"]);
  });
  it("keeps elements that jump or continue away from the default of their map", () => {
    const policy = forwarding(
      "tcp dport vmap { 22 : jump c, 23 : continue, 24 : accept, * : drop }\naccept",
      "chain c { ip saddr 10.0.0.2 drop; }",
    );
    const found = [22, 23, 24, 443].map((destinationPort) =>
      verdictOf(policy, { destinationPort }),
    );
    assert.deepEqual(found, ["permit", "permit", "permit", "deny"]);
    assert.equal(verdictOf(policy, { protocol: "udp" }), "permit");
  });
  it("maps protocols and states to verdicts", () => {
    const policy = forwarding(
      "ct state vmap { established : accept, related : accept, invalid : drop }\nmeta l4proto vmap { tcp : accept, udp : drop }",
    );
    assert.equal(verdictOf(policy, { protocol: "udp", phase: "reply" }), "permit");
    assert.equal(verdictOf(policy, { protocol: "udp" }), "deny");
    assert.equal(verdictOf(policy, {}), "permit");
  });
  it("cannot tell where a chain is missing or leads back to itself", () => {
    const policy = forwarding(
      "tcp dport 1 jump nowhere\ntcp dport 2 jump a\ntcp dport 3 accept",
      "chain a { udp dport 1 accept; jump b; }\nchain b { jump a; }",
    );
    const at = (destinationPort: number) => verdictOf(policy, { destinationPort });
    assert.deepEqual(
      [at(1), at(2), at(3), at(4)],
      ["deny|unclear", "deny|unclear", "permit", "deny"],
    );
    assert.deepEqual(codesOf(policy), ["object-missing", "object-cyclic"]);
  });
  it("does not follow jumps deeper than the kernel does", () => {
    const chains = Array.from({ length: 200 }, (_, at) => `chain c${at} { jump c${at + 1}; }`);
    const beside = [...chains.toReversed(), "chain c200 { accept; }"].join("\n");
    assert.equal(verdictOf(forwarding("jump c190", beside), {}), "permit");
    assert.equal(verdictOf(forwarding("jump c0", beside), {}), "deny|unclear");
    const backwards = Array.from({ length: 20 }, (_, at) => `jump c${190 - at * 10}`).join("\n");
    assert.match(verdictOf(forwarding(backwards, beside), {}), /permit/);
  });
  it("comes to an end where thousands of chains, sets or brackets are heaped up", () => {
    const many = <T>(count: number, make: (at: number) => T) =>
      Array.from({ length: count }, (_, at) => make(at));
    const chains = many(
      5_000,
      (at) => `chain c${at} { jump c${at + 1}; jump c${(at * 7) % 5_000}; }`,
    );
    assert.match(verdictOf(forwarding("jump c0", chains.join("\n")), {}), /unclear/);
    const pairs = many(1_000, (at) => `10.0.${at >> 8}.${at & 255} . ${at + 1}`);
    const twice = `ip saddr . tcp dport @p ip daddr . tcp sport @p accept\n`.repeat(200);
    const set = `set p { type ipv4_addr . inet_service; elements = { ${pairs.join()} } }`;
    assert.equal(verdictOf(forwarding(twice, set), {}), "deny|permit");
    assert.equal(
      verdictOf(forwarding(`meta mark set ${"(".repeat(100_000)}\naccept`), {}),
      "permit|unclear",
    );
  });
  it("looks at what a set holds, unless members come and go", () => {
    const sets = `set a { type ipv4_addr; flags interval; auto-merge
        elements = { 10.0.0.0/8, # a comment }
                     192.0.2.1 comment "x, y }", 192.0.2.5-192.0.2.7 } }
      set b { type ipv4_addr . inet_service; elements = { 192.0.2.1 . 443 } }
      set c { typeof ip saddr; flags dynamic,timeout; timeout 5m }
      set d { type ipv4_addr; elements = { 10.0.0.1 timeout 1h expires 3m2s } }
      set e { type ipv4_addr; }`;
    const seen = (rule: string) => verdictOf(forwarding(rule, sets), {});
    assert.deepEqual(
      [
        "ip saddr @a ip daddr @a accept",
        "ip daddr . tcp dport @b accept",
        "ip saddr @e accept",
      ].map(seen),
      ["permit", "permit", "deny"],
    );
    assert.deepEqual(["ip saddr != @e accept", "ip saddr != @a accept"].map(seen), [
      "permit",
      "deny",
    ]);
    for (const name of ["c", "d"]) assert.equal(seen(`ip saddr @${name} accept`), "deny|permit");
    assert.deepEqual(codesOf(forwarding("ip saddr @c accept", sets)), ["dynamic-group"]);
    assert.deepEqual(codesOf(forwarding("ip saddr @e accept\nadd @e { ip saddr }", sets)), [
      "dynamic-group",
    ]);
  });
  it("does not judge what is rewritten or given to a program", () => {
    for (const [rule, code] of Object.entries({
      "queue num 1 bypass": "program",
      "tcp flags syn synproxy mss 1460": "program",
      "ip daddr set 10.9.9.9": "nat",
    })) {
      const policy = forwarding(`${rule}\naccept`);
      assert.equal(verdictOf(policy, {}), "permit|unclear", rule);
      assert.deepEqual(codesOf(policy), [code]);
    }
  });
  it("says reject is a denial, whatever it answers", () => {
    const policy = forwarding(
      "tcp dport 443 reject with tcp reset\nreject with icmpx admin-prohibited",
    );
    assert.equal(verdictOf(policy, {}), "deny");
    assert.equal(policy.table.line[0], 4);
  });
  it("counts lines from the file's first", () => {
    const policy = policyOfText(
      "# one\n\ntable inet t { chain f {\ntype filter hook forward priority 0\n\nip saddr \\\n 10.0.0.1 accept\n}\n}",
    );
    assert.deepEqual([...policy.table.line.subarray(0, policy.table.length)], [6]);
  });
});
