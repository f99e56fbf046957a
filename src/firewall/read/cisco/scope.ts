import type { AddressSet } from "../../address.ts";
import type { Unknown } from "../../policy.ts";
import type { Ranges } from "../../ranges.ts";
import { type Algebra, algebra, type Members, type Services } from "../members.ts";
import { type Budget, newBudget } from "./budget.ts";
import { type Definitions, newDefinitions } from "./definitions.ts";

/** What an entry is read in: the vendor's habits and what the file defines. */
export interface Scope {
  /** ASA writes the mask of a network, IOS what may vary. */
  masks: "netmask" | "wildcard";
  /** What `any` is: an old ASA means IPv4 only. */
  any: AddressSet;
  definitions: Definitions;
  /** Addresses that the file gives a name. */
  names: Map<string, string>;
  /** An interface's own address. */
  interfaces: Map<string, AddressSet>;
  /** Sets of several ranges, so that one that is written often is held once. */
  sets: Map<string, Members>;
  /** The same for ports and for services. */
  ports: Map<string, Ranges<number>>;
  services: Map<string, Services>;
  portGroups: Map<string, PortGroup>;
  protocols: Map<string, Protocol>;
  /** Time ranges by name, and whether they have surely ended. */
  ended: Map<string, boolean>;
  /** The day by which that is judged. */
  today: string | undefined;
  algebra: Algebra;
  budget: Budget;
}

export interface PortGroup {
  ports: Ranges<number>;
  unknown: Unknown | undefined;
}

/** A protocol, or several, and what may be said of them behind an address. */
export interface Protocol {
  services: Services;
  hasPorts: boolean;
  /** Which ICMP it is. */
  icmp: number | undefined;
}

export function newScope(masks: Scope["masks"], any: AddressSet, today: string | undefined): Scope {
  return {
    masks,
    any,
    definitions: newDefinitions(),
    names: new Map(),
    interfaces: new Map(),
    sets: new Map(),
    ports: new Map(),
    services: new Map(),
    portGroups: new Map(),
    protocols: new Map(),
    ended: new Map(),
    today,
    algebra: algebra(),
    budget: newBudget(),
  };
}
