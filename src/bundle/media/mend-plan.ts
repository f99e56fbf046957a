import {
  type Direction,
  directions,
  framesOf,
  type Grid,
  parityFrame,
  parityOf,
  Weave,
} from "./grid.ts";

/** One group to be repaired. */
export interface Repair {
  direction: Direction;
  group: number;
}

/**
 * Which groups to repair, in which order, so that all data is there again, and how many frames of data stay lost.
 * A group is repaired where it lost no more data than it has parity left, and that may be what another waits for.
 */
export function planRepairs(
  grid: Grid,
  has: (frame: number) => boolean,
  weave: Weave = new Weave(grid),
  /** Where data may be missing at all, for a caller who knows. */
  suspects: { from: number; to: number } = { from: 0, to: grid.dataFrames },
): { repairs: Repair[]; lost: number } {
  let gone = 0;
  for (let frame = suspects.from; frame < suspects.to; frame += 1) if (!has(frame)) gone += 1;
  // Hopeless, and a list of it might be longer than memory: one part of very many is there.
  if (gone > framesOf(grid) - grid.dataFrames) return { repairs: [], lost: gone };
  const lost = new Set<number>();
  for (let frame = suspects.from; frame < suspects.to; frame += 1) {
    if (!has(frame)) lost.add(frame);
  }
  const missing = { column: new Map<number, number>(), row: new Map<number, number>() };
  const count = (direction: Direction, group: number, by: number) => {
    const now = (missing[direction].get(group) ?? 0) + by;
    missing[direction].set(group, now);
    return now;
  };
  for (const frame of lost) {
    for (const direction of directions) count(direction, weave.groupOf(direction, frame), 1);
  }
  const left = (direction: Direction, group: number) => {
    let parity = 0;
    for (let at = 0; at < parityOf(grid, direction); at += 1) {
      if (has(parityFrame(grid, direction, group, at))) parity += 1;
    }
    return parity;
  };
  const queue: Repair[] = directions.flatMap((direction) =>
    [...missing[direction].keys()].map((group) => ({ direction, group })),
  );
  const repairs: Repair[] = [];
  for (const repair of queue) {
    const { direction, group } = repair;
    const here = missing[direction].get(group) ?? 0;
    if (here === 0 || here > left(direction, group)) continue;
    repairs.push(repair);
    for (const frame of weave.members(direction, group)) {
      if (frame === undefined || !lost.delete(frame)) continue;
      for (const each of directions) count(each, weave.groupOf(each, frame), -1);
      // The other group may be within reach now. Every frame is mended once, so the queue ends.
      const other = direction === "column" ? "row" : "column";
      queue.push({ direction: other, group: weave.groupOf(other, frame) });
    }
  }
  return { repairs, lost: lost.size };
}
