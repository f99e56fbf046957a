import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { watchIdle } from "../../src/server/idle.ts";
import { call, served } from "./_served.ts";

describe("a server that nobody uses", () => {
  it("ends by itself, and says why", async () => {
    const one = await served({ idleMs: 50, session: false });
    assert.equal(await one.server.ended, "idle");
    await assert.rejects(call(one, "GET", "/"), { code: "ECONNREFUSED" });
    await one.close();
  });

  it("does not end while somebody is there, or while something is to be brought to its end", (t) => {
    t.mock.timers.enable({ apis: ["setTimeout"] });
    let asked = 0;
    let busy = true;
    const { touch, enter } = watchIdle(1_000, () => {
      asked += 1;
      return !busy;
    });
    t.mock.timers.tick(999);
    touch();
    t.mock.timers.tick(999);
    assert.equal(asked, 0);
    const [one, other] = [enter(), enter()];
    t.mock.timers.tick(10_000);
    one();
    one();
    t.mock.timers.tick(10_000);
    assert.equal(asked, 0, "the other is still there");
    other();
    t.mock.timers.tick(1_000);
    assert.equal(asked, 1);
    busy = false;
    t.mock.timers.tick(1_000);
    assert.equal(asked, 2, "asked again, as it was busy");
    touch();
    t.mock.timers.tick(10_000);
    assert.equal(asked, 2, "and then no more");
  });

  it("takes an open page for somebody who is there", async () => {
    const one = await served({ idleMs: 2_000 });
    const gone = new AbortController();
    let opened = () => {};
    const isOpen = new Promise<void>((resolve) => {
      opened = resolve;
    });
    const page = call(one, "GET", "/api/open", undefined, {
      signal: gone.signal,
      onText: () => opened(),
    });
    page.catch(() => {});
    await isOpen;
    const wait = new Promise((resolve) => setTimeout(resolve, 2_500, "still there"));
    assert.equal(await Promise.race([one.server.ended, wait]), "still there");
    gone.abort();
    assert.equal(await one.server.ended, "idle");
    await one.close();
  });
});
