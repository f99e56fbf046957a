import type { Guide } from "../../guide/guide.ts";
import type { World } from "../../machine/world.ts";
import { type Fault, layers } from "./fault.ts";
import { FaultError, faultNamed } from "./index.ts";

/** A fault and what it is aimed at. */
export interface Aimed {
  fault: Fault;
  target: string;
}

/** Reads `id` or `id:target`, and refuses a target that the guide's world does not have. */
export function aim(name: string, world: World, guide: Guide): Aimed {
  const { fault, target } = faultNamed(name);
  const targets = fault.targets(world, guide);
  const chosen = target ?? targets[0];
  if (chosen === undefined) {
    throw new FaultError({
      ko: `"${name}": 이 안내서에는 이렇게 고장 낼 것이 없습니다`,
      en: `"${name}" finds nothing to break in this guide`,
    });
  }
  const known = targets.includes(chosen) || fault.layer === "line" || fault.id.startsWith("clock.");
  if (!known) {
    const offered = targets.slice(0, 12).join(", ");
    throw new FaultError({
      ko: `"${name}": ${fault.id} 고장의 대상은 "${chosen}"일 수 없습니다. 될 수 있는 것: ${offered}`,
      en: `"${name}": ${fault.id} cannot be aimed at "${chosen}", but at ${offered}`,
    });
  }
  return { fault, target: chosen };
}

/**
 * The world with all faults in it. Names break before servers: a server that moves takes along
 * what it was, not what another fault makes of its old address. Of the rest the one nearest to the
 * PC comes last, because where two faults want the same place, that is the one that is seen.
 */
export function applyFaults(world: World, guide: Guide, aimed: readonly Aimed[]): World {
  const firstBelow = layers.indexOf("tcp");
  const rank = ({ fault }: Aimed) => {
    const at = layers.indexOf(fault.layer);
    return at < firstBelow ? at : layers.length + firstBelow - at;
  };
  return aimed
    .toSorted((a, b) => rank(a) - rank(b))
    .reduce((broken, { fault, target }) => fault.apply(broken, target, guide), world);
}
