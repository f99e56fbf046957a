import assert from "node:assert/strict";
import { test } from "node:test";
import { diagnose } from "../doctor/diagnose.ts";
import type { Finding } from "../evidence/report.ts";
import { loadGuide } from "../guide/load.ts";
import { aim, applyFaults } from "../lab/faults/apply.ts";
import { worldOf } from "../lab/world-of.ts";
import { memoryMachine } from "../machine/memory.ts";

const guide = loadGuide("bankpay-transfer@2018.11");

async function findingsOf(...names: string[]): Promise<Finding[]> {
  const healthy = worldOf(guide);
  const world = applyFaults(
    healthy,
    guide,
    names.map((name) => aim(name, healthy, guide)),
  );
  const { diagnosis } = await diagnose(memoryMachine(world, { seed: 1 }), guide);
  return diagnosis.findings;
}

test("what is one cause on several requirements is one finding", async () => {
  const pairs = {
    "toolbar.present": ["google-toolbar", "altoolbar"],
    "site.not-trusted": ["lgcns", "bankpay"],
    "program.missing": ["nos", "ipinside"],
    "certificate.missing": ["verisign-root", "globalsign-timestamp-root"],
  };
  for (const [cause, subjects] of Object.entries(pairs)) {
    const findings = await findingsOf(...subjects.map((subject) => `${cause}:${subject}`));
    assert.deepEqual(
      findings.map((one) => [one.cause, one.subjects]),
      [[cause, subjects]],
    );
    for (const subject of subjects) assert.ok(findings[0]?.explains.includes(subject));
  }
});

test("what follows from a missing program is no cause of its own", async () => {
  const [missing, ...more] = await findingsOf("program.missing:nos");
  assert.deepEqual(more, []);
  assert.deepEqual(missing?.explains, ["nos", "agent-nos", "nos-addon-folder"]);
});

test("a window that opens by itself once its site is trusted is no cause of its own", async () => {
  const world = worldOf(guide);
  for (const popup of world.pc.facts?.popups ?? [])
    Object.assign(popup, { blocked: true, allowed: [] });
  const fine = await diagnose(memoryMachine(world, { seed: 1 }), guide);
  assert.deepEqual(fine.diagnosis.findings, []);
  const broken = applyFaults(world, guide, [aim("site.not-trusted:lgcns", world, guide)]);
  const { diagnosis } = await diagnose(memoryMachine(broken, { seed: 1 }), guide);
  const [site, ...more] = diagnosis.findings;
  assert.deepEqual(more, []);
  assert.deepEqual([site?.cause, site?.explains], ["site.not-trusted", ["lgcns", "payment-popup"]]);
  const other = applyFaults(world, guide, [aim("popup.blocked", world, guide)]);
  const blocked = await diagnose(memoryMachine(other, { seed: 1 }), guide);
  assert.deepEqual(
    blocked.diagnosis.findings.map(({ cause }) => cause),
    ["popup.blocked"],
  );
});

test("whose it is decides what helps", async () => {
  const own = await findingsOf("site.not-trusted:bankpay");
  assert.deepEqual([own[0]?.owner, own[0]?.remedies[0]], ["user", "trusted-sites"]);
  for (const fault of ["site.policy-list:bankpay", "site.machine-only:bankpay"]) {
    const [finding] = await findingsOf(fault);
    assert.deepEqual([finding?.owner, finding?.remedies], ["pc-admin", ["ask-site-policy"]], fault);
  }
  const [refused] = await findingsOf("local-network-access.refused");
  assert.deepEqual([refused?.owner, refused?.remedies], ["user", ["allow-local-access"]]);
  const [policy] = await findingsOf("local-network-access.policy");
  assert.deepEqual([policy?.owner, policy?.remedies], ["pc-admin", ["ask-browser-policy"]]);
  const [disabled] = await findingsOf("program.service-disabled:nos");
  assert.deepEqual([disabled?.owner, disabled?.remedies], ["pc-admin", ["enable-service"]]);
});

test("names that all moved behind a closed firewall are one finding", async () => {
  const names = ["bwt.nprotect2.net", "pg.bankpay.or.kr", "www.yessign.or.kr"];
  const findings = await findingsOf(...names.map((name) => `ip.moved-blocked:${name}`));
  const moved = findings.filter(({ cause }) => cause === "ip.drift");
  assert.equal(moved.length, 1);
  const hosts = new Set(moved[0]?.subjects.map((id) => id.split("|")[0]));
  assert.deepEqual([...hosts].sort(), names.toSorted());
});
