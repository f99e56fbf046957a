import type { AddressSet } from "./address.ts";
import type { Ranges } from "./ranges.ts";

/** One rule to write: flows merged so that it permits exactly them and nothing else. */
export interface Opening {
  /** ASCII letters, digits, `-` and `_`, at most 31 characters, unique in its request. */
  name: string;
  /** Who opens the connection: the user's networks (outbound) or the service (inbound). */
  direction: "outbound" | "inbound";
  /** Where the first packet comes from: the user's networks; of an inbound opening, the service. */
  sources: AddressSet;
  /** Where it goes. The service's side holds addresses only, or exact names, or wildcards. */
  destinations: AddressSet;
  transport: "tcp" | "udp";
  ports: Ranges<number>;
  /** The guide's rows it stands for: endpoint ids, in order. */
  endpoints: readonly string[];
  hosts: readonly string[];
  /** In one line of ASCII without quotes: guide, edition, rows, shortened where they are many. */
  comment: string;
}

/** What a writer gets. */
export interface OpeningRequest {
  guide: { id: string; edition: string };
  openings: readonly Opening[];
  /**
   * Interfaces or zones on the users' side and on the service's side, where the user named them, of
   * letters, digits and `_.:/+*-`.
   */
  input: string | undefined;
  output: string | undefined;
}
