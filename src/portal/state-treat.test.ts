import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Happening } from "./model.ts";
import { sketched } from "./stage/diagnosis.ts";
import { after, broken, courseOf, found, guide, ready } from "./stage/happenings.ts";
import { reduce } from "./state.ts";
import type { Preview, TreatLine, TreatResult } from "./wire.ts";

const begun: Happening = { type: "begun", symptom: null };
const diagnosed = [ready, begun, found()];

const preview: Preview = {
  preview: "p1",
  remedy: "trusted-sites",
  entries: [],
  refused: [],
  byHand: [],
};
const done: TreatResult = { outcome: "done", journal: "j", before: [], after: [], remains: [] };
const shown: Happening[] = [
  ...diagnosed,
  { type: "task", task: "trusted-sites" },
  { type: "reading-changes", task: "trusted-sites" },
  { type: "changes", preview },
];

describe("an automatic task", () => {
  test("is read, shown, done and verified in this order", () => {
    const phases = [
      after(...shown.slice(0, -1)),
      after(...shown),
      after(...shown, { type: "treating" }),
      after(...shown, { type: "treating" }, { type: "treat-line", line: { type: "verifying" } }),
    ].map(({ treatment }) => treatment?.phase);
    assert.deepEqual(phases, ["reading", "shown", "doing", "verifying"]);
  });

  test("is never begun without having been shown", () => {
    const model = after(...shown.slice(0, -1));
    assert.equal(reduce(model, { type: "treating" }), model);
  });

  test("does not show the changes of another task", () => {
    const model = after(...shown.slice(0, -1), {
      type: "changes",
      preview: { ...preview, remedy: "restart-pc" },
    });
    assert.equal(model.treatment?.phase, "reading");
  });

  test("is being checked while it is done", () => {
    assert.deepEqual(courseOf(after(...shown, { type: "treating" })), ["trusted-sites checking"]);
  });

  test("tells how its changes stand", () => {
    const line: TreatLine = {
      type: "journal",
      journal: "j",
      direction: "forward",
      states: ["done"],
    };
    const model = after(...shown, { type: "treating" }, { type: "treat-line", line });
    assert.deepEqual(model.treatment?.states, ["done"]);
  });

  test("ends with what the fresh look says", () => {
    const judged = sketched(guide, {});
    const model = after(...shown, { type: "treating" }, { type: "treated", result: done, judged });
    assert.deepEqual(model.screen, { at: "after", task: "trusted-sites" });
    assert.deepEqual(courseOf(model), ["trusted-sites done"]);
    assert.equal(model.before?.findings.length, 1);
  });

  test("that was taken back leaves its task tried", () => {
    const result: TreatResult = { ...done, outcome: "rolled-back", failure: "not-verified" };
    const judged = sketched(guide, broken);
    const model = after(...shown, { type: "treating" }, { type: "treated", result, judged });
    assert.deepEqual(courseOf(model), ["trusted-sites tried"]);
    assert.equal(model.treatment?.result?.outcome, "rolled-back");
  });

  test("after which nobody could look is still being checked", () => {
    const model = after(
      ...shown,
      { type: "treating" },
      {
        type: "treated",
        result: done,
        judged: null,
      },
    );
    assert.deepEqual(courseOf(model), ["trusted-sites checking"]);
    assert.equal(model.screen.at, "task");
  });

  test("can be put away before it is begun", () => {
    assert.equal(after(...shown, { type: "put-away" }).treatment, null);
  });

  test("in trouble is put away, and its task is open again", () => {
    const trouble: Happening = { type: "trouble", trouble: { code: "preview-outdated" } };
    const model = after(...shown, { type: "treating" }, trouble);
    assert.deepEqual([model.treatment, courseOf(model)], [null, ["trusted-sites open"]]);
  });
});

describe("journal and undoing", () => {
  const list = { items: [], damaged: [] };
  const read: Happening[] = [
    ...diagnosed,
    { type: "over", over: "journal" },
    { type: "journal", list },
    { type: "reading-undo", id: "j" },
  ];

  test("lie over the screen, which stays", () => {
    const model = after(...read);
    assert.deepEqual([model.over, model.screen.at], ["journal", "result"]);
    assert.deepEqual(model.journal, list);
    assert.equal(reduce(model, { type: "over", over: null }).over, null);
  });

  test("what would be undone is read, shown and done in this order", () => {
    const shownUndo: Happening = { type: "undo-changes", preview: { id: "j", steps: [] } };
    const over: Happening = { type: "undone", result: { outcome: "undone", remains: [] } };
    const phases = [
      after(...read),
      after(...read, shownUndo),
      after(...read, shownUndo, { type: "undoing" }),
      after(...read, shownUndo, { type: "undoing" }, over),
    ].map(({ undoing }) => undoing?.phase);
    assert.deepEqual(phases, ["reading", "shown", "doing", "over"]);
  });

  test("nothing is undone that was not shown, and nothing else than what was asked for", () => {
    const model = after(...read);
    assert.equal(reduce(model, { type: "undoing" }), model);
    const other = reduce(model, { type: "undo-changes", preview: { id: "other", steps: [] } });
    assert.equal(other, model);
  });
});
