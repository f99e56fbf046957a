import type { InterfaceMatch, Unknown, UnknownCode } from "../../policy.ts";
import { covers } from "../../ranges.ts";
import { everyPhase } from "../../table.ts";
import { anyBox, type Box, intersected, subtracted } from "./boxes.ts";
import type { PhaseMatch } from "./states.ts";

export interface Target {
  name: string;
  goto: boolean;
  /** The words behind it, without those that are conditions. */
  options: string[];
}

/** A rule while its words are read: conditions so far, all of which must hold. */
export interface Draft {
  boxes: readonly Box[];
  input: InterfaceMatch | undefined;
  output: InterfaceMatch | undefined;
  phases: PhaseMatch;
  /** The states for which it is not sure in which packets they hold. */
  phaseDoubt: string | undefined;
  /** The first reason why it matches only perhaps. */
  unknown: Unknown | undefined;
  /** Names instead of addresses, resolved when the rules are loaded. */
  sourceNames: readonly string[];
  destinationNames: readonly string[];
  /** What was asked that only these protocols have: it must be said that the packet has one. */
  needs: { protocols: readonly number[]; what: string }[];
  /** It is for the other family, or for fragments: it matches none of our packets. */
  never: boolean;
  target: Target | undefined;
}

export function emptyDraft(): Draft {
  return {
    boxes: [anyBox],
    input: undefined,
    output: undefined,
    phases: { sure: everyPhase, possible: everyPhase },
    phaseDoubt: undefined,
    unknown: undefined,
    sourceNames: [],
    destinationNames: [],
    needs: [],
    never: false,
    target: undefined,
  };
}

export function doubt(draft: Draft, code: UnknownCode, what: string): void {
  draft.unknown ??= { code, what };
}

/** One more condition: the packet is in one of the boxes, or with `negated` in none. */
export function narrow(draft: Draft, boxes: readonly Box[], negated: boolean, what: string): void {
  const left = negated ? subtracted(draft.boxes, boxes) : intersected(draft.boxes, boxes);
  if (left) draft.boxes = left;
  else doubt(draft, "match", what);
}

export function narrowPhases(draft: Draft, { sure, possible }: PhaseMatch): void {
  draft.phases = {
    sure: draft.phases.sure & sure,
    possible: draft.phases.possible & possible,
  };
}

/** A condition on ports needs a protocol that has them; without one nobody can tell what it does. */
export function checkNeeds(draft: Draft): void {
  for (const { protocols, what } of draft.needs) {
    const ranges = protocols.flatMap((protocol) => [protocol, protocol]);
    if (!draft.boxes.every((box) => covers(ranges, box.protocols))) doubt(draft, "value", what);
  }
}
