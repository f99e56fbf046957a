import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { test } from "node:test";
import { verdicts } from "../../evidence/verdict.ts";
import { loadGuide } from "../../guide/load.ts";
import { worldOf } from "../world-of.ts";
import { aim, applyFaults } from "./apply.ts";
import { FaultError, faultNamed, faults } from "./index.ts";
import { patternsOf, selectRows } from "./select.ts";

const guide = loadGuide("bankpay-transfer@2018.11");
const healthy = worldOf(guide);
/** Parents and admissions: what is said when a fault cannot be told apart, never a fault itself. */
const unsaid = ["insufficient", "dns", "tcp"];

test("every node of the closed list has a fault", () => {
  const produced = new Set<string>(faults.map(({ verdict }) => verdict));
  const lacking = verdicts.filter((verdict) => !produced.has(verdict) && !unsaid.includes(verdict));
  assert.deepEqual(lacking, []);
});

test("the registry lists every file once, in order, under its own name", () => {
  const helpers = ["apply", "faults.test", "fault", "index", "select"];
  const files = readdirSync(import.meta.dirname)
    .map((name) => name.replace(/\.ts$/, ""))
    .filter((name) => !name.startsWith("_") && !helpers.includes(name));
  assert.deepEqual(faults.map(({ id }) => id).toSorted(), files.toSorted());
  assert.equal(new Set(faults.map(({ id }) => id)).size, faults.length);
});

for (const fault of faults) {
  test(`${fault.id} breaks a copy and says what can be proved`, () => {
    const before = JSON.stringify(healthy);
    const targets = fault.targets(healthy, guide);
    assert.ok(targets.length > 0, "nothing to aim at");
    assert.equal(new Set(targets).size, targets.length);
    for (const target of targets) {
      const broken = fault.apply(healthy, target, guide);
      assert.equal(JSON.stringify(healthy), before, "the given world was changed");
      assert.notEqual(JSON.stringify(broken), before, `${target} changes nothing`);
      const expectation = fault.expect(broken, guide, target);
      assert.equal(expectation === undefined, fault.verdict === "ok");
      const ids = expectation?.subjects ?? [];
      assert.equal(new Set(ids).size, ids.length);
    }
    assert.ok(fault.title.ko && fault.title.en);
  });
}

test("a name is a fault and, after the first colon, its target", () => {
  const { fault, target } = faultNamed("tcp.drop:203.175.190.200:443");
  assert.deepEqual([fault.id, target], ["tcp.drop", "203.175.190.200:443"]);
  assert.equal(faultNamed("net.offline").target, undefined);
  assert.throws(() => faultNamed("tcp.dorp"), FaultError);
  assert.throws(() => aim("tcp.drop:nowhere", healthy, guide), FaultError);
  assert.equal(aim("local.agent-down", healthy, guide).target, "nos-agent");
});

test("without distance a reset is nobody's; with it, and an open port, it has an owner", () => {
  const verdictOf = (name: string, delayMs: number) => {
    const aimed = [aim(name, healthy, guide)];
    const world = applyFaults(
      { ...healthy, link: { delayMs, jitterMs: 0, loss: 0 } },
      guide,
      aimed,
    );
    return aimed[0]?.fault.expect(world, guide, aimed[0].target)?.cause;
  };
  assert.equal(verdictOf("tcp.reset:203.175.190.200:443", 0), "tcp");
  assert.equal(verdictOf("tcp.reset:203.175.190.200:443", 20), "tcp.reject");
  assert.equal(verdictOf("tcp.reset:*", 20), "tcp");
  assert.equal(verdictOf("tcp.closed:203.175.190.200:443", 20), "tcp.closed");
  assert.equal(verdictOf("tcp.closed:203.175.190.200", 20), "tcp");
  assert.equal(verdictOf("tcp.icmp-port-unreachable:203.175.190.200:443", 0), "tcp.reject");
});

test("patterns select what they say", () => {
  const count = (pattern: string) => selectRows(guide, pattern).length;
  assert.equal(count("*"), 32);
  assert.equal(count("*:8080"), 2);
  assert.equal(count("203.175.190.200"), 5);
  assert.equal(count("203.175.190.200:443"), 1);
  assert.equal(count("pg.bankpay.or.kr:7443"), 1);
  assert.equal(count("bankpay-server"), 10);
  assert.equal(count("@https") + count("@http"), count("@web"));
  assert.equal(count("pg.bankpay.or.kr|203.0.113.9"), 5);
  assert.equal(count("nobody.example"), 0);
  for (const pattern of patternsOf(guide, () => true)) assert.ok(count(pattern) > 0, pattern);
});
