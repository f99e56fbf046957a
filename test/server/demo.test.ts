import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { JournalList, Preview, State } from "../../src/portal/wire.ts";
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

  it("goes on where a task was done by whoever it belongs to, and keeps what was treated", async () => {
    const faults = ["site.not-trusted:bankpay", "program.missing:nos"];
    await call(one, "POST", "/api/demo", { faults });
    const ask = { guide: guideName, remedy: "trusted-sites" };
    const { preview } = (await call(one, "POST", "/api/preview", ask)).json as Preview;
    await call(one, "POST", "/api/treat", { ...ask, preview });
    const done = await call(one, "POST", "/api/demo", { done: "install-programs" });
    assert.deepEqual((done.json as State).demo?.chosen, ["site.not-trusted:bankpay"]);
    assert.deepEqual(causesIn(await diagnosed(one)), [], "the site is still trusted");
    const { items } = (await call(one, "GET", "/api/journal")).json as JournalList;
    assert.deepEqual(
      items.map(({ remedy }) => remedy),
      ["trusted-sites"],
    );
  });

  it("has a program back that was removed on the way to its installation", async () => {
    await call(one, "POST", "/api/demo", { faults: ["local.agent-certificate:nos-agent"] });
    const ask = { guide: guideName, remedy: "remove-programs" };
    const { preview } = (await call(one, "POST", "/api/preview", ask)).json as Preview;
    await call(one, "POST", "/api/treat", { ...ask, preview });
    assert.ok(causesIn(await diagnosed(one)).includes("program.missing"));
    await call(one, "POST", "/api/demo", { done: "install-programs" });
    assert.deepEqual(causesIn(await diagnosed(one)), []);
  });

  it("ends nothing that a task is not about, and all that it is about", async () => {
    await call(one, "POST", "/api/demo", { faults: ["tcp.drop", "popup.blocked"] });
    const left = async (done: string) =>
      ((await call(one, "POST", "/api/demo", { done })).json as State).demo?.chosen;
    assert.deepEqual(await left("restart-pc"), ["tcp.drop", "popup.blocked"]);
    assert.deepEqual(await left("firewall-request"), ["popup.blocked"]);
    assert.deepEqual(await left("cause:popup.blocked"), []);
  });

  it("has a payment that can go wrong by itself, and no browser to pay with", async () => {
    const { json } = await call(one, "POST", "/api/demo", { faults: ["payment.remote-session"] });
    const { demo } = json as State;
    assert.deepEqual([demo?.chosen, demo?.shop], [["payment.remote-session"], false]);
    assert.deepEqual(causesIn(await diagnosed(one)), [], "only a person can tell");
    const opened = await call(one, "POST", "/api/demo", { open: "shop" });
    assert.equal(opened.status, 400);
    for (const body of [{}, { done: "" }, { open: "door" }, { done: "x", faults: [] }])
      assert.equal((await call(one, "POST", "/api/demo", body)).status, 400);
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
