import type { AddressSet } from "../address.ts";
import {
  destinationOf,
  destinationPortsOf,
  type InterfaceMatch,
  isAny,
  type Policy,
  type Stage,
  sourceOf,
  sourcePortsOf,
} from "../policy.ts";
import { includes } from "../ranges.ts";
import { actions, anyProtocol, everyPhase, type Phase, phases } from "../table.ts";

/** One packet, as it crosses the firewall. */
export interface Packet {
  source: number | bigint;
  sourcePort: number;
  /** A name where no address is known. */
  destination: number | bigint | string;
  /** For ICMP `type * 256 + code`. */
  destinationPort: number;
  protocol: number;
  phase: Phase;
  /** Interfaces or zones; undefined where they are not known. */
  input: string | undefined;
  output: string | undefined;
}

/** What may happen to a packet, and what decides: a row, or the default of a stage. */
export interface Outcome {
  verdict: "permit" | "deny" | "unclear";
  /** -1 where no rule decided. */
  row: number;
  stage: number;
}

/** Yes, no, cannot tell. */
export type Match = "yes" | "no" | "perhaps";

const deepest = 64;

/**
 * Everything that may happen to one packet, rule after rule as the firewall goes. One outcome is
 * certainty; several are what the file alone cannot tell apart. Where no stage asks, the packet passes. The slow, plain way: the proof over
 * whole sets is held against it.
 */
export function outcomesOf(policy: Policy, packet: Packet): Outcome[] {
  let passed: Outcome[] = [];
  let doubtful: Outcome[] = [];
  for (const [number, stage] of policy.stages.entries()) {
    const met = stageMatch(stage, packet.phase, packet);
    if (met === "no") continue;
    const found = stageOutcomes(policy, number, packet);
    if (found.every(({ verdict }) => verdict === "deny") && met === "yes") {
      // What an earlier stage has perhaps rewritten is another packet to this one.
      return [...found, ...doubtful.filter(({ verdict }) => verdict === "unclear")];
    }
    const stopping = found.filter(({ verdict }) => verdict !== "permit");
    doubtful = [...doubtful, ...stopping];
    passed = found.filter(({ verdict }) => verdict === "permit");
    if (met === "perhaps" && passed.length === 0)
      passed = [{ verdict: "permit", row: -1, stage: number }];
    if (passed.length === 0) break;
  }
  const all = [...passed, ...doubtful];
  return all.length > 0 ? all : [{ verdict: "permit", row: -1, stage: -1 }];
}

/** Whether packets of a phase that cross here are asked by a stage. */
export function stageMatch(
  stage: Stage,
  phase: Phase,
  { input, output }: Pick<Packet, "input" | "output">,
): Match {
  if (((stage.phases ?? everyPhase) & phases[phase]) === 0) return "no";
  return both(interfaceMatch(stage.input, input), interfaceMatch(stage.output, output));
}

function stageOutcomes(policy: Policy, number: number, packet: Packet): Outcome[] {
  const stage = policy.stages[number]!;
  const found = new Map<number, Outcome>();
  const ends = walk(stage.chain, 0);
  if (ends) found.set(-1, { verdict: stage.otherwise, row: -1, stage: number });
  return [...found.values()];

  /** Whether the packet may come to the end of the chain undecided. */
  function walk(chain: number, depth: number): boolean {
    if (depth > deepest) return true;
    let back = false;
    for (const row of policy.chains[chain]!.rows) {
      const match = matches(policy, row, packet);
      if (match === "no") continue;
      const action = policy.table.action[row]!;
      let through = true;
      if (action === actions.jump) through = walk(policy.table.target[row]!, depth + 1);
      else if (action === actions.goto || action === actions.return) {
        const returns = action === actions.return || walk(policy.table.target[row]!, depth + 1);
        back ||= returns;
        through = false;
      } else {
        const verdict =
          action === actions.permit ? "permit" : action === actions.deny ? "deny" : "unclear";
        found.set(row, { verdict, row, stage: number });
        through = false;
      }
      if (!through && match === "yes") return back;
    }
    return true;
  }
}

export function matches(policy: Policy, row: number, packet: Packet): Match {
  const { table } = policy;
  if ((table.phases[row]! & phases[packet.phase]) === 0) return "no";
  const protocol = table.protocol[row]!;
  if (protocol !== anyProtocol && protocol !== packet.protocol) return "no";
  if (!includes(sourcePortsOf(policy, row), packet.sourcePort)) return "no";
  if (!includes(destinationPortsOf(policy, row), packet.destinationPort)) return "no";
  const unknown = policy.unknowns[table.unknown[row]!]!;
  const found = both(
    both(
      addressMatch(sourceOf(policy, row), packet.source),
      addressMatch(destinationOf(policy, row), packet.destination),
    ),
    both(
      interfaceMatch(policy.interfaces[table.input[row]!], packet.input),
      interfaceMatch(policy.interfaces[table.output[row]!], packet.output),
    ),
  );
  const named = unknown.code === "fqdn" && typeof packet.destination === "string";
  return found === "yes" && table.unknown[row] !== 0 && !named ? "perhaps" : found;
}

/** A name is in a set for certain only where the set names it, or holds everything. */
export function addressMatch(set: AddressSet, address: number | bigint | string): Match {
  if (typeof address === "number") return includes(set.v4, address) ? "yes" : "no";
  if (typeof address === "bigint") return includes(set.v6, address) ? "yes" : "no";
  if (set.names.includes(address)) return "yes";
  return isAny(set) && set.names.length === 0 ? "yes" : "perhaps";
}

export function interfaceMatch(
  wanted: InterfaceMatch | undefined,
  name: string | undefined,
): Match {
  if (!wanted || (wanted.names.length === 0 && wanted.negated)) return "yes";
  if (name === undefined) return "perhaps";
  const named = wanted.names.some((each) =>
    each.endsWith("*") ? name.startsWith(each.slice(0, -1)) : each === name,
  );
  return named !== wanted.negated ? "yes" : "no";
}

/** What two conditions make together. */
export function both(a: Match, b: Match): Match {
  if (a === "no" || b === "no") return "no";
  return a === "yes" && b === "yes" ? "yes" : "perhaps";
}
