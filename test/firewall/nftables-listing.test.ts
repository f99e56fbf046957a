import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, it } from "node:test";
import fc from "fast-check";
import { policyOfText, verdictsOf } from "../../src/firewall/read/nftables/stage/packets.ts";
import { decide, packets, rulesets } from "../../src/firewall/read/nftables/stage/rulesets.ts";

const namespace = process.getuid?.() === 0 ? "-n" : "-rn";
const script = `for file in "$1"/*.nft; do
  nft -f "$file" 2>/dev/null || continue
  nft list ruleset > "$file.text"; nft -j list ruleset > "$file.json"; nft flush ruleset
done`;

/** What nft prints of each ruleset, as text and JSON; undefined for those it does not load. */
function listings(texts: readonly string[]) {
  const folder = mkdtempSync(join(tmpdir(), "jochi-nft-"));
  const file = (at: number) => join(folder, `${String(at).padStart(4, "0")}.nft`);
  try {
    for (const [at, text] of texts.entries()) writeFileSync(file(at), text);
    spawnSync("unshare", [namespace, "bash", "-c", script, "bash", folder], { timeout: 60_000 });
    return texts.map((_, at) =>
      existsSync(`${file(at)}.json`)
        ? ["text", "json"].map((form) => readFileSync(`${file(at)}.${form}`, "utf8"))
        : undefined,
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const works = spawnSync("unshare", [namespace, "nft", "list", "ruleset"]).status === 0;
const why = { skip: works ? false : "nft or unshare is missing" };

describe("what nft itself prints", why, () => {
  it("says the same as what was loaded, as text and as JSON", () => {
    const loaded = fc.sample(rulesets, { seed: 20261125, numRuns: 60 });
    const asked = fc.sample(packets, { seed: 20261126, numRuns: 50 });
    let compared = 0;
    for (const [at, forms] of listings(loaded.map(({ text }) => text)).entries()) {
      for (const form of forms ?? []) {
        const policy = policyOfText(form);
        for (const packet of asked)
          assert.equal(verdictsOf(policy, packet), decide(loaded[at]!, packet), form);
        compared += 1;
      }
    }
    assert.ok(compared >= 100, `only ${compared} listings`);
  });

  it("reads the rarer statements alike in both forms", () => {
    const [forms] = listings([rare]);
    assert.ok(forms, "not loaded");
    const [text, json] = forms.map((form) => policyOfText(form)) as [
      ReturnType<typeof policyOfText>,
      ReturnType<typeof policyOfText>,
    ];
    const written = policyOfText(rare);
    for (const packet of fc.sample(packets, { seed: 7, numRuns: 500 })) {
      const own = verdictsOf(written, packet);
      assert.equal(verdictsOf(text, packet), own);
      assert.equal(verdictsOf(json, packet), own);
    }
    const codes = ({ unknowns }: typeof text) => unknowns.map(({ code }) => code);
    assert.deepEqual(codes(text), codes(json));
  });
});

const rare = `
define NET = 10.0.0.0/30
table inet t {
  set seen { type ipv4_addr; flags dynamic,timeout; timeout 5m; }
  set pairs { type ipv4_addr . inet_service; flags interval; elements = { 10.0.0.0/30 . 1-3, 10.0.0.5 . 7 } }
  map ports { type inet_service : verdict; elements = { 1 : drop, 2 : jump inner } }
  chain inner { ip saddr 10.0.0.3 accept; }
  chain raw { type filter hook prerouting priority raw; ct state invalid tcp dport 9 drop; }
  chain f {
    type filter hook forward priority filter - 10; policy drop;
    ct state invalid drop
    ct state vmap { established : accept, untracked : drop }
    ct state != established,related tcp dport 8 drop
    tcp flags & (fin|syn|rst|ack) != syn tcp dport 7 drop
    tcp flags syn,ack tcp sport 1 drop
    tcp flags != syn / fin,syn,rst,ack drop
    tcp dport vmap @ports
    ip daddr . tcp dport @pairs accept
    ip daddr . tcp dport != @pairs tcp sport 9 drop
    ip saddr & 255.255.255.5 == 10.0.0.4 tcp dport 4-6 accept
    udp dport vmap { 1 : accept, 2-4 : jump inner, * : drop }
    ip6 saddr fd00::/126 meta l4proto tcp accept
    iifname { "eth0", "eth1" } oifname != "wan" tcp dport > 5 limit rate 10/second counter accept
    tcp dport 3 add @seen { ip saddr } meta mark set 0x1 ct mark 0x2 log prefix "a { b; }" accept
    meta hour "09:00"-"18:00" tcp dport 4 reject with tcp reset
    meta skuid 1000 tcp dport 5 drop
    fib daddr type local tcp dport 6 drop
    ip saddr @seen tcp dport 7 goto inner
    meta l4proto { tcp, udp } th dport 8 ip daddr $NET accept
  }
}
table ip n {
  chain p {
    type nat hook prerouting priority dstnat
    tcp dport 8 dnat to 10.0.0.1:80
  }
  chain q {
    type nat hook postrouting priority srcnat
    oifname "wan" masquerade
  }
}
`;
