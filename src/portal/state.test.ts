import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Happening, Model } from "./model.ts";
import { sketched } from "./stage/diagnosis.ts";
import { after, broken, courseOf, found, guide, ready, who } from "./stage/happenings.ts";
import { reduce } from "./state.ts";

const begun: Happening = { type: "begun", symptom: "blank-window" };
const diagnosed = [ready, begun, found()];

describe("opening", () => {
  test("shows the start once guide and doctor are known", () => {
    const model = after(ready);
    assert.deepEqual([model.screen, model.symptom], [{ at: "start" }, null]);
  });

  test("takes a symptom that the guide knows, and no other", () => {
    assert.equal(after({ ...ready, symptom: "blank-window" }).symptom, "blank-window");
    assert.equal(after({ ...ready, symptom: "<script>" }).symptom, null);
  });

  test("in trouble says so and stays", () => {
    const model = after({ type: "trouble", trouble: { code: "gone" } });
    assert.deepEqual([model.screen.at, model.trouble?.code], ["start", "gone"]);
  });
});

describe("language and search", () => {
  test("change nothing but themselves", () => {
    const model = after(...diagnosed);
    assert.deepEqual(reduce(model, { type: "language", lang: "en" }), { ...model, lang: "en" });
    assert.deepEqual(reduce(model, { type: "searched", query: "팝업" }), {
      ...model,
      query: "팝업",
    });
  });
});

describe("finding", () => {
  test("begins with an empty map and forgets what was before", () => {
    const model = after(...diagnosed, { type: "begun", symptom: null });
    assert.deepEqual(model.screen, { at: "finding", again: null });
    assert.deepEqual([model.judged, model.course, model.symptom], [null, [], null]);
  });

  test("draws the map as events come", () => {
    const groups = [{ id: "g", title: { ko: "가" }, rows: 1 }];
    const model = after(
      ready,
      begun,
      { type: "progress", event: { type: "start", groups } },
      { type: "progress", event: { type: "row", id: "r", group: "g", verdict: "ok" } },
    );
    assert.deepEqual(model.map.groups[0]?.rows, { r: "ok" });
  });

  test("ends with the result and what is to be done", () => {
    const model = after(...diagnosed);
    assert.deepEqual(model.screen, { at: "result" });
    assert.deepEqual(courseOf(model), ["trusted-sites open"]);
    assert.equal(model.before, null);
  });

  test("that is stopped goes back to where it was begun from", () => {
    const stopped: Happening = { type: "trouble", trouble: { code: "stopped" } };
    assert.equal(after(ready, begun, stopped).screen.at, "start");
    const again: Happening = { type: "begun-again", task: "trusted-sites" };
    const model = after(...diagnosed, again, stopped);
    assert.deepEqual(model.screen, { at: "task", task: "trusted-sites" });
    assert.deepEqual(courseOf(model), ["trusted-sites open"]);
    const alone = after(...diagnosed, { type: "begun-again", task: null }, stopped);
    assert.equal(alone.screen.at, "result");
  });
});

describe("a saved file", () => {
  test("is about another PC: nothing is looked at or changed here because of it", () => {
    const judged = { ...sketched(guide, broken), fromFile: true as const };
    assert.equal(after(ready, begun, { type: "found", judged }).course[0]?.kind, "self");
    assert.equal(after(...diagnosed).course[0]?.kind, "auto");
  });
});

describe("another look", () => {
  const again: Happening = { type: "begun-again", task: "trusted-sites" };

  test("says that its task is being checked", () => {
    assert.deepEqual(courseOf(after(...diagnosed, again)), ["trusted-sites checking"]);
  });

  test("says what it changed", () => {
    const model = after(...diagnosed, again, found({ startedAt: "2026-11-26T01:00:00Z" }));
    assert.deepEqual(model.screen, { at: "after", task: "trusted-sites" });
    assert.deepEqual(courseOf(model), ["trusted-sites done"]);
    assert.equal(model.before?.startedAt, "2026-11-26T00:00:00Z");
  });

  test("that sees no difference leaves the task tried, never failed", () => {
    const model = after(...diagnosed, again, found());
    assert.deepEqual(courseOf(model), ["trusted-sites tried"]);
  });
});

describe("being led", () => {
  test("a task is opened, asked of others, skipped", () => {
    const open = after(...diagnosed, { type: "task", task: "trusted-sites" });
    assert.deepEqual(open.screen, { at: "task", task: "trusted-sites" });
    for (const state of ["asked", "tried", "skipped"] as const) {
      const model = reduce(open, { type: "did", task: "trusted-sites", state });
      assert.deepEqual(courseOf(model), [`trusted-sites ${state}`]);
    }
  });

  test("every further screen can be gone to; the result only where there is one", () => {
    for (const to of ["end", "stuck", "paid", "result"] as const)
      assert.equal(after(...diagnosed, { type: "go", to }).screen.at, to);
    assert.equal(after(ready, { type: "go", to: "result" }).screen.at, "start");
  });

  test("from the start again everything is forgotten but guide, language and search", () => {
    const model = after(...diagnosed, { type: "go", to: "start" });
    assert.deepEqual([model.judged, model.course, model.guide?.id], [null, [], guide.id]);
  });

  test("answers are kept, and go with the complaint", () => {
    const answered = after(...diagnosed, { type: "answered", question: "q", answer: "yes" });
    assert.deepEqual(answered.answers, { q: "yes" });
    assert.deepEqual(reduce(answered, begun).answers, {});
  });
});

test("another demonstration begins anew", () => {
  const demo = { lab: "memory" as const, faults: [], chosen: ["x"], shop: false };
  const model = after(...diagnosed, { type: "demo", who: { ...who, demo } });
  assert.deepEqual(
    [model.screen.at, model.judged, model.who?.demo?.chosen],
    ["start", null, ["x"]],
  );
});

describe("back and forward in the browser", () => {
  const back = (model: Model, screen: Model["screen"]) =>
    reduce(model, { type: "returned", place: { screen, over: null } }).screen;

  test("go to where there still is something", () => {
    const model = after(...diagnosed, { type: "over", over: "guide" });
    assert.deepEqual(back(model, { at: "task", task: "trusted-sites" }), {
      at: "task",
      task: "trusted-sites",
    });
    assert.deepEqual(back(model, { at: "start" }), { at: "start" });
    assert.equal(
      reduce(model, { type: "returned", place: { screen: { at: "end" }, over: null } }).over,
      null,
    );
  });

  test("never to a look that is over, nor to what is not there", () => {
    const model = after(...diagnosed);
    assert.deepEqual(back(model, { at: "finding", again: null }), { at: "result" });
    assert.deepEqual(back(model, { at: "task", task: "restart-pc" }), { at: "result" });
    assert.deepEqual(back(after(ready), { at: "end" }), { at: "start" });
  });

  test("keep what was found", () => {
    const model = after(...diagnosed);
    const start = reduce(model, {
      type: "returned",
      place: { screen: { at: "start" }, over: null },
    });
    assert.equal(start.judged, model.judged);
  });
});
