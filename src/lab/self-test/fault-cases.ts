import type { Guide } from "../../guide/guide.ts";
import type { World } from "../../machine/world.ts";
import { expectedOf } from "../expected.ts";
import type { Fault } from "../faults/fault.ts";
import { faults } from "../faults/index.ts";
import { worldOf } from "../world-of.ts";
import type { Case } from "./case.ts";

/** So many requirements of one kind are broken one by one. */
const targetsMost = 60;

/**
 * Every fault of the lab on what it most usually hits: what belongs to the PC on each requirement of
 * the guide, what belongs to the network once, for there one row is as good as another.
 */
export function faultCases(guide: Guide): Case[] {
  const healthy = worldOf(guide);
  const same = JSON.stringify(healthy);
  return faults.flatMap((fault) =>
    targetsOf(fault, healthy, guide).flatMap((target): Case[] => {
      const world = fault.apply(healthy, target, guide);
      // A fault that finds nothing to break there is none.
      if (JSON.stringify(world) === same) return [];
      if (isUnseen(fault, world, guide, target)) return [];
      const expected = expectedOf(world, guide, [{ fault, target }]);
      return [
        { id: `${fault.id}:${target}`, title: fault.title, world, expected, mended: healthy },
      ];
    }),
  );
}

function targetsOf(fault: Fault, healthy: World, guide: Guide): string[] {
  const all = fault.targets(healthy, guide);
  return all.slice(0, fault.layer === "pc" || fault.layer === "agent" ? targetsMost : 1);
}

/** A fault of the network that no row of this guide could show. */
function isUnseen(fault: Fault, world: World, guide: Guide, target: string): boolean {
  const expectation = fault.expect(world, guide, target);
  const ofRows = !fault.id.startsWith("proxy.loopback-");
  return expectation !== undefined && ofRows && expectation.subjects.length === 0;
}
