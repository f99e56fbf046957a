import type { World, WorldService } from "../../src/machine/world.ts";

/** One host with every kind of port, so that a test says only what it changes. */
export const host = "pay.example.kr";
export const address = "203.0.113.10";
export const deadAddress = "203.0.113.99";

export function service(change: Partial<WorldService> = {}): WorldService {
  const healthy = { certificate: "valid", tls: "1.2+", behaviour: "normal" } as const;
  return { protocol: "https", hosts: [host], ...healthy, ...change };
}

export function plainWorld(): World {
  return {
    pc: {
      online: true,
      defaultRoute: true,
      resolvers: ["10.10.2.53", "10.10.2.54"],
      hosts: [],
      proxy: { bypass: [] },
      agents: [],
      trustsInspectionCa: false,
    },
    link: { delayMs: 0, jitterMs: 0, loss: 0 },
    names: { [host]: [address], "other.example.kr": ["203.0.113.20"] },
    resolvers: {
      "10.10.2.53": { listening: true, otherwise: { kind: "answer" }, names: {} },
      "10.10.2.54": { listening: true, otherwise: { kind: "answer" }, names: {} },
    },
    firewall: { policy: "accept", rules: [], mtuBlackholes: [], sni: [] },
    deadHosts: [deadAddress],
    services: {
      [`${address}:443`]: service(),
      [`${address}:80`]: service({ protocol: "http" }),
      [`${address}:389`]: service({ protocol: "ldap" }),
      [`${address}:5310`]: service({ protocol: "tcp" }),
    },
    proxies: {},
    serverClockOffsetMs: 0,
  };
}
