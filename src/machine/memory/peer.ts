import type { World, WorldAgent, WorldProxy, WorldService } from "../world.ts";
import { sideOf } from "./place.ts";

/** Who is at the other end of an open connection. */
export type Peer =
  | {
      kind: "service";
      service: WorldService;
      /** Whether a name filter stands between; a proxy's tunnel goes round it. */
      filtered: boolean;
      /** Whether large answers are lost on the way. */
      narrow: boolean;
    }
  | { kind: "proxy"; proxy: WorldProxy }
  | { kind: "agent"; agent: WorldAgent };

/** Who listens at an address and port, seen from the PC. */
export function peerAt(world: World, address: string, port: number): Peer | undefined {
  if (sideOf(address) === "loopback") {
    const agent = world.pc.agents.find((agent) => agent.port === port && agent.listening);
    return agent && { kind: "agent", agent };
  }
  const authority = `${address}:${port}`;
  const proxy = world.proxies[authority];
  if (proxy) return proxy.listening ? { kind: "proxy", proxy } : undefined;
  const service = world.services[authority];
  if (!service) return undefined;
  const narrow = world.firewall.mtuBlackholes.includes(address);
  return { kind: "service", service, filtered: true, narrow };
}

/** Whom a proxy reaches: it knows the true names and has a way out of its own. */
export function peerBehindProxy(world: World, host: string, port: number): Peer | undefined {
  const addresses = /^[\d.]+$/.test(host) ? [host] : (world.names[host.toLowerCase()] ?? []);
  for (const address of addresses) {
    const service = world.services[`${address}:${port}`];
    if (service && !world.deadHosts.includes(address)) {
      return { kind: "service", service, filtered: false, narrow: false };
    }
  }
  return undefined;
}

/** Whether whatever is said first, if anything, is answered by a reset. */
export function isCut({ behaviour }: WorldService): boolean {
  return behaviour === "reset" || behaviour === "accept-then-reset";
}

/** What a filter between does when it sees this name in a ClientHello. */
export function nameFilter(world: World, peer: Peer, servername: string) {
  if (peer.kind !== "service" || !peer.filtered || servername === "") return undefined;
  const asked = servername.toLowerCase();
  return world.firewall.sni.find(({ name }) => name.toLowerCase() === asked)?.action;
}
