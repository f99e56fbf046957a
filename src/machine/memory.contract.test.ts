import type { ContractSetup, Stage } from "./contract/setup.ts";
import { machineContract } from "./machine.contract.ts";
import { memoryMachine } from "./memory.ts";
import type { World } from "./world.ts";

/** The contract's setup as a world: every service has an address of its own. */
async function memoryStage(setup: ContractSetup): Promise<Stage> {
  const names = [...Object.keys(setup.services), ...Object.keys(setup.proxies), "closed"];
  const at = (name: string) => ({ address: `203.0.113.${names.indexOf(name) + 1}`, port: 443 });
  const key = (name: string) => `${at(name).address}:${at(name).port}`;
  const resolvers = Object.keys(setup.resolvers);
  const resolver = (name: string) => `10.10.2.${resolvers.indexOf(name) + 53}`;
  const world: World = {
    pc: {
      online: true,
      defaultRoute: true,
      resolvers: [resolver("resolver")],
      hosts: [],
      proxy: { bypass: [] },
      agents: [],
      trustsInspectionCa: true,
    },
    link: { delayMs: 0, jitterMs: 0, loss: 0 },
    names: setup.names,
    resolvers: byKey(setup.resolvers, resolver),
    firewall: { policy: "accept", rules: [], mtuBlackholes: [], sni: [] },
    deadHosts: [],
    services: byKey(setup.services, key),
    proxies: byKey(setup.proxies, key),
    serverClockOffsetMs: 0,
  };
  return { machine: memoryMachine(world), at, resolver, close: async () => {} };
}

function byKey<T>(record: Record<string, T>, key: (name: string) => string): Record<string, T> {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [key(name), value]));
}

machineContract("memory", memoryStage);
