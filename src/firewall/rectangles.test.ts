import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { fewestRectangles, type Rectangle } from "./rectangles.ts";

const seed = 20181101;

function cellsOf(rectangles: readonly Rectangle[]): string[] {
  const cells = rectangles.flatMap(({ rows, columns }) =>
    rows.flatMap((row) => columns.map((column) => `${row} ${column}`)),
  );
  return [...new Set(cells)].sort();
}

const relationOf = (rows: number, columns: number) =>
  fc.array(fc.subarray([...Array(columns).keys()], { minLength: 1 }), { maxLength: rows });

/** The smallest number of rectangles by trying every choice among all rectangles there are. */
function bruteForce(relation: readonly (readonly number[])[], columns: number): number {
  const cell = (row: number, column: number) => 1 << (row * columns + column);
  const all = relation.reduce(
    (sum, own, row) => own.reduce((cells, column) => cells | cell(row, column), sum),
    0,
  );
  const rectangles: number[] = [];
  for (let rows = 1; rows < 1 << relation.length; rows += 1) {
    for (let chosen = 1; chosen < 1 << columns; chosen += 1) {
      let cells = 0;
      for (let row = 0; row < relation.length; row += 1)
        for (let column = 0; column < columns; column += 1)
          if ((rows >> row) & 1 && (chosen >> column) & 1) cells |= cell(row, column);
      if ((cells & ~all) === 0) rectangles.push(cells);
    }
  }
  let reached = new Set([0]);
  for (let count = 0; ; count += 1) {
    if (reached.has(all)) return count;
    reached = new Set([...reached].flatMap((cells) => rectangles.map((one) => cells | one)));
  }
}

describe("the fewest rectangles", () => {
  it("cover the relation and nothing else", () => {
    fc.assert(
      fc.property(relationOf(12, 10), (relation) => {
        const expected = cellsOf(relation.map((columns, row) => ({ rows: [row], columns })));
        assert.deepEqual(cellsOf(fewestRectangles(relation)), expected);
      }),
      { seed, numRuns: 200 },
    );
  });

  it("are as few as trying everything finds", () => {
    fc.assert(
      fc.property(relationOf(4, 4), (relation) => {
        assert.equal(fewestRectangles(relation).length, bruteForce(relation, 4));
      }),
      { seed, numRuns: 150 },
    );
  });

  it("are fewer than either plain grouping where both waste", () => {
    // Four kinds of rows and four of columns, each on its own in one or two of three blocks.
    const relation = [[0], [1, 3], [2, 3], [0, 1, 3]];
    assert.equal(fewestRectangles(relation).length, 3);
  });

  it("of a large relation are no more than the better plain grouping", () => {
    const relation = Array.from({ length: 400 }, (_, row) => [row % 50, 50 + (row % 3)]);
    const found = fewestRectangles(relation);
    const expected = cellsOf(relation.map((columns, row) => ({ rows: [row], columns })));
    assert.deepEqual(cellsOf(found), expected);
    assert.ok(found.length <= 53);
  });
});
