import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import {
  directions,
  framesOf,
  type Grid,
  gridFor,
  groupMax,
  isGrid,
  parityFrame,
  Weave,
} from "./grid.ts";
import { planRepairs } from "./mend-plan.ts";

const sizes = [1, 2_016, 2_017, 50_000, 700_000, 3_000_000, 10_000_000, 64_000_000];

/** Always the same numbers below 1. */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

const mends = (grid: Grid, lost: ReadonlySet<number>) =>
  planRepairs(grid, (frame) => !lost.has(frame)).lost === 0;

describe("the grid of frames", () => {
  for (const bytes of sizes) {
    it(`puts each of ${bytes} bytes' frames into one column and one row`, () => {
      const grid = gridFor(bytes, 0.03);
      assert.ok(isGrid(grid));
      const weave = new Weave(grid);
      for (const direction of directions) {
        const seen = new Uint8Array(grid.dataFrames);
        for (let group = 0; group < grid.width; group += 1) {
          for (const [line, frame] of weave.members(direction, group).entries()) {
            if (frame === undefined) continue;
            assert.equal(weave.groupOf(direction, frame), group);
            assert.equal(weave.lineOf(frame), line);
            seen[frame]! += 1;
          }
        }
        assert.ok(seen.every((times) => times === 1));
      }
    });

    it(`lets a column and a row of ${bytes} bytes share one frame at most`, () => {
      const grid = gridFor(bytes, 0.03);
      const weave = new Weave(grid);
      const pairs = new Set<number>();
      for (let frame = 0; frame < grid.dataFrames; frame += 1) {
        pairs.add(weave.groupOf("column", frame) * grid.width + weave.groupOf("row", frame));
      }
      assert.equal(pairs.size, grid.dataFrames);
    });
  }

  it("numbers every frame of parity once", () => {
    const grid = gridFor(100_000, 0.1);
    const { width, columnParity, rowParity, dataFrames } = grid;
    const numbers = new Set<number>();
    for (let group = 0; group < width; group += 1) {
      for (let at = 0; at < columnParity; at += 1)
        numbers.add(parityFrame(grid, "column", group, at));
      for (let at = 0; at < rowParity; at += 1) numbers.add(parityFrame(grid, "row", group, at));
    }
    assert.equal(numbers.size, framesOf(grid) - dataFrames);
    assert.deepEqual(
      [Math.min(...numbers), Math.max(...numbers)],
      [dataFrames, framesOf(grid) - 1],
    );
  });

  it("fits the field whatever the size and the share, and is refused where it would not", () => {
    const bytes = fc.oneof(fc.integer({ min: 1, max: 1e6 }), fc.integer({ min: 1, max: 2 ** 35 }));
    fc.assert(
      fc.property(bytes, fc.integer({ min: 1, max: 1_000 }), (size, thousandths) => {
        const grid = gridFor(size, thousandths / 1_000);
        assert.ok(isGrid(grid), JSON.stringify(grid));
        assert.ok(grid.depth + grid.columnParity <= groupMax);
        assert.ok(!isGrid({ ...grid, width: grid.width + 1 }) || grid.width === 1);
        assert.ok(!isGrid({ ...grid, depth: grid.depth + 1 }));
        assert.ok(!isGrid({ ...grid, columnParity: groupMax }));
      }),
    );
  });
});

describe("lost frames", () => {
  it("are mended wherever they are, where they are fewer than a square of both parities", () => {
    const grid = gridFor(700_000, 0.03);
    const most = (grid.columnParity + 1) * (grid.rowParity + 1) - 1;
    const weave = new Weave(grid);
    const frames = fc.uniqueArray(fc.nat(grid.dataFrames - 1), { maxLength: most });
    fc.assert(
      fc.property(frames, (lost) => mends(grid, new Set(lost))),
      { numRuns: 300 },
    );
    // The worst that can be: as many as possible in few columns and rows.
    for (let group = 0; group < grid.width; group += 1) {
      const column = weave.members("column", group).filter((frame) => frame !== undefined);
      assert.ok(mends(grid, new Set(column.slice(0, most))));
    }
  });

  const patterns: [string, (total: number, count: number, next: () => number) => Set<number>][] = [
    [
      "scattered",
      (total, count, next) => {
        const lost = new Set<number>();
        while (lost.size < count) lost.add(Math.floor(next() * total));
        return lost;
      },
    ],
    ["in one run", (total, count, next) => runs(total, count, 1, next)],
    ["in two runs", (total, count, next) => runs(total, count, 2, next)],
    ["in ten runs", (total, count, next) => runs(total, count, 10, next)],
    [
      "at even distances",
      (total, count, next) => {
        const step = Math.floor(total / count);
        const first = Math.floor(next() * step);
        return new Set(Array.from({ length: count }, (_, at) => first + at * step));
      },
    ],
  ];
  for (const [what, lose] of patterns) {
    it(`are mended when they are 1 % of all, ${what}`, () => {
      for (const [bytes, rounds] of [
        [1_000_000, 40],
        [10_000_000, 20],
        [64_000_000, 3],
        [300_000_000, 1],
      ] as const) {
        for (const share of [0.02, 0.03]) {
          const grid = gridFor(bytes, share);
          const next = chance(bytes);
          for (let round = 0; round < rounds; round += 1) {
            const total = framesOf(grid);
            const lost = lose(total, Math.ceil(total / 100), next);
            assert.ok(mends(grid, lost), `${bytes} bytes, ${share}, round ${round}`);
          }
        }
      }
    });
  }

  it("are said to be lost where too many are", () => {
    const grid = gridFor(1_000_000, 0.02);
    const { lost, repairs } = planRepairs(grid, (frame) => frame % 3 !== 0);
    assert.ok(lost > 0);
    assert.deepEqual(repairs, []);
  });
});

function runs(total: number, count: number, number: number, next: () => number): Set<number> {
  const lost = new Set<number>();
  const length = Math.ceil(count / number);
  for (let run = 0; run < number; run += 1) {
    const from = Math.floor(next() * (total - length));
    for (let at = 0; at < length; at += 1) lost.add(from + at);
  }
  return lost;
}
