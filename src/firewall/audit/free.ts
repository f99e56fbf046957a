import { type Box, type Boxes, carve, lie } from "./boxes.ts";
import { shareOf } from "./seek.ts";
import type { Budget } from "./walk.ts";

/**
 * What of a box none of the blockers covers, box by box. Large blockers first: in the order of a
 * configuration the same search can take hundreds of times as long. True where all was seen or `visit`
 * returned true to stop; false where the budget ran out. `used` receives the blockers that covered
 * something.
 */
export function freeParts(
  boxes: Boxes,
  whole: Box,
  blockers: readonly number[],
  budget: Budget,
  visit: (free: Box) => boolean,
  used?: Set<number>,
): boolean {
  const open = [{ box: whole, near: blockers }];
  for (let part = open.pop(); part; part = open.pop()) {
    budget.steps -= part.near.length + 1;
    if (budget.steps < 0) return false;
    const near: number[] = [];
    let largest = -1;
    let most = 0;
    let covered = false;
    for (const blocker of part.near) {
      const how = lie(boxes, blocker, part.box);
      covered = how === "all";
      if (covered) {
        used?.add(blocker);
        break;
      }
      if (how === "apart") continue;
      near.push(blocker);
      const share = shareOf(boxes, blocker, part.box);
      if (share <= most) continue;
      most = share;
      largest = blocker;
    }
    if (covered) continue;
    if (largest < 0) {
      if (visit(part.box)) return true;
      continue;
    }
    used?.add(largest);
    const { outside } = carve(boxes, largest, part.box);
    for (const box of outside) open.push({ box, near });
  }
  return true;
}
