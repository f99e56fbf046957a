import { z } from "zod";
import { Id, Port, provenance, Text } from "./common.ts";

/** What a server on the port speaks, and so how the row is proved. */
export const Protocol = z.enum(["http", "https", "ldap", "tcp"]);
export type Protocol = z.infer<typeof Protocol>;

export const EndpointGroup = z.strictObject({
  id: Id,
  title: Text,
  /** The program whose openings these are, as the printed tables are headed. */
  program: Id,
  ...provenance,
});

/**
 * One host of a firewall table: every address × port is one flow, and where both are single ones and
 * TCP, one row and one check.
 */
export const Endpoint = z.strictObject({
  id: Id,
  group: Id,
  /**
   * A name, or a pattern such as `*.example.kr` where every name below it is meant; `*` where only
   * blocks of addresses are documented.
   */
  host: z.string().min(1),
  /** Addresses and CIDR blocks. Empty where only the name is documented. */
  addresses: z.array(z.string().min(1)),
  ports: z
    .array(
      z.strictObject({
        port: Port,
        /** The last port of a range. */
        to: Port.optional(),
        protocol: z.enum([...Protocol.options, "udp"]),
        label: z.string().optional(),
      }),
    )
    .min(1),
  /** Who opens the connection: the PC (outbound, the usual) or the service. */
  direction: z.enum(["outbound", "inbound"]).optional(),
  purpose: Text,
  /** What whoever opens it should know, such as a reading of the source that is not certain. */
  note: Text.optional(),
  required: z.boolean(),
  ...provenance,
});
export type Endpoint = z.infer<typeof Endpoint>;

export const EndpointsFile = z.strictObject({
  groups: z.array(EndpointGroup),
  endpoints: z.array(Endpoint),
});
