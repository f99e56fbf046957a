import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { diffGuides } from "../guide/diff/diff.ts";
import { loadGuide } from "../guide/load.ts";
import { langs } from "../text/words.ts";
import { titleOf } from "./guide-change-parts.ts";
import { changeGroups } from "./guide-changes.ts";

const guides = {
  before: loadGuide("bankpay-transfer@2018.11"),
  after: loadGuide("bankpay-transfer@2026.11"),
};
const changes = diffGuides(guides.before, guides.after);
const told = (full: boolean, lang: (typeof langs)[number] = "ko") =>
  changeGroups(changes, guides, lang, "payer", full).find(({ audience }) => audience === "payer")!
    .lines;

describe("what an edition changes for whoever uses the service", () => {
  test("fits on a page, and says how to see all of it", () => {
    for (const lang of langs) {
      const lines = told(false, lang);
      assert.ok(lines.length <= 20 && lines.length < told(true, lang).length / 2, lines.join("\n"));
      assert.match(lines.at(-1)!, /--full/);
      assert.ok(
        lines.every((line) => !line.includes("…")),
        "no name is cut",
      );
    }
  });

  test("names what came and went, or counts what is not named", () => {
    const lines = told(false);
    const text = lines.join("\n");
    for (const what of ["symptoms", "browsers", "toolbars", "remedies"]) {
      for (const kind of ["added", "removed"]) {
        const own = changes.filter(
          (one) =>
            one.what === what &&
            one.kind === kind &&
            one.field === undefined &&
            one.audience.includes("payer"),
        );
        if (own.length === 0) continue;
        const named = own.filter(({ id }) => text.includes(titleOf(what, id, guides, "ko")));
        const line = lines.find((each) => each.includes(titleOf(what, own[0]!.id, guides, "ko")))!;
        const more = Number(/그 밖에 (\d+)곳/.exec(line)?.[1] ?? 0);
        assert.equal(named.length + more, own.length, line);
      }
    }
    assert.match(text, /그 밖에 바뀐 것 \d+곳/);
  });

  test("is told whole where little changed, and to everybody else in any case", () => {
    const few = changes.filter(({ what }) => what === "browsers");
    const brief = changeGroups(few, guides, "ko", "payer", false);
    assert.deepEqual(brief, changeGroups(few, guides, "ko", "payer"));
    const others = (full: boolean) =>
      changeGroups(changes, guides, "ko", undefined, full).filter(
        (one) => one.audience !== "payer",
      );
    assert.deepEqual(others(false), others(true));
  });
});
