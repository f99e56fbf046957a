import type { Policy } from "../policy.ts";
import { actions } from "../table.ts";
import { boxLength, solid } from "./boxes.ts";
import { type Near, nearby } from "./near.ts";
import type { Program } from "./program.ts";
import { fates } from "./reach.ts";
import { type Budget, walk } from "./walk.ts";

/** Rows looked at, and steps that one of them may take. */
const mostRows = 5_000;
const stepsEach = 300_000;

/**
 * Rows that can go, all at once: whatever each decides is decided alike by what stands behind it and
 * stays. Gives the rows that then decide. A row about which the search came to no end stays.
 */
export function redundantRows(
  policy: Policy,
  programs: readonly Program[],
  isAsked: (row: number) => boolean,
  fate: Uint8Array,
  budget: Budget,
): Map<number, Set<number>> {
  const { table } = policy;
  const removable = new Map<number, Set<number>>();
  const candidates = new Set<number>();
  for (let row = 0; row < table.length && candidates.size < mostRows; row += 1) {
    if (isCandidate(row)) candidates.add(row);
  }
  const places = programs.map((program) => placesOf(program, candidates));
  const nears = programs.map((program) => nearby(program));
  for (const row of candidates) {
    const by = new Set<number>();
    const can = programs.every((program, at) => {
      const entries = places[at]!.get(row) ?? [];
      // What meets a row twice on its way may need it both times, which no look at one place shows.
      if (entries.length > 1 && !program.plain) return false;
      return entries.every((entry) => isNeedless(program, nears[at]!, entry, by));
    });
    if (can) removable.set(row, by);
  }
  return removable;

  function isCandidate(row: number): boolean {
    if (fate[row] !== fates.reached || !isAsked(row)) return false;
    return table.action[row] === actions.permit || table.action[row] === actions.deny;
  }

  function isNeedless(program: Program, near: Near, entry: number, by: Set<number>): boolean {
    const { boxes, length, row, verdict } = program;
    const hull = boxes.bounds.subarray(entry * boxLength, (entry + 1) * boxLength);
    // Rows that no packet comes to may be removed as well, so nothing may rest on them.
    const entries = near(hull, length, budget).filter((other) => {
      const otherRow = row[other]!;
      if (otherRow === row[entry]) return other === entry;
      return otherRow < 0 || (!removable.has(otherRow) && fate[otherRow] !== fates.hidden);
    });
    const own: Budget = { steps: Math.min(stepsEach, budget.steps) };
    const allowed = own.steps;
    let needed = false;
    for (const box of solid(boxes, entry)) {
      const complete = walk(
        { program, entries, asked: entry, doubted: true, budget: own },
        box,
        (leaf) => {
          const [first] = leaf.ends;
          needed = leaf.met && !leaf.ends.every((end) => verdict[end] === verdict[first!]);
          if (leaf.met && !needed)
            for (const end of leaf.ends) if (end !== entry) by.add(row[end]!);
          return needed;
        },
      );
      if (needed || !complete) {
        budget.steps -= allowed - own.steps;
        return false;
      }
    }
    budget.steps -= allowed - own.steps;
    return true;
  }
}

/** Where each of the rows stands in a program. */
function placesOf({ row, length }: Program, rows: ReadonlySet<number>): Map<number, number[]> {
  const places = new Map<number, number[]>();
  for (let entry = 0; entry < length; entry += 1) {
    if (!rows.has(row[entry]!)) continue;
    const known = places.get(row[entry]!);
    if (known) known.push(entry);
    else places.set(row[entry]!, [entry]);
  }
  return places;
}
