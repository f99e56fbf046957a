import type { FactOf, Given, OwnProbeId } from "../evidence/facts.ts";
import type { Machine } from "../machine/machine.ts";
import type { Pace } from "./pace.ts";

/** What a probe is handed. It never logs, asks or judges; the runner owns everything around it. */
export interface Hands {
  machine: Machine;
  /** How long to wait, learnt from what has answered so far. */
  pace: Pace;
  /** Fires when the whole run's budget is spent. */
  signal: AbortSignal;
}

/** Code that gathers one fact: who it is first, what it does last. */
export interface Probe<P extends OwnProbeId = OwnProbeId> {
  id: P;
  /** Whether nothing else may be on the wire meanwhile. */
  alone?: true;
  gather(hands: Hands, given: Given<P>): Promise<FactOf<P>>;
}

/** A registry entry for every probe id there is. */
export type Probes = { [P in OwnProbeId]: Probe<P> };
