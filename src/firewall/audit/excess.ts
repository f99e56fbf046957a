import type { AddressSet } from "../address.ts";
import type { Policy } from "../policy.ts";
import type { Crossing } from "../prove/crossing.ts";
import type { Packet } from "../prove/packet.ts";
import type { Seen } from "./again.ts";
import { flatten, type View } from "./flatten.ts";
import { largest } from "./largest.ts";
import { type Program, stageOfDefault, verdicts } from "./program.ts";
import { examine, type Findings, fates, groundOf } from "./reach.ts";
import { fieldsOf, type Required } from "./required.ts";
import { everything, spaceOf } from "./space.ts";
import type { ToldBox } from "./told.ts";
import type { Budget } from "./walk.ts";

/** Something that passes and is not needed. */
export interface Excess {
  /** The row that permits it; -1 where a default does. */
  row: number;
  /** Where it stands; 0 where it is the firewall's own default. */
  line: number;
  /** `perhaps`: whether it passes depends on what the file cannot tell. `undecided`: not found out. */
  certainty: "certain" | "perhaps" | "undecided";
  /** How many packets (all five fields counted), at least; of what is undecided at most. */
  size: bigint;
  /** Whether the size is exact. */
  exact: boolean;
  /** What is open, largest first, as far as told. */
  open: ToldBox[];
  /** A packet that passes and is not needed; absent only where it is undecided. */
  packet?: Packet;
}

export interface ExcessOptions {
  crossing: Crossing;
  /** How many are told; the others are counted. */
  most?: number;
  /** How much work there may be, in steps of some nanoseconds. */
  steps?: number;
}

export interface ExcessReport {
  /** Largest first. */
  told: Excess[];
  /** Rows and defaults that permit more than needed; that is proved of each. */
  excessive: number;
  /** Rows and defaults that permit nothing beyond need; that is proved of each. */
  tight: number;
  undecided: number;
  /** What was searched, and what came of it, for each family. */
  seen: Seen[];
  /** False where chains were too long to be written out: what is in them was not judged. */
  whole: boolean;
}

const defaultSteps = 400_000_000;
const mostTold = 20;

/** What a policy lets these sources open beyond what is required, the largest first. */
export function excessOf(
  policy: Policy,
  required: readonly Required[],
  sources: AddressSet,
  { crossing, most = mostTold, steps = defaultSteps }: ExcessOptions,
): ExcessReport {
  const { table, addressSets } = policy;
  const needed = required.flatMap((one) => [one.sources, one.destinations]);
  const budget: Budget = { steps };
  const worst = new Uint8Array(table.length + policy.stages.length + 1);
  const told: Excess[] = [];
  const seen: Seen[] = [];
  let whole = true;
  for (const family of policy.families) {
    const space = spaceOf(family, [...addressSets, sources, ...needed]);
    const within = everything(space).with(0, space.numbersOf(sources));
    if (within[0]!.length === 0) continue;
    const view: View = { space, crossing, phase: "open", within };
    const program = flatten(policy, view, { room: required.length });
    const spared = required.map((one) => fieldsOf(space, one));
    const ground = groundOf(program, spared);
    const isPermit = (entry: number) => program.verdict[entry] === verdicts.permit;
    const findings = examine(ground, "permitted", isPermit, budget);
    seen.push({ view, ground, findings });
    whole &&= program.whole;
    note(program, findings, table.length, worst);
    for (const one of largest(program, findings, crossing, most, budget)) {
      const line = one.row >= 0 ? table.line[one.row]! : lineOfDefault(policy, one.row);
      told.push({ ...one, row: Math.max(one.row, -1), line });
    }
  }
  const counts = [0, 0, 0, 0];
  for (const fate of worst) counts[fate]! += 1;
  return {
    told: told.sort(byWeight).slice(0, most),
    excessive: counts[fates.reached]!,
    tight: counts[fates.hidden]!,
    undecided: counts[fates.undecided]!,
    seen,
    whole,
  };
}

/** The worst that was found of each row; defaults follow behind the rows. */
function note(program: Program, { fate }: Findings, rows: number, worst: Uint8Array): void {
  for (let entry = 0; entry < program.length; entry += 1) {
    const row = program.row[entry]!;
    const at = row >= 0 ? row : rows - 1 - row;
    if (fate[entry]! > worst[at]!) worst[at] = fate[entry]!;
  }
}

function lineOfDefault({ stages }: Policy, row: number): number {
  return stages[stageOfDefault(row)]?.line ?? 0;
}

const ranks = { certain: 0, perhaps: 1, undecided: 2 } as const;

/** What is open for certain first, largest first: a doubt about much is still a doubt. */
function byWeight(a: Excess, b: Excess): number {
  const rank = ranks[a.certainty] - ranks[b.certainty];
  return rank !== 0 ? rank : a.size > b.size ? -1 : 1;
}
