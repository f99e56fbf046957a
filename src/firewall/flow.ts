import type { Guide } from "../guide/guide.ts";
import type { Text } from "../guide/schema/common.ts";
import { type AddressSet, parseAddresses } from "./address.ts";
import type { Ranges } from "./ranges.ts";

/** One required opening: what must be able to reach what. */
export interface Flow {
  /** The guide's row: id of the endpoint. */
  endpoint: string;
  group: string;
  host: string;
  /** As the guide writes it: an address, a CIDR; undefined where the guide knows the name only. */
  address: string | undefined;
  /** Where it leads: the address, or the name where no address is known. */
  destination: AddressSet;
  /** `443`, `8000-8010`. */
  port: string;
  ports: Ranges<number>;
  /** What is spoken: http, https, ldap, tcp, udp. */
  protocol: string;
  transport: "tcp" | "udp";
  direction: "outbound" | "inbound";
  required: boolean;
  purpose: Text;
}

export const transports = { tcp: 6, udp: 17 } as const;

/** Every opening of a guide in its own order, a row for each host, address and port. */
export function flowsOf(guide: Pick<Guide, "endpoints">): Flow[] {
  return guide.endpoints.flatMap((endpoint) => {
    const { id, group, host, required, purpose } = endpoint;
    const addresses = endpoint.addresses.length > 0 ? endpoint.addresses : [undefined];
    return addresses.flatMap((address) =>
      endpoint.ports.map(
        ({ port, to, protocol }): Flow => ({
          endpoint: id,
          group,
          host,
          address,
          destination: destinationOf(host, address),
          port: to === undefined ? String(port) : `${port}-${to}`,
          ports: [port, to ?? port],
          protocol,
          transport: protocol === "udp" ? "udp" : "tcp",
          direction: endpoint.direction ?? "outbound",
          required,
          purpose,
        }),
      ),
    );
  });
}

function destinationOf(host: string, address: string | undefined): AddressSet {
  const found = address === undefined ? undefined : parseAddresses(address);
  return found ?? { v4: [], v6: [], names: [host] };
}
