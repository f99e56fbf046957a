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
  /** Where in an existing configuration the rules belong; absent where they stand on their own. */
  places?: readonly Placement[];
}

/**
 * Where rules go that a configuration lacks, as far as its file tells. Every word is checked by who
 * makes it (src/firewall/verify/place.ts): it has no character that ends a line, a word or a quote.
 */
export interface Placement {
  /** Chain, access list or table, as its reader calls it. */
  chain: string;
  /** Packets of which side of a connection are judged there; for lists that know no connections. */
  side: "there" | "back";
  /** The device's words for the part of it that holds the rules: table, zones, rulebase, vdom. */
  within?: string;
  /** Behind every rule: only a default denies. */
  last?: true;
  /** Name, number or handle of the rule that they must precede; absent where it has none. */
  before?: string;
  /** Rules of the chain that stand above that place; absent where they cannot be counted. */
  above?: number;
  /** The number of the rule above that place, 0 where there is none; absent without numbers. */
  after?: number;
  /** From here on no rule has this number. */
  unused?: number;
}
