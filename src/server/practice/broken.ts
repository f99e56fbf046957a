import type { Guide } from "../../guide/guide.ts";
import { aim, applyFaults } from "../../lab/faults/apply.ts";
import { faults as allFaults, FaultError } from "../../lab/faults/index.ts";
import { worldOf } from "../../lab/world-of.ts";
import type { World } from "../../machine/world.ts";
import type { Demo } from "../../portal/wire.ts";
import { limits } from "../limits.ts";
import { refuse } from "../refusal.ts";

/** A guide's world, and the ways in which it can be broken. */
export interface Breakable {
  readonly faults: Demo["faults"];
  /** Throws a Refusal for a fault, or a target of it, that there is not. */
  broken(names: readonly string[]): World;
}

/** @param names faults, each with `:target` where it is not to be the most usual one */
export function breakable(guide: Guide): Breakable {
  const healthy = worldOf(guide);
  // What must change nothing is for tests: whoever chooses it would see nothing happen.
  const possible = allFaults.filter(
    ({ verdict, targets }) => verdict !== "ok" && targets(healthy, guide).length > 0,
  );
  return {
    faults: possible.map(({ id, title }) => ({ id, title })),
    broken(names) {
      if (names.length > limits.demoFaults) throw refuse("bad-request", "faults");
      const aimed = names.map((name) => {
        try {
          return aim(name, healthy, guide);
        } catch (error) {
          if (error instanceof FaultError) throw refuse("bad-request", name.slice(0, 120));
          throw error;
        }
      });
      return applyFaults(healthy, guide, aimed);
    },
  };
}
