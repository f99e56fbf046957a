import type { Guide } from "../../guide/guide.ts";
import type { World, WorldPcFacts } from "../../machine/world.ts";
import { type Case, nothingFound } from "./case.ts";

/** What is otherwise on the PC of a case. */
export type Change = (facts: WorldPcFacts) => void;

/** A case by its id; `found` is what the doctor must find then, and of which program. */
export type Make = (id: string, change: Change, found?: [cause: string, subject: string]) => Case;

/** Makes cases of a healthy world. Where a program is at fault, what it listens with is silent. */
export function maker(guide: Guide, healthy: World): Make {
  return (id, change, found) => {
    const world = structuredClone(healthy);
    if (world.pc.facts) change(world.pc.facts);
    if (found && guide.agents.some(({ program }) => program === found[1])) {
      const silent = guide.agents.filter(({ program }) => program === found[1]);
      for (const agent of world.pc.agents)
        if (found[0] !== "program.outdated" && silent.some((one) => one.id === agent.id))
          agent.listening = false;
    }
    const findings = found ? [{ cause: found[0], subjects: [found[1]] }] : [];
    return { id, world, mended: healthy, expected: found ? { rows: {}, findings } : nothingFound };
  };
}
