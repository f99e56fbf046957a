import type { Machine, NetworkInterface } from "./machine.ts";
import { attempt } from "./memory/attempt.ts";
import { createClock } from "./memory/clock.ts";
import { pcFacts } from "./memory/facts.ts";
import { askResolver, lookUp } from "./memory/names.ts";
import { hasRoute, office } from "./memory/place.ts";
import { seededRandom } from "./memory/random.ts";
import { createRouter } from "./memory/router.ts";
import { noSystem } from "./no-system.ts";
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

/**
 * The machine made of plain data: what a PC in this world would observe, on a clock of its own, so
 * that waiting costs nothing. The world must not change meanwhile.
 */
export function memoryMachine(world: World, options: MemoryOptions = {}): Machine {
  const { startAt = defaultStart, seed = 1 } = options;
  const clock = createClock();
  const random = seededRandom(seed);
  const router = createRouter(clock);
  /** A closed resolver speaks for itself, and is asked too seldom to be rationed. */
  let closedPorts = 0;
  const countClosed = () => {
    closedPorts += 1;
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
    icmpUnreachables: async () => ({ state: "found", value: router.messages() + closedPorts }),

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
      askResolver(world, clock, { server, name, timeoutMs }, countClosed),
    lookup: (name, { timeoutMs }) => lookUp(world, clock, name, timeoutMs, countClosed),
    connect: (address, port, limits) =>
      attempt({ world, clock, now, random, router }, address, port, limits),

    pc: pcFacts(world.pc.facts),
    system: noSystem,
  };
}

function interfacesOf(world: World): NetworkInterface[] {
  const loopback = { name: "lo", address: "127.0.0.1", loopback: true };
  const wired = { name: office.interface, address: office.pc, loopback: false };
  return world.pc.online ? [loopback, wired] : [loopback];
}
