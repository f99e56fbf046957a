import type { AddressSet, Family } from "../address.ts";
import { type Flow, transports } from "../flow.ts";
import type { Bound, Ranges } from "../ranges.ts";

/**
 * What the proof is asked of one flow: may every client address and port reach every server address
 * and port? Addresses are of one family; a server of which only a name is known is that name.
 */
export interface Question {
  family: Family;
  protocol: number;
  clients: Ranges<Bound>;
  clientPorts: Ranges<number>;
  /** Empty where only `name` is known. */
  servers: Ranges<Bound>;
  serverPorts: Ranges<number>;
  name: string | undefined;
}

/** A client's own port is never a well-known one (RFC 6056; Windows and Linux use fewer still). */
export const clientPorts: Ranges<number> = [1024, 65_535];

/** Undefined where no source address is of the flow's family: then there is nothing to prove. */
export function questionOf(flow: Flow, sources: AddressSet): Question | undefined {
  const { destination, transport, ports } = flow;
  const names = destination.names[0];
  const family: Family =
    destination.v6.length > 0 || (names !== undefined && sources.v4.length === 0) ? "ipv6" : "ipv4";
  const [near, far]: Ranges<Bound>[] =
    family === "ipv4" ? [sources.v4, destination.v4] : [sources.v6, destination.v6];
  if (near!.length === 0) return undefined;
  const inbound = flow.direction === "inbound";
  return {
    family,
    protocol: transports[transport],
    clients: inbound ? far! : near!,
    clientPorts,
    servers: inbound ? near! : far!,
    serverPorts: ports,
    name: names,
  };
}
