import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { diagnose as judge } from "../engine/diagnose.ts";
import type { Evidence } from "../evidence/evidence.ts";
import { rowsOf } from "../guide/guide.ts";
import { loadGuide } from "../guide/load.ts";
import { loadScenarios } from "../lab/scenario.ts";
import { memoryMachine } from "../machine/memory.ts";
import { ownPath } from "../own/files.ts";
import { placesOf } from "../report/places.ts";
import { diagnose } from "./diagnose.ts";
import type { PlaceNow, ProgressEvent } from "./watch.ts";

const guide = loadGuide("bankpay-transfer@2018.11");
const scenarios = loadScenarios(ownPath("scenarios"), guide);

async function watched(id: string, provisional = true) {
  const scenario = scenarios.find((each) => each.id === id)!;
  const events: ProgressEvent[] = [];
  const found = await diagnose(memoryMachine(scenario.world, { seed: 1 }), guide, {
    provisional,
    onEvent: (event) => events.push(event),
  });
  return { events, ...found };
}

/** What was told of a place before every row had been told, and at the end. */
function toldOf(events: ProgressEvent[], place: "pc" | "firewall") {
  const all = events.flatMap((event): PlaceNow[] =>
    event.type === "place" && event.place === place ? [event.stands] : [],
  );
  const lastWalk = events
    .slice(0, -rowsOf(guide).length - 1)
    .findLastIndex(({ type }) => type === "row");
  const early = events
    .slice(0, lastWalk)
    .flatMap((event): PlaceNow[] =>
      event.type === "place" && event.place === place ? [event.stands] : [],
    );
  return { all, early };
}

describe("while it is being found", () => {
  test("the PC turns green before the rows are all walked", async () => {
    const { pc, firewall } = await placesIn("drop-group");
    assert.deepEqual(pc.early, ["looked", "ok"]);
    assert.deepEqual(pc.all, ["looked", "ok"]);
    assert.equal(firewall.all.at(-1), "bad");
  });

  test("the PC turns red before all is judged", async () => {
    const { events } = await watched("popup-blocked");
    const red = events.findIndex((event) => event.type === "place" && event.stands === "bad");
    // At the end every row is told once more.
    assert.ok(red > 0 && red < events.length - rowsOf(guide).length - 1);
    assert.deepEqual(toldOf(events, "pc").all, ["looked", "bad"]);
  });

  test("where every row answers, what is between turns green", async () => {
    const { firewall } = await placesIn("healthy");
    assert.deepEqual(firewall.all, ["looked", "ok"]);
  });

  test("a cause that is confirmed turns it red before the end", async () => {
    const { firewall } = await placesIn("block-page");
    assert.deepEqual(firewall.early, ["looked", "bad"]);
  });

  test("what nobody can tell ends grey", async () => {
    const { events, diagnosis } = await watched("offline");
    for (const place of ["pc", "firewall"] as const)
      assert.equal(toldOf(events, place).all.at(-1), placesOf(diagnosis)[place]);
  });

  test("nothing is told of places where nobody asked for what is provisional", async () => {
    const { events } = await watched("healthy", false);
    assert.ok(events.every(({ type }) => type !== "place"));
  });

  test("rows behind a proxy are told one by one", async () => {
    const { events } = await watched("healthy-proxy");
    const rows = events.filter(({ type }) => type === "row").length;
    assert.ok(rows > rowsOf(guide).length, "before the end, and at the end");
  });
});

async function placesIn(id: string) {
  const { events } = await watched(id);
  return { pc: toldOf(events, "pc"), firewall: toldOf(events, "firewall") };
}

describe("in every scenario", () => {
  test("neither green nor red is taken back", async () => {
    const taken: string[] = [];
    for (const { id } of scenarios) {
      const { events } = await watched(id);
      for (const place of ["pc", "firewall"] as const) {
        const { all } = toldOf(events, place);
        if (all.slice(0, -1).some((stands) => stands !== "looked"))
          taken.push(`${id}: ${place} ${all.join(", ")}`);
      }
    }
    assert.deepEqual(taken, []);
  });
});

test("judging less evidence is not judging other evidence", async () => {
  const { evidence } = await watched("drop-group");
  const nothing: Evidence = { ...evidence, facts: [] };
  const { diagnosis } = judge(guide, nothing);
  assert.notEqual(placesOf(diagnosis).pc, "bad");
  assert.notEqual(placesOf(diagnosis).firewall, "bad");
});

/** How often what is done with this guide thinks about what to do: nobody else reads its dialogues. */
function counted() {
  let plans = 0;
  const watchedGuide = new Proxy(guide, {
    get(target, name) {
      if (name === "dialogues") plans += 1;
      return Reflect.get(target, name);
    },
  });
  return { guide: watchedGuide, plans: () => plans };
}

test("the plan is made once, however many rows were told before", async () => {
  const { world } = scenarios.find(({ id }) => id === "drop-group")!;
  const whole = counted();
  let rows = 0;
  const { diagnosis, evidence } = await diagnose(memoryMachine(world, { seed: 1 }), whole.guide, {
    provisional: true,
    onEvent: ({ type }) => {
      if (type !== "row") return;
      rows += 1;
      if (rows === rowsOf(guide).length) assert.equal(whole.plans(), 0, "none while it is looked");
    },
  });
  const once = counted();
  assert.deepEqual(judge(once.guide, evidence).diagnosis, diagnosis);
  assert.ok(rows > rowsOf(guide).length, "rows were told before the end");
  assert.ok(once.plans() > 0 && diagnosis.plan.length > 0);
  assert.equal(whole.plans(), once.plans());
});
