import type { Guide } from "../../guide/guide.ts";
import type { Reading } from "../../machine/failure.ts";
import type { MemorySystem } from "../../machine/memory/system.ts";
import type { PcFacts } from "../../machine/pc.ts";
import { pcFacts } from "../../machine/windows/pc-facts.ts";
import { hostsFile, proxySettings } from "../../machine/windows/settings.ts";
import type { World, WorldPcFacts } from "../../machine/world.ts";
import { treatedWorld } from "./played-pc.ts";

/** What servers, agents and the payer's browser go by, and a registry can say. */
const told = [
  "browsers",
  "zoneEntries",
  "zoneSettings",
  "browserPolicies",
  "sitePermissions",
  "popups",
] as const satisfies (keyof PcFacts & keyof WorldPcFacts)[];

/** The world as its PC is by now: what was done to registry, files and services counts in it. */
export async function worldNow(world: World, guide: Guide, system: MemorySystem): Promise<World> {
  const lines = found(await hostsFile(system)) ?? [];
  const next = treatedWorld(world, guide, system.world(), lines);
  next.pc.proxy = found(await proxySettings(system)) ?? next.pc.proxy;
  const { facts } = next.pc;
  if (facts === undefined) return next;
  const read = pcFacts(system);
  for (const name of told) {
    if (facts.unreadable[name] !== undefined) continue;
    const value = found<unknown>(await read[name]());
    if (value !== undefined) Object.assign(facts, { [name]: value });
  }
  return next;
}

function found<T>(reading: Reading<T>): T | undefined {
  return reading.state === "found" ? reading.value : undefined;
}
