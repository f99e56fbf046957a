import type { Reading } from "../failure.ts";
import type { HostsEntry, Machine, ProxySettings } from "../machine.ts";
import { noSystem } from "../no-system.ts";
import type { System } from "../system.ts";

/** The file in which the lab keeps the registry, files and programs of a Windows PC that it plays. */
export function labSystemFile(env: NodeJS.ProcessEnv): string | undefined {
  return env.JOCHI_LAB_SYSTEM || undefined;
}

/** That PC, loaded when it is first asked; on a Linux that plays none, nothing to read or change. */
export function labSystem(env: NodeJS.ProcessEnv): System {
  const file = labSystemFile(env);
  if (file === undefined) return noSystem;
  let loaded: Promise<System> | undefined;
  const system = () => (loaded ??= load(file));
  return {
    readKey: async (...given) => (await system()).readKey(...given),
    writeKey: async (...given) => (await system()).writeKey(...given),
    fileFact: async (...given) => (await system()).fileFact(...given),
    readFile: async (...given) => (await system()).readFile(...given),
    readPart: async (...given) => (await system()).readPart(...given),
    listFolder: async (...given) => (await system()).listFolder(...given),
    freeBytes: async (...given) => (await system()).freeBytes(...given),
    writeFile: async (...given) => (await system()).writeFile(...given),
    remove: async (...given) => (await system()).remove(...given),
    move: async (...given) => (await system()).move(...given),
    run: async (...given) => (await system()).run(...given),
    elevated: async () => (await system()).elevated(),
  };
}

async function load(file: string): Promise<System> {
  const { memorySystem } = await import("../memory/system.ts");
  return memorySystem({ file });
}

/** As that PC's registry has it; where it says nothing of a proxy, as Linux itself does. */
export async function labProxy(
  system: System,
  otherwise: Reading<ProxySettings>,
): Promise<Reading<ProxySettings>> {
  const { proxySettings } = await import("../windows/settings.ts");
  const told = await proxySettings(system);
  if (told.state !== "found") return told;
  const { http, https, pacUrl, bypass } = told.value;
  const isSilent = [http, https, pacUrl].every((each) => each === undefined) && bypass.length === 0;
  return isSilent ? otherwise : told;
}

/** That PC's own hosts file; where it has none, the one that Linux's look-up goes by. */
export async function labHosts(
  system: System,
  otherwise: () => Promise<Reading<HostsEntry[]>>,
): Promise<Reading<HostsEntry[]>> {
  const { hostsFile } = await import("../windows/settings.ts");
  const told = await hostsFile(system);
  return told.state === "absent" ? otherwise() : told;
}

/** As Windows looks names up: by that PC's own hosts file first, then as Linux does. */
export function labLookup(system: System, otherwise: Machine["lookup"]): Machine["lookup"] {
  return async (name, limits) => {
    const { hostsFile } = await import("../windows/settings.ts");
    const told = await hostsFile(system);
    const wanted = name.toLowerCase();
    const own = told.state === "found" ? told.value : [];
    const addresses = own.flatMap((entry) =>
      entry.name.toLowerCase() === wanted ? [entry.address] : [],
    );
    return addresses.length > 0 ? { ok: true, addresses, ms: 0 } : otherwise(name, limits);
  };
}
