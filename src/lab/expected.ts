import type { Verdict } from "../evidence/verdict.ts";
import type { Guide } from "../guide/guide.ts";
import type { World } from "../machine/world.ts";
import type { Aimed } from "./faults/apply.ts";
import { layers } from "./faults/fault.ts";

export interface ExpectedFinding {
  cause: string;
  /** Absent where only the cause is fixed. */
  subjects?: string[];
  /** Every row it would show itself in fails earlier on its way, for another cause. */
  hidden?: true;
}

/** What must come out of a world. Rows that are not named are ok. */
export interface Expected {
  rows: Record<string, Verdict>;
  findings: ExpectedFinding[];
}

/**
 * What several faults show together: on each row the one that comes first on the way decides, and
 * a fault without a row left is hidden.
 */
export function expectedOf(broken: World, guide: Guide, aimed: readonly Aimed[]): Expected {
  const inOrder = aimed.toSorted((a, b) => rank(a) - rank(b));
  const rows: Record<string, Verdict> = {};
  const findings: ExpectedFinding[] = [];
  for (const { fault, target } of inOrder) {
    const expectation = fault.expect(broken, guide, target);
    if (!expectation) continue;
    const { cause, subjects } = expectation;
    if (fault.layer === "pc" || fault.layer === "agent" || subjects.length === 0) {
      findings.push(subjects.length > 0 ? { cause, subjects } : { cause });
      continue;
    }
    const visible = subjects.filter((id) => rows[id] === undefined);
    const own = Object.fromEntries(subjects.map((id) => [id, cause as Verdict]));
    for (const [id, verdict] of Object.entries({ ...own, ...expectation.rows })) {
      rows[id] ??= verdict;
    }
    const shown = visible.length > 0;
    findings.push(shown ? { cause, subjects: visible } : { cause, subjects, hidden: true });
  }
  return { rows, findings };
}

function rank({ fault }: Aimed): number {
  return layers.indexOf(fault.layer);
}
