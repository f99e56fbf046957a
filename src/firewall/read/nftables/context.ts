import type { Element, Table } from "./syntax.ts";

/** From where a chain is called: the same rule means different things in different hooks. */
export interface Hook {
  /** The kernel does not know yet by which interface the packet comes in, or leaves. */
  noInput: boolean;
  noOutput: boolean;
  /** Before connections are looked up. */
  early: boolean;
}

export interface Context extends Hook {
  table: Table;
  /** Some rule keeps packets out of connection tracking: states cannot be told. */
  notrack: boolean;
  /** The day by which times are judged. */
  today: string | undefined;
  /** What sets mean under a key, computed once. */
  known: WeakMap<readonly Element[], Map<string, readonly object[]>>;
}
