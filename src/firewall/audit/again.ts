import type { Policy } from "../policy.ts";
import { interfaceMatch } from "../prove/packet.ts";
import type { View } from "./flatten.ts";
import { type Findings, fates, type Ground } from "./reach.ts";

/** A search that others may go on from. */
export interface Seen {
  view: View;
  ground: Ground;
  findings: Findings;
}

/** Of searches done before, one of the same packets: what was written out for it serves again. */
export function seenAs(policy: Policy, seen: readonly Seen[], view: View): Seen | undefined {
  return seen.find((one) => isSame(policy, one.view, view));
}

function isSame({ interfaces, stages }: Policy, a: View, b: View): boolean {
  if (a.space.family !== b.space.family || a.phase !== b.phase) return false;
  const sides = ["input", "output"] as const;
  return (
    [a, b].every(isAboutAll) &&
    sides.every((side) =>
      [...interfaces, ...stages.map((stage) => stage[side])].every(
        (wanted) =>
          interfaceMatch(wanted, a.crossing[side]) === interfaceMatch(wanted, b.crossing[side]),
      ),
    )
  );
}

function isAboutAll({ space, within }: View): boolean {
  const [source] = within;
  return source?.length === 2 && source[0] === 0 && source[1] === space.last;
}

/**
 * Whether it is proved of an entry that no packet comes to it, spared or not: then what hides it are
 * entries alone.
 */
export function isSettled({ ground, findings }: Seen, entry: number): boolean {
  const { length, plain } = ground.program;
  if (!plain || findings.fate[entry] !== fates.hidden) return false;
  const single = findings.hider[entry]!;
  const last = single >= 0 ? single : findings.hiders.get(entry)?.at(-1);
  return last !== undefined && last < length;
}
