import { type AddressSet, anyAddress } from "../address.ts";
import { type Excess, excessOf } from "../audit/excess.ts";
import { requiredOf } from "../audit/required.ts";
import { type Shadowed, shadowedOf } from "../audit/shadowed.ts";
import type { Policy } from "../policy.ts";
import { candidatesOf } from "../prove/candidates.ts";
import type { Crossing } from "../prove/crossing.ts";
import type { FlowProof } from "../prove/prove.ts";
import { questionOf } from "../prove/question.ts";
import { crossingOf } from "./crossing.ts";
import { tellAnyPacket, tellOpen } from "./open.ts";
import type { AuditCounts, ToldExcess, ToldShadow } from "./verification.ts";

/**
 * How much is looked at beyond the flows themselves: nothing; what the flows' own sources can reach
 * and the lines that touch the flows; or every line and every source.
 */
export const auditScopes = ["none", "sources", "whole"] as const;
export type AuditScope = (typeof auditScopes)[number];

/** What is open beyond the flows, and lines that do nothing. */
export interface Audit {
  scope: AuditScope;
  excess: readonly Excess[];
  shadowed: readonly Shadowed[];
  counts: AuditCounts;
}

export function auditOf(
  policy: Policy,
  proofs: readonly FlowProof[],
  sources: AddressSet,
  given: Crossing,
  scope: AuditScope,
): Audit {
  if (scope === "none") return { scope, excess: [], shadowed: [], counts: noCounts };
  const crossing = crossingOf(proofs, given);
  const flows = proofs.map(({ flow }) => flow);
  const from = scope === "whole" ? anyAddress : sources;
  const excess = excessOf(policy, requiredOf(flows, sources), from, { crossing });
  const touching = scope === "whole" ? undefined : rowsTouching(policy, proofs, sources);
  const hidden = shadowedOf(policy, {
    ...(touching && { only: (row: number) => touching.has(row) }),
    seen: excess.seen,
    redundant: policy.table.length <= mostRedundant,
  });
  const { excessive, tight } = excess;
  const { shadowed, redundant } = hidden;
  return {
    scope,
    excess: excess.told,
    shadowed: hidden.told,
    counts: {
      excessive,
      tight,
      shadowed,
      redundant,
      undecided: excess.undecided + hidden.undecided,
      complete: excess.whole && hidden.whole,
    },
  };
}

const noCounts: AuditCounts = {
  excessive: 0,
  tight: 0,
  shadowed: 0,
  redundant: 0,
  undecided: 0,
  complete: false,
};

/** Rows of a policy up to which redundant lines are looked for: each costs a pass over all. */
const mostRedundant = 20_000;

function rowsTouching(
  policy: Policy,
  proofs: readonly FlowProof[],
  sources: AddressSet,
): Set<number> {
  const questions = proofs.flatMap(({ flow }) => questionOf(flow, sources) ?? []);
  return new Set(candidatesOf(policy, questions, "there").flatMap((rows) => [...rows]));
}

export function tellExcess(entry: Excess, lines: ReadonlyMap<number, string>): ToldExcess {
  const { line, certainty, size, open, packet } = entry;
  return {
    line,
    text: lines.get(line) ?? "",
    size: String(size),
    open: open.map(tellOpen),
    certainty,
    ...(packet && { counterexample: tellAnyPacket(packet) }),
  };
}

export function tellShadow(
  { line, kind, by }: Shadowed,
  lines: ReadonlyMap<number, string>,
): ToldShadow {
  const text = (number: number) => lines.get(number) ?? "";
  return {
    line,
    text: text(line),
    kind,
    by: by.map((number) => ({ line: number, text: text(number) })),
  };
}
