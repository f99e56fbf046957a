import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import type { FirewallComparison } from "../../src/firewall/verify/comparison.ts";
import { folder, put } from "../cli/_evidence.ts";
import { run } from "../house/_run.ts";

const where = folder();
const answers = "-A FORWARD -m conntrack --ctstate ESTABLISHED,RELATED -j ACCEPT";

const save = (name: string, ...rules: string[]) =>
  put(
    where,
    name,
    `*filter\n:INPUT ACCEPT [0:0]\n:FORWARD DROP [0:0]\n:OUTPUT ACCEPT [0:0]\n${rules.join("\n")}\nCOMMIT\n`,
  );

async function compared(before: string, after: string, ...more: string[]) {
  const { code, out } = await run(["firewall", "compare", before, after, "--json", ...more]);
  return { code, found: JSON.parse(out) as FirewallComparison };
}

const told = ({ changes }: FirewallComparison) =>
  changes.map(({ direction, phase, crossings }) => [direction, phase, crossings]);

test("a rule that moved to another interface is no longer the same", async () => {
  const rule = (name: string) => `-A FORWARD -i ${name} -d 203.0.113.1/32 -p tcp -j ACCEPT`;
  const [before, after] = [
    save("eth0", answers, rule("eth0")),
    save("eth9", answers, rule("eth9")),
  ];
  const { code, found } = await compared(before, after);
  assert.equal(code, 1);
  assert.deepEqual(told(found), [
    ["closed", "open", [{ input: "eth0" }]],
    ["opened", "open", [{ input: "eth9" }]],
  ]);
  const { found: on } = await compared(before, after, "--in", "eth9");
  assert.deepEqual(told(on), [["opened", "open", undefined]]);
  assert.equal((await compared(before, before)).code, 0);
});

test("without the rule for answers, every connection fails, and it is said", async () => {
  const rule = "-A FORWARD -s 10.0.0.0/8 -p tcp -j ACCEPT";
  const { code, found } = await compared(save("with", answers, rule), save("without", rule));
  assert.equal(code, 1);
  assert.ok(found.changes.length > 0);
  assert.ok(
    found.changes.every(({ direction, phase }) => direction === "closed" && phase !== "open"),
  );
});

test("between two kinds of firewalls, what asks for interfaces is not called alike", async () => {
  const asa = put(
    where,
    "asa",
    `ASA Version 9.12(4)
interface GigabitEthernet0/0
 nameif outside
 security-level 0
 ip address 198.51.100.2 255.255.255.0
interface GigabitEthernet0/1
 nameif inside
 security-level 100
 ip address 10.20.0.1 255.255.0.0
access-list INS extended permit tcp any host 203.0.113.1 eq 443
access-group INS in interface inside
: end
`,
  );
  const linux = save(
    "linux",
    answers,
    "-A FORWARD -d 203.0.113.1/32 -p tcp -m tcp --dport 443 -j ACCEPT",
  );
  const { found } = await compared(asa, linux);
  assert.equal(found.everyInterface, false);
  const { code, found: named } = await compared(asa, linux, "--in", "inside", "--out", "outside");
  assert.deepEqual([code, named.everyInterface, named.changes], [0, true, []]);
});

test("the example is a packet that people can send, where the difference has one", async () => {
  const from = "-A FORWARD -s 10.0.0.0/8 -d 203.0.113.1/32";
  const udp = `${from} -p udp -j ACCEPT`;
  const before = save("udp", answers, udp, `${from} -p tcp -j ACCEPT`);
  const { found } = await compared(before, save("all", answers, udp, `${from} -j ACCEPT`));
  const [{ example } = { example: undefined }] = found.changes;
  assert.ok(example && !["tcp", "udp"].includes(example.protocol));
  const { found: wide } = await compared(
    save("none", answers),
    save("all", answers, `${from} -j ACCEPT`),
  );
  assert.equal(wide.changes[0]!.example.protocol, "tcp");
});

test("what a configuration quotes cannot move a terminal's cursor", async () => {
  const mark = String.fromCharCode(27);
  const evil = `-A FORWARD -d 203.0.113.1/32 -m comment --comment "${mark}[2J" -j ACCEPT`;
  const before = save("plain", answers);
  const { out } = await run(["firewall", "compare", before, save("evil", answers, evil)]);
  assert.match(out, /\[2J/);
  assert.ok(!out.includes(mark));
  const config = join(where, "evil");
  const args = ["firewall", "verify", "--config", config, "--source", "10.20.0.0/16"];
  assert.ok(!(await run(args)).out.includes(mark));
});
