import type { AddressSet } from "./address.ts";
import type { Ranges } from "./ranges.ts";

/** One rule to write: flows merged so that it permits exactly them and nothing else. */
export interface Opening {
  /** ASCII letters, digits, `-` and `_`, at most 31 characters, unique in its request. */
  name: string;
  sources: AddressSet;
  /** Addresses only, or names only. */
  destinations: AddressSet;
  transport: "tcp" | "udp";
  ports: Ranges<number>;
  /** The guide's rows it stands for: endpoint ids, in order. */
  endpoints: readonly string[];
  hosts: readonly string[];
  /** In one line of ASCII: guide, edition, row, hosts. */
  comment: string;
}

/** What a writer gets. */
export interface OpeningRequest {
  guide: { id: string; edition: string };
  openings: readonly Opening[];
  /** Interfaces or zones between which the packets cross, where the user named them. */
  input: string | undefined;
  output: string | undefined;
}
