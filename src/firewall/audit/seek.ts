import { type Box, type Boxes, boxLength, carve, lie } from "./boxes.ts";
import { exampleIn, type Point } from "./packet.ts";
import type { Index } from "./tuples.ts";
import type { Budget } from "./walk.ts";

/** What one look into an index costs, in steps. */
const stepsALook = 50;

/**
 * A packet of a box that lies in none of the indexed boxes before `end`. A packet is tried; what it
 * lies in is cut away, as much at once as there is; so are the parts that remain. Nothing has to be
 * gathered beforehand, and most searches end after a few packets. `none`: there is no such packet,
 * and `used` has received what covers the box. Undefined where the budget ran out.
 */
export function seek(
  boxes: Boxes,
  whole: Box,
  indexes: readonly (readonly [index: Index, end: number])[],
  budget: Budget,
  used: Set<number>,
): Point | "none" | undefined {
  const open = [whole];
  for (let part = open.pop(); part; part = open.pop()) {
    budget.steps -= stepsALook;
    if (budget.steps < 0) return undefined;
    const point = exampleIn(part);
    const blocker = largestAt(boxes, part, point, indexes);
    if (blocker < 0) return point;
    used.add(blocker);
    if (lie(boxes, blocker, part) !== "all") open.push(...carve(boxes, blocker, part).outside);
  }
  return "none";
}

/** Of the boxes that hold the point the first that takes most of the part, -1 where none holds it. */
function largestAt(
  boxes: Boxes,
  part: Box,
  point: Point,
  indexes: readonly (readonly [index: Index, end: number])[],
): number {
  let largest = -1;
  let most = -1;
  for (const [index, end] of indexes) {
    index.each(point, end, (box) => {
      const share = shareOf(boxes, box, part);
      if (share > most || (share === most && box < largest)) {
        most = share;
        largest = box;
      }
      return false;
    });
  }
  return largest;
}

/** How much of a box the hull of another takes, 0 to 1; only to choose by. */
export function shareOf({ bounds }: Boxes, other: number, box: Box): number {
  let share = 1;
  for (let side = 0; side < boxLength; side += 2) {
    const lo = Math.max(bounds[other * boxLength + side]!, box[side]!);
    const hi = Math.min(bounds[other * boxLength + side + 1]!, box[side + 1]!);
    share *= (hi - lo + 1) / (box[side + 1]! - box[side]! + 1);
  }
  return share;
}
