import type { MemorySystem } from "../../machine/memory/system.ts";
import type { System } from "../../machine/system.ts";
import { hostsFile } from "../../machine/windows/settings.ts";

/**
 * The same PC, where whoever changes what others go by (services that run, the hosts file, the
 * registry) goes on only when that has been told and has its effect.
 */
export function noticed(system: MemorySystem, tell: () => Promise<void>): System {
  const look = async () => {
    const { running, registry } = system.world();
    return JSON.stringify([running, registry, await hostsFile(system)]);
  };
  async function watched<T>(change: () => Promise<T>): Promise<T> {
    const before = await look();
    const done = await change();
    if ((await look()) !== before) await tell();
    return done;
  }
  return {
    ...system,
    writeKey: (...given) => watched(() => system.writeKey(...given)),
    writeFile: (...given) => watched(() => system.writeFile(...given)),
    remove: (...given) => watched(() => system.remove(...given)),
    move: (...given) => watched(() => system.move(...given)),
    run: (...given) => watched(() => system.run(...given)),
  };
}
