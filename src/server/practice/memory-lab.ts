import type { Guide } from "../../guide/guide.ts";
import { withDoneByHand } from "../../lab/windows/by-hand.ts";
import { following } from "../../lab/windows/following.ts";
import { playedPc } from "../../lab/windows/played-pc.ts";
import { systemOf } from "../../lab/windows/system-of.ts";
import type { Machine } from "../../machine/machine.ts";
import { type MemorySystem, memorySystem } from "../../machine/memory/system.ts";
import { memoryMachine } from "../../machine/memory.ts";
import type { World } from "../../machine/world.ts";
import { refuse } from "../refusal.ts";
import { breakable } from "./broken.ts";
import { carrierFor } from "./carry-out.ts";
import type { Guides } from "./guides.ts";
import type { DemoPractice } from "./practice.ts";

/** The simulated network made of plain data: for where namespaces cannot be made. */
export function memoryLab(guide: Guide, guides: Guides): DemoPractice {
  const { faults, broken, leftAfter, installedBy } = breakable(guide);
  let chosen: string[] = [];
  let pc = newPc(broken(chosen), guide);
  const carryOut = carrierFor({
    machine: async () => pc.machine(),
    guide: guides.get,
    alone: `treatment in memory ${process.pid}`,
  });
  return {
    carryOut,
    demo: () => ({ lab: "memory", faults, chosen, shop: false }),
    async choose(names) {
      pc = newPc(broken(names), guide);
      chosen = [...names];
    },
    async done(task) {
      const left = leftAfter(chosen, task);
      const without = installedBy(task).map((fault) => broken([...left, fault]));
      pc = newPc(broken(left), guide, pc, without);
      chosen = left;
    },
    // A browser needs a network that is more than data.
    openShop: async () => {
      throw refuse("bad-request", "shop");
    },
    close: async () => {},
  };
}

/** The PC of one world. */
interface Pc {
  /** As it is at the present time; what was changed on it counts in its world, too. */
  machine(): Machine;
  world: World;
  system?: MemorySystem;
}

/**
 * @param earlier the same PC in another world: what makes the two worlds differ is done to it
 * @param without further worlds that it may have been in
 */
function newPc(world: World, guide: Guide, earlier?: Pc, without: readonly World[] = []): Pc {
  const start = systemOf(world, guide);
  const plain = () => memoryMachine(world, { startAt: Date.now() });
  if (start === undefined) return { machine: plain, world };
  const worlds = earlier ? [earlier.world, ...without] : [];
  const befores = worlds.flatMap((each) => systemOf(each, guide) ?? []);
  const now = earlier?.system?.world() ?? start;
  const kept = befores.reduce((pc, before) => withDoneByHand(pc, before, start), now);
  const system = memorySystem({ world: kept });
  // What was changed on an earlier one is to be followed as well.
  const { live, follows } = following(world, guide, system, earlier ? -1 : 0);
  const machine = () => {
    const own = follows(memoryMachine(live, { startAt: Date.now() }));
    return playedPc(own, system, world.pc.facts, guide);
  };
  return { machine, world, system };
}
