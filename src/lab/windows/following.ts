import type { Guide } from "../../guide/guide.ts";
import type { Machine } from "../../machine/machine.ts";
import type { MemorySystem } from "../../machine/memory/system.ts";
import type { World } from "../../machine/world.ts";
import { worldNow } from "./world-now.ts";

/** A world that follows what is done to its PC. */
export interface Following {
  /** To make machines of; it is another after each change. */
  live: World;
  /** The same machine, whose questions wait until the world has followed. */
  follows(own: Machine): Machine;
}

/** @param seen how many changes the world has followed already; -1: what came before is followed, too */
export function following(world: World, guide: Guide, system: MemorySystem, seen = 0): Following {
  const live = structuredClone(world);
  let upTo = seen;
  let followed: Promise<void> = Promise.resolve();
  const catchUp = async () => {
    Object.assign(live.pc, (await worldNow(world, guide, system)).pc);
  };
  /** Questions are asked at once, and each waits until the world has followed. */
  const follow = () => {
    if (system.changes() !== upTo) followed = catchUp();
    upTo = system.changes();
    return followed;
  };
  return {
    live,
    follows: (own) => ({
      ...own,
      lookup: async (...given) => {
        await follow();
        return own.lookup(...given);
      },
      connect: async (...given) => {
        await follow();
        return own.connect(...given);
      },
    }),
  };
}
