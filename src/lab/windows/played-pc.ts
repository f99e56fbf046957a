import type { Guide } from "../../guide/guide.ts";
import type { HostsEntry, Machine } from "../../machine/machine.ts";
import { pcFacts as factsOfWorld } from "../../machine/memory/facts.ts";
import type { SystemWorld } from "../../machine/memory/system-world.ts";
import type { PcFacts } from "../../machine/pc.ts";
import type { System } from "../../machine/system.ts";
import { pcFacts as factsOfSystem } from "../../machine/windows/pc-facts.ts";
import { hostsFile, proxySettings } from "../../machine/windows/settings.ts";
import type { World, WorldPcFacts } from "../../machine/world.ts";
import { worldOf } from "../world-of.ts";
import { servicesOf } from "./programs.ts";

/**
 * A machine whose PC has a registry and files that can be changed: what they tell is read off them,
 * as it is on Windows. Certificates and folders stay those of the world, which has only their names.
 */
export function playedPc(
  machine: Machine,
  system: System,
  facts: WorldPcFacts | undefined,
  guide: Guide,
): Machine {
  return {
    ...machine,
    system,
    pc: playedFacts(system, facts, guide),
    hostsFile: () => hostsFile(system),
    proxySettings: () => proxySettings(system),
  };
}

function playedFacts(system: System, facts: WorldPcFacts | undefined, guide: Guide): PcFacts {
  const world = factsOfWorld(facts);
  const read = factsOfSystem(system);
  const failing = (method: keyof PcFacts) => facts?.unreadable[method] !== undefined;
  const choose = <T extends keyof PcFacts>(method: T): PcFacts[T] =>
    failing(method) ? world[method] : read[method];
  return {
    browsers: choose("browsers"),
    zoneEntries: choose("zoneEntries"),
    zoneSettings: choose("zoneSettings"),
    browserPolicies: choose("browserPolicies"),
    sitePermissions: choose("sitePermissions"),
    services: choose("services"),
    popups: choose("popups"),
    rootCertificates: world.rootCertificates,
    exists: world.exists,
    async programs() {
      const found = await choose("programs")();
      if (found.state !== "found") return found;
      // Where no service tells it, the world says whether a program's process runs.
      const value = found.value.map((program) => {
        if (servicesOf(guide, program.name).length > 0) return program;
        const running = facts?.programs.find(({ name }) => name === program.name)?.running;
        return running === undefined ? program : { ...program, running };
      });
      return { state: "found", value };
    },
  };
}

/**
 * The world after what was done to its PC: agents speak where the services of their programs run
 * again, and the hosts file counts.
 *
 * @param hosts of the PC's hosts file, `localhost` among them
 */
export function treatedWorld(
  world: World,
  guide: Guide,
  { running }: Pick<SystemWorld, "running">,
  hosts: readonly HostsEntry[],
): World {
  const were = (world.pc.facts?.services ?? [])
    .filter(({ state }) => state === "running")
    .map(({ name }) => name);
  const next = structuredClone(world);
  next.pc.hosts = hosts.filter(({ name }) => name.toLowerCase() !== "localhost");
  const healthy = worldOf(guide).pc.agents.filter(({ listening }) => listening);
  for (const agent of next.pc.agents) {
    // An older program's agent is not there although the program is.
    if (!healthy.some(({ id }) => id === agent.id)) continue;
    const program = guide.agents.find(({ id }) => id === agent.id)?.program;
    const services = guide.programs.find(({ id }) => id === program)?.services ?? [];
    const runs = services.some((name) => running.includes(name));
    if (services.some((name) => were.includes(name)) !== runs) agent.listening = runs;
  }
  return next;
}
