import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { State } from "../../src/portal/wire.ts";
import { call, guideName, type Served, served } from "./_served.ts";
import { causesIn, diagnosed, tour, tours } from "./_tour.ts";

describe("the page over the in-memory network", () => {
  let one: Served;
  before(async () => {
    one = await served();
  });
  after(() => one.close());

  it("can treat its PC", async () => {
    const { can } = (await call(one, "GET", "/api/state")).json as State;
    assert.equal(can.treat, true);
  });

  for (const [fault, cause, remedy] of tours)
    it(`leads from ${fault} to a PC in order, and back`, () => tour(one, fault, cause, remedy));

  it("has a fresh PC after each choice", async () => {
    await call(one, "POST", "/api/demo", { faults: ["popup.blocked"] });
    const { items } = (await call(one, "GET", "/api/journal")).json as { items: unknown[] };
    assert.deepEqual(items, []);
    await call(one, "POST", "/api/demo", { faults: [] });
    assert.deepEqual(causesIn(await diagnosed(one)), []);
  });

  it("says that another team has to act where it can do nothing", async () => {
    await call(one, "POST", "/api/demo", { faults: ["tcp.drop"] });
    const { json } = await call(one, "POST", "/api/preview", {
      guide: guideName,
      remedy: "firewall-request",
    });
    assert.deepEqual(json, { error: { code: "unknown-remedy", detail: "firewall-request" } });
  });
});
