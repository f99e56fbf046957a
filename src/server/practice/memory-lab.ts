import type { Guide } from "../../guide/guide.ts";
import { playedPc, treatedWorld } from "../../lab/windows/played-pc.ts";
import { systemOf } from "../../lab/windows/system-of.ts";
import type { Machine } from "../../machine/machine.ts";
import { memorySystem } from "../../machine/memory/system.ts";
import { memoryMachine } from "../../machine/memory.ts";
import { hostsFile } from "../../machine/windows/settings.ts";
import type { World } from "../../machine/world.ts";
import { breakable } from "./broken.ts";
import { carrierFor } from "./carry-out.ts";
import type { Guides } from "./guides.ts";
import type { DemoPractice } from "./practice.ts";

/** The simulated network made of plain data: for where namespaces cannot be made. */
export function memoryLab(guide: Guide, guides: Guides): DemoPractice {
  const { faults, broken } = breakable(guide);
  let chosen: string[] = [];
  let pc = newPc(broken(chosen), guide);
  const carryOut = carrierFor({
    machine: async () => pc(),
    guide: guides.get,
    alone: `treatment in memory ${process.pid}`,
  });
  return {
    carryOut,
    demo: () => ({ lab: "memory", faults, chosen }),
    async choose(names) {
      pc = newPc(broken(names), guide);
      chosen = [...names];
    },
    close: async () => {},
  };
}

/** Gives the PC of a world at the present time; what was changed on it counts in its world, too. */
function newPc(world: World, guide: Guide): () => Machine {
  const start = systemOf(world, guide);
  const plain = () => memoryMachine(world, { startAt: Date.now() });
  if (start === undefined) return plain;
  const system = memorySystem({ world: start });
  const live = structuredClone(world);
  let seen = 0;
  let followed: Promise<void> = Promise.resolve();
  const catchUp = async () => {
    const hosts = await hostsFile(system);
    const lines = hosts.state === "found" ? hosts.value : [];
    const { agents, hosts: names } = treatedWorld(world, guide, system.world(), lines).pc;
    Object.assign(live.pc, { agents, hosts: names });
  };
  /** Questions are asked at once, and each waits until the world has followed. */
  const follow = () => {
    if (system.changes() !== seen) followed = catchUp();
    seen = system.changes();
    return followed;
  };
  return () => {
    const machine = memoryMachine(live, { startAt: Date.now() });
    const following: Machine = {
      ...machine,
      lookup: async (...given) => {
        await follow();
        return machine.lookup(...given);
      },
      connect: async (...given) => {
        await follow();
        return machine.connect(...given);
      },
    };
    return playedPc(following, system, world.pc.facts, guide);
  };
}
