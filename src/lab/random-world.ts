import { programOfFile } from "../guide/folders.ts";
import type { Guide } from "../guide/guide.ts";
import { seededRandom } from "../machine/memory/random.ts";
import type { World } from "../machine/world.ts";
import { type Expected, expectedOf } from "./expected.ts";
import { type Aimed, applyFaults } from "./faults/apply.ts";
import { faults } from "./faults/index.ts";
import { worldOf } from "./world-of.ts";

export interface RandomWorld {
  seed: number;
  /** As `faultNamed` reads them. */
  faults: string[];
  world: World;
  expected: Expected;
}

/** Draws before giving up on another fault that goes with those already there. */
const triesPerFault = 20;
const mostFaults = 3;

/** One to three faults that go together, chosen by the seed alone. */
export function randomWorld(seed: number, guide: Guide): RandomWorld {
  const random = seededRandom(seed);
  const healthy = worldOf(guide);
  const count = 1 + Math.floor(random() * mostFaults);
  const aimed: Aimed[] = [];
  for (let tries = 0; aimed.length < count && tries < count * triesPerFault; tries += 1) {
    const one = drawFault(healthy, guide, random);
    // What changes nothing may come along, but something must be broken.
    if (one && aimed.length + 1 === count && aimed.every(harmless) && harmless(one)) continue;
    if (one && aimed.every((other) => goTogether(healthy, guide, one, other))) aimed.push(one);
  }
  const world = applyFaults(healthy, guide, aimed);
  const names = aimed.map(({ fault, target }) => `${fault.id}:${target}`);
  return { seed, faults: names, world, expected: expectedOf(world, guide, aimed) };
}

function drawFault(healthy: World, guide: Guide, random: () => number): Aimed | undefined {
  const fault = faults[Math.floor(random() * faults.length)];
  const targets = fault?.targets(healthy, guide) ?? [];
  const target = targets[Math.floor(random() * targets.length)];
  return fault && target !== undefined ? { fault, target } : undefined;
}

/**
 * Whether each of two faults still is what it was beside the other. What belongs to the PC goes
 * with everything; a PC without network, or with a proxy, has no other network fault; on one row
 * the earlier layer hides the later one, and two of one layer would be one thing with two names.
 */
function goTogether(healthy: World, guide: Guide, a: Aimed, b: Aimed): boolean {
  if (a.fault.id === b.fault.id && a.target === b.target) return false;
  // A name that leads to the PC goes to the proxy unless that is told not to take it.
  const named = (one: Aimed) => /^local\.(older-agent|name-missing)$/.test(one.fault.id);
  const proxied = (one: Aimed) => one.fault.layer === "proxy" || touchesNames(one);
  if ((named(a) && proxied(b)) || (named(b) && proxied(a))) return false;
  const ownPc = (one: Aimed) => one.fault.layer === "pc" || one.fault.layer === "agent";
  if (ownPc(a) || ownPc(b)) {
    if (!ownPc(a) || !ownPc(b)) return true;
    return !shareSubject(healthy, guide, a, b) && programOf(guide, a) !== programOf(guide, b);
  }
  // Both say whether the PC trusts the one inspection device there is.
  const inspects = (one: Aimed) => one.fault.id.startsWith("tls.intercepted");
  if (inspects(a) && inspects(b)) return false;
  const alone = (one: Aimed) => one.fault.layer === "net" || one.fault.layer === "proxy";
  if (alone(a) || alone(b)) return false;
  if (a.fault.layer === "line" || b.fault.layer === "line") {
    return !(touchesNames(a) && touchesNames(b));
  }
  const sameWay = a.fault.layer === b.fault.layer || leadsElsewhere(a) || leadsElsewhere(b);
  return !sameWay || !(shareSubject(healthy, guide, a, b) || shareHost(healthy, guide, a, b));
}

const harmless = ({ fault }: Aimed) => fault.verdict === "ok";

/** Faults that decide which address a name gives, or which server is asked. */
function touchesNames({ fault }: Aimed): boolean {
  return (
    fault.layer === "name" ||
    fault.id === "dns.one-resolver-dead" ||
    /^(ip\.rotation|local\.hosts-right)$/.test(fault.id)
  );
}

/** A name that leads to another address takes every later fault of its host with it. */
function leadsElsewhere({ fault }: Aimed): boolean {
  return /^(ip\.(drift|moved)|dns\.(hijack|sinkhole|wildcard)|local\.hosts-override)/.test(
    fault.id,
  );
}

/** The program that a fault of the PC is about; an agent is a part of its program. */
function programOf(guide: Guide, { fault, target }: Aimed): string {
  if (fault.layer === "agent")
    return guide.agents.find(({ id }) => id === target)?.program ?? target;
  if (fault.id === "file.missing") return programOfFile(guide, target) ?? target;
  return fault.id.startsWith("program.") ? target : `${fault.id}:${target}`;
}

function subjectsOf(healthy: World, guide: Guide, { fault, target }: Aimed): string[] {
  const broken = fault.apply(healthy, target, guide);
  return fault.expect(broken, guide, target)?.subjects ?? [];
}

function shareSubject(healthy: World, guide: Guide, a: Aimed, b: Aimed): boolean {
  const others = new Set(subjectsOf(healthy, guide, b));
  return subjectsOf(healthy, guide, a).some((id) => others.has(id));
}

function shareHost(healthy: World, guide: Guide, a: Aimed, b: Aimed): boolean {
  if (!leadsElsewhere(a) && !leadsElsewhere(b)) return false;
  const hostOf = (id: string) => id.split("|")[0];
  const others = new Set(subjectsOf(healthy, guide, b).map(hostOf));
  return subjectsOf(healthy, guide, a).some((id) => others.has(hostOf(id)));
}
