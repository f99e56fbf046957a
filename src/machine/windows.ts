import dns from "node:dns";
import type { Reading } from "./failure.ts";
import { networkGuard } from "./guard.ts";
import type { Machine } from "./machine.ts";
import { nodeClock } from "./node/clock.ts";
import { connect, type Way } from "./node/connection.ts";
import { makeLookup } from "./node/lookup.ts";
import { hasRoute, interfaces } from "./node/place.ts";
import type { Trust } from "./node/trust.ts";
import { pcFacts } from "./windows/pc-facts.ts";
import { hostsFile, proxySettings, registryResolvers } from "./windows/settings.ts";
import { windowsSystem } from "./windows/system.ts";

export interface WindowsMachineOptions {
  /** Roots that count as publicly trusted beside those every browser ships. */
  publicCaPems?: string[];
  env?: NodeJS.ProcessEnv;
}

const mostResolvers = 16;
/** What c-ares answers where Windows named no resolver. */
const noResolvers = "127.0.0.1";

/** Modules that only some runs need are loaded when they are needed: starting must stay quick. */
export function windowsMachine(options: WindowsMachineOptions = {}): Machine {
  const env = options.env ?? process.env;
  const guard = networkGuard(env);
  let trust: Promise<Trust> | undefined;
  const way: Way = { guard, trust: () => (trust ??= loadTrust(options.publicCaPems ?? [], env)) };
  const lookup = makeLookup(guard);
  const system = windowsSystem(env);
  return {
    platform: "windows",
    ...nodeClock(),
    interfaces: async () => interfaces(),
    hasRoute,
    resolvers: () => resolvers(system),
    hostsFile: () => hostsFile(system),
    proxySettings: () => proxySettings(system),
    // Windows counts them as well, but tells the number only in translated text.
    icmpUnreachables: async () => ({ state: "not-applicable" }),
    async fetchText(url, limits) {
      const { fetchText } = await import("./node/fetch-text.ts");
      return fetchText(way, lookup, url, limits);
    },
    async resolve(server, name, limits) {
      const { resolveWatched } = await import("./node/dns.ts");
      return resolveWatched(guard, server, name, limits);
    },
    lookup,
    connect: (address, port, limits) => connect(way, address, port, limits),
    pc: pcFacts(system),
    system,
  };
}

async function loadTrust(publicCaPems: string[], env: NodeJS.ProcessEnv): Promise<Trust> {
  const [{ makeTrust }, { default: tls }] = await Promise.all([
    import("./node/trust.ts"),
    import("node:tls"),
  ]);
  return makeTrust({ publicCaPems, env, pcStores: [async () => tls.getCACertificates("system")] });
}

/**
 * The resolvers of the interfaces that are up, as Windows tells them; only where it names none the
 * registry is searched, which also keeps those of adapters that are asleep.
 */
async function resolvers(system: Machine["system"]): Promise<Reading<string[]>> {
  const told = dns
    .getServers()
    .slice(0, mostResolvers)
    .map((server) => server.replace(/^\[(.+)\]:\d+$/, "$1"));
  if (told.some((server) => server !== noResolvers)) return { state: "found", value: told };
  const found = interfaces();
  const addresses = found.state === "found" ? found.value.map(({ address }) => address) : [];
  const kept = await registryResolvers(system, addresses);
  return kept.state === "found" && kept.value.length === 0 ? { state: "found", value: told } : kept;
}
