import { type Box, carve, lie } from "./boxes.ts";
import type { Program } from "./program.ts";

/** Packets that fare alike: what may happen to them, and whether they may meet the entry asked for. */
export interface Leaf {
  box: Box;
  /** Entries that decide: one is certainty, several are what cannot be told apart. */
  ends: readonly number[];
  met: boolean;
  /** The last entry that took them for certain, -1 for none. */
  taker: number;
}

/** What is left of the work that may be done; shared by all that draw on it. */
export interface Budget {
  steps: number;
}

export interface Walk {
  program: Program;
  /** Entries that touch the box, ascending; those that do not need not be among them. */
  entries: readonly number[];
  /** The entry asked for, -1 for none. */
  asked: number;
  /** Whether the entry asked for is taken as if it matched only perhaps. */
  doubted?: boolean;
  budget: Budget;
}

interface State {
  box: Box;
  next: number;
  /** Entries where the packets may be, the first one first. */
  places: readonly number[];
  ends: readonly number[];
  met: boolean;
  taker: number;
}

/**
 * Follows the packets of a box through a program and cuts the box wherever an entry takes only a part
 * of it. True where all was seen or `visit` returned true to stop; false where the budget ran out.
 */
export function walk(
  { program, entries, asked, doubted, budget }: Walk,
  box: Box,
  visit: (leaf: Leaf) => boolean,
): boolean {
  const { boxes, doubt, target } = program;
  const open: State[] = [{ box, next: 0, places: [0], ends: [], met: false, taker: -1 }];
  for (let state = open.pop(); state; state = open.pop()) {
    let { box: rest, next, places, ends, met, taker } = state;
    for (; next < entries.length && places.length > 0; next += 1) {
      budget.steps -= 1;
      const entry = entries[next]!;
      if (places[0]! > entry) continue;
      const how = lie(boxes, entry, rest);
      if (how === "apart") continue;
      if (how === "part") {
        const { inside, outside } = carve(boxes, entry, rest);
        for (const part of outside) open.push({ box: part, next, places, ends, met, taker });
        rest = inside;
      }
      met ||= entry === asked;
      const goesOn = doubt[entry] === 1 || (doubted === true && entry === asked);
      const after = new Set(places.filter((place) => place > entry));
      if (goesOn) after.add(entry + 1);
      else if (entry !== asked) taker = entry;
      if (target[entry]! >= 0) after.add(target[entry]!);
      else ends = [...ends, entry];
      places = [...after].sort((a, b) => a - b);
    }
    if (budget.steps < 0) return false;
    if (visit({ box: rest, ends, met, taker })) return true;
  }
  return true;
}
