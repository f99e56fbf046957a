import assert from "node:assert/strict";
import { test } from "node:test";
import { loadGuide } from "../guide/load.ts";
import { createConduct } from "./conduct.ts";
import { type Sketch, sketched, stateOf } from "./stage/diagnosis.ts";
import { fakeDoctor } from "./stage/fake-doctor.ts";
import type { Play } from "./stage/play.ts";
import { firstModel } from "./state.ts";
import { createStore } from "./store.ts";

const guide = loadGuide("bankpay-transfer@2018.11");
const broken: Sketch = {
  findings: [{ cause: "site.not-trusted", owner: "user", remedies: ["trusted-sites"] }],
  plan: [{ remedy: "trusted-sites", owner: "user", minutes: 3, automatic: true }],
};
const preview = { preview: "p", remedy: "trusted-sites", entries: [], refused: [], byHand: [] };

function staged(changes: Partial<Play> = {}) {
  const play: Play = {
    who: stateOf(guide),
    guide,
    looks: [{ events: [], judged: sketched(guide, broken) }],
    remedies: {
      "trusted-sites": {
        preview,
        lines: [],
        result: { outcome: "done", before: [], after: [], remains: [] },
      },
    },
    journal: { items: [], damaged: [] },
    paceMs: 0,
    ...changes,
  };
  const doctor = fakeDoctor(play);
  const store = createStore(firstModel("ko"), (work) => work());
  return { doctor, store, conduct: createConduct(doctor, store) };
}

test("from a symptom to consent to what came of it", async () => {
  const looks = [broken, {}].map((sketch) => ({ events: [], judged: sketched(guide, sketch) }));
  const { doctor, store, conduct } = staged({ looks });
  await conduct.open();
  await conduct.begin("blank-window");
  assert.equal(store.get().screen.at, "result");
  conduct.next();
  await conduct.readChanges("trusted-sites");
  assert.equal(store.get().treatment?.phase, "shown");
  assert.ok(!doctor.asked.includes("treat trusted-sites"), "nothing is done before consent");
  await conduct.treat();
  assert.deepEqual(store.get().screen, { at: "after", task: "trusted-sites" });
  assert.deepEqual(doctor.asked, [
    "state",
    "guide",
    "diagnose blank-window",
    "preview",
    "treat trusted-sites",
  ]);
});

test("consent without anything shown does nothing", async () => {
  const { doctor, conduct } = staged();
  await conduct.open();
  await conduct.begin(null);
  await conduct.treat();
  await conduct.undo();
  assert.deepEqual(doctor.asked, ["state", "guide", "diagnose -"]);
});

test("a look that is stopped says nothing afterwards", async () => {
  const { store, conduct } = staged({ paceMs: -1 });
  await conduct.open();
  const looking = conduct.begin(null);
  conduct.stop();
  await looking;
  assert.deepEqual(
    [store.get().screen.at, store.get().trouble?.code, store.get().judged],
    ["start", "stopped", null],
  );
});

test("where nothing is left to do it asks whether the payment works, and then gives up", async () => {
  const { store, conduct } = staged();
  await conduct.open();
  await conduct.begin(null);
  conduct.did("trusted-sites", "skipped");
  conduct.next();
  assert.equal(store.get().screen.at, "end");
  conduct.next();
  assert.equal(store.get().screen.at, "stuck");
});

test("trouble is told, and a doctor that throws is trouble like any other", async () => {
  const { store, conduct } = staged({ troubles: { diagnose: { code: "busy" } } });
  await conduct.open();
  await conduct.begin(null);
  assert.equal(store.get().trouble?.code, "busy");
  const { doctor, store: other } = staged();
  doctor.state = () => Promise.reject(new TypeError("x"));
  await createConduct(doctor, other).open();
  assert.deepEqual(other.get().trouble, { code: "surprise", detail: "TypeError" });
});

test("a saved file is judged like a look", async () => {
  const { store, conduct } = staged();
  await conduct.open();
  await conduct.judge("{}");
  assert.equal(store.get().screen.at, "result");
  const damaged = staged({ troubles: { judge: { code: "bad-evidence", detail: "1:1" } } });
  await damaged.conduct.open();
  await damaged.conduct.judge("x");
  assert.equal(damaged.store.get().screen.at, "start");
});

test("thirty events of one instant are one picture", () => {
  const waiting: (() => void)[] = [];
  const store = createStore(firstModel("ko"), (work) => waiting.push(work));
  let drawn = 0;
  const stop = store.watch(() => {
    drawn += 1;
  });
  for (let count = 0; count < 30; count += 1) store.tell({ type: "searched", query: `${count}` });
  assert.equal(waiting.length, 1);
  waiting[0]!();
  assert.deepEqual([drawn, store.get().query], [1, "29"]);
  stop();
});

test("where nobody is there to do a task, it is done and looked at again", async () => {
  const demo = { lab: "memory" as const, faults: [], chosen: ["site.not-trusted"], shop: true };
  const looks = [broken, {}].map((sketch) => ({ events: [], judged: sketched(guide, sketch) }));
  const { doctor, store, conduct } = staged({ looks, who: { ...stateOf(guide), demo } });
  await conduct.open();
  await conduct.begin("blank-window");
  conduct.next();
  await conduct.done("trusted-sites");
  assert.deepEqual(store.get().who?.demo?.chosen, []);
  assert.deepEqual(store.get().screen, { at: "after", task: "trusted-sites" });
  assert.equal(store.get().course[0]?.state, "done");
  await conduct.openShop();
  assert.deepEqual(
    store.get().screen,
    { at: "after", task: "trusted-sites" },
    "nothing else moves",
  );
  assert.deepEqual(doctor.asked.slice(-3), ["demo", "diagnose blank-window", "demo"]);
});

test("whoever reads a letter does all that it asks, and it is looked at again once", async () => {
  const demo = { lab: "memory" as const, faults: [], chosen: ["tcp.drop"], shop: true };
  const asks: Sketch = {
    findings: [
      { cause: "tcp.drop", owner: "network" },
      { cause: "net.no-route", owner: "network" },
    ],
  };
  const looks = [asks, {}].map((sketch) => ({ events: [], judged: sketched(guide, sketch) }));
  const { doctor, store, conduct } = staged({ looks, who: { ...stateOf(guide), demo } });
  await conduct.open();
  await conduct.begin("blank-window");
  assert.equal(store.get().course.length, 1);
  await conduct.done("letter:network");
  assert.deepEqual(doctor.asked.slice(-3), ["demo", "demo", "diagnose blank-window"]);
  assert.equal(store.get().course[0]?.state, "done");
});
