import fc from "fast-check";
import type { AddressSet } from "../../address.ts";
import type { Ranges } from "../../ranges.ts";
import type { Required } from "../required.ts";

/** For tests: a few things that somebody asked for, all of them TCP. */
export const requirementsOf = (
  addresses: fc.Arbitrary<AddressSet>,
  ports: fc.Arbitrary<Ranges<number>>,
) =>
  fc.array(
    fc.tuple(addresses, addresses, ports).map(
      ([sources, destinations, destinationPorts]): Required => ({
        sources,
        sourcePorts: [0, 65_535],
        destinations,
        destinationPorts,
        protocol: 6,
      }),
    ),
    { maxLength: 3 },
  );
