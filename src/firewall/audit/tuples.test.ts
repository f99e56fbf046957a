import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { addBox, type Box, type Boxes, boxLength, holdsPoint, newBoxes } from "./boxes.ts";
import type { Point } from "./packet.ts";
import { seek } from "./seek.ts";
import { indexOf } from "./tuples.ts";

// Few addresses in blocks of several sizes, so that boxes touch often and every length of prefix is met.
const address = fc.constantFrom(
  [0, 2 ** 32 - 1],
  [0, 1],
  [1, 1],
  [2, 3],
  [0, 3],
  [2 ** 28, 2 ** 29],
);
const ports = fc.constantFrom([0, 65_535], [80, 81], [80, 80, 443, 443], [81, 500]);
const fields = fc
  .tuple(address, address, ports)
  .map(([source, destination, port]) => [source, [0, 9], destination, port, [6, 6]]);
const stores = fc.array(fields, { minLength: 1, maxLength: 30 }).map((all) => {
  const boxes = newBoxes(0);
  for (const one of all) addBox(boxes, one);
  return boxes;
});
const points = fc.array(
  fc
    .record({
      source: fc.constantFrom(0, 1, 2, 3, 4, 2 ** 28 + 5),
      destination: fc.constantFrom(0, 1, 2, 3, 4, 2 ** 28 + 5),
      port: fc.constantFrom(80, 81, 443, 9_000),
    })
    .map(({ source, destination, port }) => Uint32Array.of(source, 5, destination, port, 6)),
  { minLength: 1, maxLength: 20 },
);

const holders = (boxes: Boxes, point: Point, end: number) =>
  [...Array(end).keys()].filter((box) => box % 5 !== 4 && holdsPoint(boxes, box, point));

describe("an index", () => {
  it("finds the boxes that hold a point, whatever was asked of it before", () => {
    fc.assert(
      fc.property(stores, points, fc.infiniteStream(fc.nat()), (boxes, all, luck) => {
        const index = indexOf(boxes, 0, boxes.length, (box) => box % 5 !== 4);
        for (const point of all) {
          const end = luck.next().value! % (boxes.length + 1);
          const expected = holders(boxes, point, end);
          const some = index.any(point, end);
          assert.ok(expected.length === 0 ? some === -1 : expected.includes(some));
          const found: number[] = [];
          index.each(point, end, (box) => {
            found.push(box);
            return false;
          });
          assert.deepEqual(
            found.sort((a, b) => a - b),
            expected,
          );
          const from = luck.next().value! % (boxes.length + 1);
          const later = holders(boxes, point, boxes.length).filter((box) => box >= from);
          assert.equal(index.first(point, from), later[0] ?? -1);
        }
      }),
      { numRuns: 300, seed: 1 },
    );
  });
});

describe("seeking", () => {
  it("gives a packet of a box that no earlier one holds, or what covers it", () => {
    const seen = { found: 0, covered: 0, together: 0 };
    fc.assert(
      fc.property(stores, (boxes) => {
        const asked = boxes.length - 1;
        if (boxes.ragged[asked] !== 0) return;
        const whole: Box = [...boxes.bounds.subarray(asked * boxLength)].slice(0, boxLength);
        const index = indexOf(boxes, 0, asked, () => true);
        const used = new Set<number>();
        const found = seek(boxes, whole, [[index, asked]], { steps: 1e6 }, used);
        const isFree = (point: Point, among: Iterable<number>) =>
          [...among].every((box) => !holdsPoint(boxes, box, point));
        if (found === "none") {
          seen.covered += 1;
          if (used.size > 1) seen.together += 1;
          for (const point of corners(boxes, whole)) assert.ok(!isFree(point, used));
        } else {
          seen.found += 1;
          assert.ok(found && holdsPoint(boxes, asked, found));
          assert.ok(isFree(found, Array(asked).keys()));
        }
      }),
      { numRuns: 1_000, seed: 2 },
    );
    assert.ok(seen.found > 100 && seen.covered > 100 && seen.together > 10, JSON.stringify(seen));
  });

  it("says that it came to no end where it may not look far", () => {
    const boxes = newBoxes(0);
    addBox(boxes, [
      [0, 1],
      [0, 9],
      [0, 1],
      [80, 81],
      [6, 6],
    ]);
    const index = indexOf(boxes, 0, 1, () => true);
    const whole = [0, 3, 0, 9, 0, 1, 80, 81, 6, 6];
    assert.equal(seek(boxes, whole, [[index, 1]], { steps: 60 }, new Set()), undefined);
    assert.notEqual(seek(boxes, whole, [[index, 1]], { steps: 1_000 }, new Set()), undefined);
  });
});

/** Every packet of a box at which some box of the store begins, or behind which one ends. */
function* corners(boxes: Boxes, whole: Box): Generator<Point> {
  const cuts = [0, 4, 6].map((side) => {
    const found = new Set([whole[side]!]);
    for (let at = side; at < boxes.length * boxLength; at += boxLength) {
      found.add(boxes.bounds[at]!).add(boxes.bounds[at + 1]! + 1);
    }
    if (side === 6) found.add(82).add(443).add(444);
    return [...found].filter((value) => value >= whole[side]! && value <= whole[side + 1]!);
  });
  for (const source of cuts[0]!)
    for (const destination of cuts[1]!)
      for (const port of cuts[2]!) yield Uint32Array.of(source, 5, destination, port, 6);
}
