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

/** One host of a firewall table: every address × port is one row, one flow, one check. */
export const Endpoint = z.strictObject({
  id: Id,
  group: Id,
  host: z.string().min(1),
  addresses: z.array(z.string().min(1)).min(1),
  ports: z
    .array(z.strictObject({ port: Port, protocol: Protocol, label: z.string().optional() }))
    .min(1),
  purpose: Text,
  required: z.boolean(),
  ...provenance,
});
export type Endpoint = z.infer<typeof Endpoint>;

export const EndpointsFile = z.strictObject({
  groups: z.array(EndpointGroup),
  endpoints: z.array(Endpoint),
});
