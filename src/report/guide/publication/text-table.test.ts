import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { width } from "../../columns.ts";
import { drawnTable } from "./text-table.ts";

const cell = (line: string, span?: number) => ({ lines: [line], ...(span && { span }) });

describe("a table drawn in text", () => {
  it("draws a cell over rows as one", () => {
    const rows = [[cell("a", 2), cell("1"), cell("p", 3)], [cell("2")], [cell("나"), cell("3")]];
    assert.deepEqual(drawnTable(["x", "y", "z"], rows, 80), [
      "+----+---+---+",
      "| x  | y | z |",
      "+----+---+---+",
      "| a  | 1 | p |",
      "|    +---+   |",
      "|    | 2 |   |",
      "+----+---+   |",
      "| 나 | 3 |   |",
      "+----+---+---+",
    ]);
  });

  it("makes rows as high as a cell over them needs", () => {
    const rows = [[cell("one two three four five six", 2), cell("1")], [cell("2")]];
    const lines = drawnTable(["x", "y"], rows, 22)!;
    const left = lines.map((line) => line.split(/[|+]/)[1]!.replace(/-/g, "").trim()).join(" ");
    assert.match(left, /one two three four five six/);
    assert.equal(new Set(lines.map(width)).size, 1);
  });

  it("is refused where a word is wider than its room", () => {
    assert.equal(drawnTable(["x"], [[cell("a".repeat(90))]], 80), undefined);
  });

  it("is a rectangle, and has every word of it", () => {
    const words = fc.array(fc.constantFrom("가나다", "abc", "10.0.0.1", "하나 둘", "x"), {
      minLength: 1,
      maxLength: 9,
    });
    fc.assert(
      fc.property(fc.array(fc.tuple(words, words, fc.boolean()), { minLength: 1 }), (list) => {
        const rows = list.map(([one, two, merged], at) => {
          const first = at % 2 === 0 && merged && list[at + 1] !== undefined;
          const covered = at % 2 === 1 && list[at - 1]![2];
          return [
            ...(covered ? [] : [cell(one.join(" "), first ? 2 : undefined)]),
            cell(two.join(" ")),
          ];
        });
        const lines = drawnTable(["첫째", "둘째"], rows, 60)!;
        assert.deepEqual([...new Set(lines.map(width))].length, 1);
        const has = (text: string) => text.replace(/[|+\s-]/g, "").length;
        const all = rows.flat().flatMap(({ lines: own }) => own);
        assert.equal(has(lines.join("")), has(all.join("")) + 4);
      }),
    );
  });
});
