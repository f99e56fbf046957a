import type { AddressSet } from "../address.ts";
import { type Flow, transports } from "../flow.ts";
import type { Ranges } from "../ranges.ts";
import type { Fields, Space } from "./space.ts";

/** Packets that may pass because they are needed. */
export interface Required {
  sources: AddressSet;
  sourcePorts: Ranges<number>;
  destinations: AddressSet;
  destinationPorts: Ranges<number>;
  protocol: number;
}

const everyPort: Ranges<number> = [0, 65_535];

/** The first packets of flows between the users' networks and the service. */
export function requiredOf(flows: readonly Flow[], users: AddressSet): Required[] {
  return flows.map(({ destination, direction, ports, transport }) => ({
    sources: direction === "outbound" ? users : destination,
    sourcePorts: everyPort,
    destinations: direction === "outbound" ? destination : users,
    destinationPorts: ports,
    protocol: transports[transport],
  }));
}

export function fieldsOf(space: Space, required: Required): Fields {
  return [
    space.numbersOf(required.sources),
    required.sourcePorts,
    space.numbersOf(required.destinations),
    required.destinationPorts,
    [required.protocol, required.protocol],
  ];
}
