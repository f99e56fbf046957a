import type { ConnectOutcome, Machine, NetworkInterface } from "./machine.ts";
import { createClock, type VirtualClock } from "./memory/clock.ts";
import { openConnection } from "./memory/connection.ts";
import { pcFacts } from "./memory/facts.ts";
import { askResolver, lookUp } from "./memory/names.ts";
import { request, wayTo } from "./memory/path.ts";
import { peerAt } from "./memory/peer.ts";
import { hasRoute, office, sideOf } from "./memory/place.ts";
import { seededRandom } from "./memory/random.ts";
import type { World } from "./world.ts";

export interface MemoryOptions {
  /** Wall clock of the PC at the beginning. */
  startAt?: number;
  /** For lost packets and jitter; the same seed gives the same run. */
  seed?: number;
}

const defaultStart = Date.UTC(2026, 10, 20, 1, 0, 0);
/** Evaluating a PAC file loads a script engine, which takes real time. */
const scriptEngineMs = 300;

const abandoned = { ok: false, failure: "other", code: "ABORT_ERR" } as const;

/**
 * The machine made of plain data: what a PC in this world would observe, on a clock of its own, so
 * that waiting costs nothing. The world must not change meanwhile.
 */
export function memoryMachine(world: World, options: MemoryOptions = {}): Machine {
  const { startAt = defaultStart, seed = 1 } = options;
  const clock = createClock();
  const random = seededRandom(seed);
  let unreachables = 0;
  const countUnreachable = () => {
    unreachables += 1;
  };
  const now = () => startAt + Math.floor(clock.elapsed());

  return {
    platform: "memory",
    now,
    elapsed: () => clock.elapsed(),
    sleep: async (ms, signal) => void (await clock.wait(ms, signal)),

    interfaces: async () => ({ state: "found", value: interfacesOf(world) }),
    hasRoute: async (address) => ({ state: "found", value: hasRoute(world, address) }),
    resolvers: async () => ({ state: "found", value: [...world.pc.resolvers] }),
    hostsFile: async () => ({ state: "found", value: structuredClone(world.pc.hosts) }),
    proxySettings: async () => ({ state: "found", value: structuredClone(world.pc.proxy) }),
    icmpUnreachables: async () => ({ state: "found", value: unreachables }),

    async fetchText(url, limits) {
      const { pac, proxy } = world.pc;
      if (url !== proxy.pacUrl || pac === undefined) return { state: "absent" };
      if (!hasRoute(world, office.resolvers[0])) {
        return { state: "unreadable", failure: "net-unreachable", code: "ENETUNREACH" };
      }
      if (Buffer.byteLength(pac) > limits.maxBytes) {
        return { state: "unreadable", failure: "too-large" };
      }
      clock.setPatience(scriptEngineMs);
      await clock.wait(1);
      return { state: "found", value: pac };
    },

    resolve: (server, name, { timeoutMs }) =>
      askResolver(world, clock, { server, name, timeoutMs }, countUnreachable),
    lookup: (name, { timeoutMs }) => lookUp(world, clock, name, timeoutMs, countUnreachable),
    connect: (address, port, limits) =>
      connect({ world, clock, now, random, countUnreachable }, address, port, limits),

    pc: pcFacts(world.pc.facts),
  };
}

interface Inside {
  world: World;
  clock: VirtualClock;
  now(): number;
  random(): number;
  countUnreachable(): void;
}

async function connect(
  inside: Inside,
  address: string,
  port: number,
  { timeoutMs, signal }: { timeoutMs: number; signal?: AbortSignal },
): Promise<ConnectOutcome> {
  const { world, clock, now, random, countUnreachable } = inside;
  if (signal?.aborted) return { ...abandoned, ms: 0 };
  const begun = clock.elapsed();
  const since = () => clock.elapsed() - begun;
  const peer = peerAt(world, address, port);
  const way = wayTo(world, address, random);
  const target = { address, port, listening: peer !== undefined, dead: isDead(world, address) };
  const arrival = request(world, way, target);
  const inTime = arrival !== undefined && arrival.afterMs < timeoutMs;
  if (!(await clock.wait(inTime ? arrival.afterMs : timeoutMs, signal))) {
    return { ...abandoned, ms: since() };
  }
  const ms = since();
  if (!inTime) return { ok: false, failure: "timeout", ms };
  if (!arrival.ok) {
    if (arrival.icmp) countUnreachable();
    return { ok: false, failure: arrival.failure, code: arrival.code, ms };
  }
  // Something listens, or the request would not have been accepted.
  return { ok: true, connection: openConnection({ world, clock, now, way }, peer!, ms), ms };
}

/** An office address that nobody has is as dead as a host that is off. */
function isDead(world: World, address: string): boolean {
  if (world.deadHosts.includes(address)) return true;
  if (sideOf(address) !== "office") return false;
  const known = [...Object.keys(world.proxies), ...Object.keys(world.services)];
  const lives = known.some((authority) => authority.startsWith(`${address}:`));
  return !lives && address !== office.pc && world.resolvers[address] === undefined;
}

function interfacesOf(world: World): NetworkInterface[] {
  const loopback = { name: "lo", address: "127.0.0.1", loopback: true };
  const wired = { name: office.interface, address: office.pc, loopback: false };
  return world.pc.online ? [loopback, wired] : [loopback];
}
