import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { State } from "../../src/portal/wire.ts";
import type { DemoLab } from "../../src/server/practice/demo.ts";
import { openDemo } from "../../src/server/practice/demo.ts";
import { call, guideName, type Served, served } from "../server/_served.ts";
import { causesIn, diagnosed, tour, tours } from "../server/_tour.ts";
import { skip } from "./_lab.ts";

describe("the page over the network made of namespaces", { skip }, () => {
  let one: Served;
  let demo: DemoLab;
  before(async () => {
    demo = await openDemo(guideName, process.env);
    one = await served(demo);
  });
  after(() => one?.close());

  it("says that it is real, and knows one guide", async () => {
    const state = (await call(one, "GET", "/api/state")).json as State;
    assert.deepEqual([state.demo?.lab, state.can.treat, state.guides.length], ["real", true, 1]);
    assert.deepEqual(causesIn(await diagnosed(one)), []);
  });

  for (const [fault, cause, remedy] of tours)
    it(`leads from ${fault} to a PC in order, and back`, () => tour(one, fault, cause, remedy));

  it("stops where the page goes away, and goes on afterwards", async () => {
    await call(one, "POST", "/api/demo", { faults: ["tcp.drop"] });
    const gone = new AbortController();
    const left = call(
      one,
      "POST",
      "/api/diagnose",
      { guide: guideName },
      { signal: gone.signal, onText: () => gone.abort() },
    );
    await assert.rejects(left);
    await one.desk.settled();
    assert.deepEqual(causesIn(await diagnosed(one)), ["tcp.drop"]);
  });

  it("can be broken in several ways at once, and in others after that", async () => {
    const faults = ["tcp.drop:203.175.190.200", "popup.blocked"];
    await call(one, "POST", "/api/demo", { faults });
    assert.deepEqual(causesIn(await diagnosed(one)).sort(), ["popup.blocked", "tcp.drop"]);
    await call(one, "POST", "/api/demo", { faults: ["local.agent-down"] });
    assert.deepEqual(causesIn(await diagnosed(one)), ["local.agent-down"]);
  });
});
