import type { World, WorldService } from "../world.ts";

export const far = "203.0.113.10";
function service(protocol: WorldService["protocol"]): WorldService {
  const hosts = ["pay.example"];
  return { protocol, certificate: "valid", hosts, tls: "1.2+", behaviour: "normal" };
}

/** A small world for tests: one host, its openings, and what a test changes in them. */
export function sampleWorld(change: (world: World) => void = () => {}): World {
  const world: World = {
    pc: {
      online: true,
      defaultRoute: true,
      resolvers: ["10.10.2.53", "10.10.2.54"],
      hosts: [],
      proxy: { bypass: [] },
      agents: [{ id: "agent", port: 14440, listening: true, certificate: "own", answer: "TOKEN" }],
      trustsInspectionCa: false,
    },
    link: { delayMs: 20, jitterMs: 0, loss: 0 },
    names: { "pay.example": [far] },
    resolvers: {
      "10.10.2.53": { listening: true, otherwise: { kind: "answer" }, names: {} },
      "10.10.2.54": { listening: true, otherwise: { kind: "answer" }, names: {} },
    },
    firewall: { policy: "accept", rules: [], mtuBlackholes: [], sni: [] },
    deadHosts: [],
    services: {
      [`${far}:80`]: service("http"),
      [`${far}:443`]: service("https"),
      [`${far}:389`]: service("ldap"),
      [`${far}:5310`]: service("tcp"),
    },
    proxies: {},
    serverClockOffsetMs: 0,
  };
  change(world);
  return world;
}

export function serviceAt(world: World, port: number): WorldService {
  const found = world.services[`${far}:${port}`];
  if (!found) throw new Error(`the sample world has nothing on port ${port}`);
  return found;
}
