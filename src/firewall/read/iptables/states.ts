import { everyPhase, type Phase, phases } from "../../table.ts";

/** In which packets of a connection a condition holds: surely, or as far as can be told. */
export interface PhaseMatch {
  sure: number;
  possible: number;
}

const later = phases.reply | phases.data | phases.replyData;
const directions = {
  ORIGINAL: phases.open | phases.data,
  REPLY: phases.reply | phases.replyData,
} as const;

/**
 * What conntrack says of our packets. They are whole and in order, so never INVALID, and `open` is
 * NEW by definition, so never RELATED.
 */
const tracked: Readonly<Record<string, number>> = {
  NEW: phases.open,
  ESTABLISHED: later,
  RELATED: 0,
  INVALID: 0,
  UNTRACKED: 0,
  SNAT: 0,
  DNAT: 0,
};

/**
 * `NEW,ESTABLISHED`. SNAT and DNAT hold perhaps: whether an address was rewritten is not seen here.
 * With `untracked` the raw table takes some packets out of tracking, which then have no other
 * state. Undefined where a state is not understood.
 */
export function stateMatch(list: string, untracked: boolean): PhaseMatch | undefined {
  const states = list.split(",").map((state) => state.toUpperCase());
  if (!states.every((state) => Object.hasOwn(tracked, state))) return undefined;
  const own = states.reduce((sum, state) => sum | tracked[state]!, 0);
  const rewritten = states.includes("SNAT") || states.includes("DNAT");
  const possible = rewritten ? everyPhase : own;
  if (!untracked) return { sure: own, possible };
  return states.includes("UNTRACKED") ? { sure: own, possible: everyPhase } : { sure: 0, possible };
}

export function directionMatch(direction: string, untracked: boolean): PhaseMatch | undefined {
  const name = direction.toUpperCase();
  if (name !== "ORIGINAL" && name !== "REPLY") return undefined;
  return { sure: untracked ? 0 : directions[name], possible: directions[name] };
}

export function opposite({ sure, possible }: PhaseMatch): PhaseMatch {
  return { sure: everyPhase & ~possible, possible: everyPhase & ~sure };
}

const flags: Readonly<Record<string, number>> = {
  FIN: 1,
  SYN: 2,
  RST: 4,
  PSH: 8,
  ACK: 16,
  URG: 32,
  ALL: 63,
  NONE: 0,
};

const carried: Readonly<Record<Phase, number>> = {
  open: 2,
  reply: 2 | 16,
  data: 16,
  replyData: 16,
};

/** The phases whose packets, looked at through `mask`, carry exactly the flags of `set`. */
export function flagPhases(mask: string, set: string): number | undefined {
  const [looked, wanted] = [flagBits(mask), flagBits(set)];
  if (looked === undefined || wanted === undefined) return undefined;
  return (Object.keys(phases) as Phase[])
    .filter((phase) => (carried[phase] & looked) === wanted)
    .reduce((sum, phase) => sum | phases[phase], 0);
}

function flagBits(list: string): number | undefined {
  const names = list.split(",").map((name) => name.toUpperCase());
  if (!names.every((name) => Object.hasOwn(flags, name))) return undefined;
  return names.reduce((sum, name) => sum | flags[name]!, 0);
}
