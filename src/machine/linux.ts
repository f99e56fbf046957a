import type { Reading } from "./failure.ts";
import { networkGuard } from "./guard.ts";
import { labHosts, labLookup, labProxy, labSystem, labSystemFile } from "./linux/lab-system.ts";
import { pcFacts } from "./linux/pc-facts.ts";
import { proxySettings } from "./linux/proxy-settings.ts";
import { parseHosts, parseIcmpUnreachables, parseResolvers } from "./linux/settings.ts";
import type { HostsEntry, Machine } from "./machine.ts";
import { nodeClock } from "./node/clock.ts";
import { connect, type Way } from "./node/connection.ts";
import { makeLookup } from "./node/lookup.ts";
import { hasRoute, interfaces } from "./node/place.ts";
import { mapReading, readText } from "./node/text-file.ts";
import type { Trust } from "./node/trust.ts";

export interface LinuxMachineOptions {
  /** Roots that count as publicly trusted beside those every browser ships. */
  publicCaPems?: string[];
  env?: NodeJS.ProcessEnv;
}

const settingsBytes = 1_048_576;

/** Modules that only some runs need are loaded when they are needed: starting must stay quick. */
export function linuxMachine(options: LinuxMachineOptions = {}): Machine {
  const env = options.env ?? process.env;
  const guard = networkGuard(env);
  let trust: Promise<Trust> | undefined;
  const way: Way = { guard, trust: () => (trust ??= loadTrust(options.publicCaPems ?? [], env)) };
  const system = labSystem(env);
  const plays = labSystemFile(env) !== undefined;
  const lookup = plays ? labLookup(system, makeLookup(guard)) : makeLookup(guard);
  return {
    platform: plays ? "windows" : "linux",
    ...nodeClock(),
    interfaces: async () => interfaces(),
    hasRoute,
    resolvers: async () =>
      mapReading(await readText("/etc/resolv.conf", settingsBytes), parseResolvers),
    hostsFile: () => (plays ? labHosts(system, hostsFile) : hostsFile()),
    proxySettings: async () => (plays ? labProxy(system, proxySettings(env)) : proxySettings(env)),
    icmpUnreachables,
    async fetchText(url, limits) {
      const { fetchText } = await import("./node/fetch-text.ts");
      return fetchText(way, lookup, url, limits);
    },
    async resolve(server, name, limits) {
      const { resolve } = await import("./node/dns.ts");
      return resolve(guard, server, name, limits);
    },
    lookup,
    connect: (address, port, limits) => connect(way, address, port, limits),
    pc: pcFacts(env, system),
    system,
  };
}

async function loadTrust(publicCaPems: string[], env: NodeJS.ProcessEnv): Promise<Trust> {
  const { makeTrust } = await import("./node/trust.ts");
  const { pcStores } = await import("./linux/pc-roots.ts");
  return makeTrust({ publicCaPems, env, pcStores: pcStores(env) });
}

async function hostsFile(): Promise<Reading<HostsEntry[]>> {
  return mapReading(await readText("/etc/hosts", settingsBytes), parseHosts);
}

async function icmpUnreachables(): Promise<Reading<number>> {
  const text = await readText("/proc/net/snmp", settingsBytes);
  if (text.state !== "found") return text;
  const value = parseIcmpUnreachables(text.value);
  return value === undefined
    ? { state: "unreadable", failure: "unreadable" }
    : { state: "found", value };
}
