import assert from "node:assert/strict";
import { test } from "node:test";
import { loadGuide } from "../../guide/load.ts";
import { memorySystem } from "../../machine/memory/system.ts";
import { aim, applyFaults } from "../faults/apply.ts";
import { worldOf } from "../world-of.ts";
import { withDoneByHand } from "./by-hand.ts";
import { systemOf } from "./system-of.ts";

const guide = loadGuide("bankpay-transfer@2018.11");
const healthy = worldOf(guide);
const pcOf = (...names: string[]) => {
  const aimed = names.map((name) => aim(name, healthy, guide));
  return memorySystem({ world: systemOf(applyFaults(healthy, guide, aimed), guide)! }).world();
};
/** In the order in which a PC keeps its things; that of programs says nothing. */
function kept(given: ReturnType<typeof pcOf>) {
  const world = memorySystem({ world: given }).world();
  return { ...world, programs: world.programs.toSorted((a, b) => (a.path < b.path ? -1 : 1)) };
}

test("a PC that was broken is as the other once that was done to it by hand", () => {
  for (const fault of [
    "program.missing:nos",
    "program.stopped:nos",
    "site.mistyped:*.bankpay.co.kr",
    "popup.blocked",
    "proxy.loopback-script",
    "local-network-access.refused",
    "local.hosts-override",
  ]) {
    const done = kept(withDoneByHand(pcOf(fault), pcOf(fault), pcOf()));
    assert.deepEqual(done, kept(pcOf()), fault);
    assert.notDeepEqual(pcOf(fault), pcOf(), fault);
  }
});

test("what was done to it meanwhile stays, and so does what is still broken", () => {
  const both = ["program.missing:nos", "popup.blocked"];
  const done = kept(withDoneByHand(pcOf(...both), pcOf(...both), pcOf("popup.blocked")));
  assert.deepEqual(done, kept(pcOf("popup.blocked")));
  // Jochi has trusted the site; somebody else installs the program.
  const trusted = pcOf("program.missing:nos");
  const broken = [
    pcOf("program.missing:nos", "site.not-trusted"),
    pcOf("site.not-trusted"),
  ] as const;
  assert.deepEqual(kept(withDoneByHand(trusted, ...broken)), kept(pcOf()));
});
