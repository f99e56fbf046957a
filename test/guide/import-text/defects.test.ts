import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { draftOf, printed, toldOf } from "./_draft.ts";
import { defects, twelve } from "./defects.ts";

describe("defects planted in a printed text", () => {
  const before = toldOf(draftOf(printed).notes);

  for (const { name, kind, plant } of defects) {
    it(`${name}: told with its line, and nothing else`, () => {
      const lines = printed.split("\n");
      const line = plant(lines);
      const after = toldOf(draftOf(lines.join("\n")).notes);
      assert.deepEqual(after, [...before, `${line} ${kind}`].toSorted());
    });
  }

  it("twelve at once: every one is told", () => {
    const lines = printed.split("\n");
    const chosen = defects.filter(({ name }) => twelve.includes(name));
    assert.equal(chosen.length, 12);
    const planted = chosen.map(({ kind, plant }) => `${plant(lines)} ${kind}`);
    assert.equal(new Set(planted.map((note) => note.split(" ")[0])).size, 12);
    const told = toldOf(draftOf(lines.join("\n")).notes);
    assert.deepEqual(
      planted.filter((note) => !told.includes(note)),
      [],
    );
  });
});
