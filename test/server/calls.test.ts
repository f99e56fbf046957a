import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { State } from "../../src/portal/wire.ts";
import type { Order, Practice } from "../../src/server/practice/practice.ts";
import { refuse } from "../../src/server/refusal.ts";
import { call, guideName, linesOf, type Served, served } from "./_served.ts";

const guide = guideName;

describe("the calls of the page, over the in-memory network", () => {
  let one: Served;
  before(async () => {
    one = await served();
  });
  after(() => one.close());

  const state = async () => (await call(one, "GET", "/api/state")).json as State;
  const diagnose = async (ask: object = { guide }) =>
    linesOf((await call(one, "POST", "/api/diagnose", ask)).text);

  it("says who stands behind the page", async () => {
    const { version, lang, platform, guides, can, demo } = await state();
    assert.match(version, /^\d+\.\d+\.\d+$/);
    assert.deepEqual([lang, platform], ["ko", "memory"]);
    assert.deepEqual(
      guides.map(({ id, edition }) => `${id}@${edition}`),
      [guide],
    );
    assert.deepEqual([can.diagnose, can.judge], [true, true]);
    assert.ok(["csv", "xlsx", "md"].every((format) => can.formats.includes(format)));
    assert.equal(demo?.lab, "memory");
    assert.ok(demo.faults.length > 30 && demo.faults.every(({ title }) => title.ko));
    assert.deepEqual(demo.chosen, []);
  });

  it("diagnoses line by line: what happens, and last the report with its evidence", async () => {
    const lines = await diagnose();
    assert.equal(lines[0]?.type, "start");
    const types = lines.map(({ type }) => type);
    assert.equal(types.filter((type) => type === "report").length, 1);
    assert.equal(types.at(-1), "report");
    assert.ok(types.filter((type) => type === "row").length > 20);
    const report = lines.at(-1) as { diagnosis: { findings: unknown[] }; evidence: object };
    assert.deepEqual(report.diagnosis.findings, []);
    assert.ok(report.evidence);
  });

  it("breaks the network as it is told, and finds that", async () => {
    const choose = (faults: unknown) => call(one, "POST", "/api/demo", { faults });
    const changed = await choose(["tcp.drop:203.175.190.200", "popup.blocked"]);
    assert.deepEqual((changed.json as State).demo?.chosen, [
      "tcp.drop:203.175.190.200",
      "popup.blocked",
    ]);
    const { diagnosis } = (await diagnose()).at(-1) as {
      diagnosis: { findings: { cause: string }[] };
    };
    const causes = diagnosis.findings.map(({ cause }) => cause).sort();
    assert.deepEqual(causes, ["popup.blocked", "tcp.drop"]);
    for (const faults of [["no.such"], ["tcp.drop:192.0.2.1"], Array(9).fill("tcp.drop"), "x", [1]])
      assert.equal((await choose(faults)).status, 400);
    assert.deepEqual((await state()).demo?.chosen.length, 2, "what was refused changed nothing");
    assert.deepEqual(((await choose([])).json as State).demo?.chosen, []);
  });

  it("refuses a symptom that the guide does not have", async () => {
    const { status, json } = await call(one, "POST", "/api/diagnose", { guide, symptom: "nope" });
    assert.deepEqual([status, json], [400, { error: { code: "bad-request", detail: "symptom" } }]);
  });

  it("hands over files of each kind", async () => {
    const ask = (format: string, rows: string[] = []) =>
      call(one, "POST", "/api/hand-over", { guide, lang: "ko", format, rows });
    const csv = await ask("csv");
    assert.equal(csv.status, 200);
    assert.match(csv.headers["content-disposition"] ?? "", /^attachment; filename="[a-z0-9.-]+"$/);
    assert.match(csv.text, /203\.175\.190\.200/);
    const { diagnosis } = (await diagnose()).at(-1) as {
      diagnosis: { endpoints: { host: string; address: string; port: number }[] };
    };
    const { host, address, port } = diagnosis.endpoints[0]!;
    const row = await ask("csv", [`${host}|${address}:${port}`]);
    assert.equal(
      row.text
        .trim()
        .split("\n")
        .filter((line) => line.includes(address)).length,
      1,
    );
    assert.ok(row.text.length < csv.text.length / 2);
    assert.match((await ask("xlsx")).text, /^PK/);
    assert.deepEqual((await ask("exe")).json, { error: { code: "no-format", detail: "exe" } });
    assert.equal((await ask("csv", ["nowhere|192.0.2.1:1"])).status, 400);
  });

  it("holds a page's line open, and ends it with the server", async () => {
    const other = await served();
    let seen = "";
    const open = call(other, "GET", "/api/open", undefined, {
      onText: (text) => {
        seen += text;
        if (seen.includes("\n")) other.server.close();
      },
    });
    await assert.rejects(open);
    assert.deepEqual(linesOf(seen)[0], { type: "open" });
    await other.close();
  });
});

describe("one piece of work at a time", () => {
  /** A practice that does what it is told when the test says so. */
  function patient(slowMs = 0) {
    const orders: { order: Order; signal: AbortSignal; end: (value: unknown) => void }[] = [];
    let told = () => {};
    const practice: Practice = {
      carryOut: (order, emit, signal) => {
        if (order.do === "about") return Promise.resolve({ platform: "linux", treat: true });
        emit({ type: "phase", key: "network" });
        return new Promise((resolve, reject) => {
          orders.push({ order, signal, end: resolve });
          const stopped = () => reject(refuse("stopped"));
          signal.addEventListener("abort", () => {
            if (slowMs === 0) stopped();
            else setTimeout(stopped, slowMs);
          });
          told();
        });
      },
      close: async () => {},
    };
    const next = () =>
      new Promise<(typeof orders)[number]>((resolve) => {
        told = () => resolve(orders.shift()!);
        if (orders.length > 0) told();
      });
    return { practice, next };
  }

  it("tells a second one that it is busy, and is free again afterwards", async () => {
    const { practice, next } = patient();
    const one = await served({ practice });
    const first = call(one, "POST", "/api/diagnose", { guide });
    const { end } = await next();
    for (const [path, ask] of [
      ["/api/diagnose", { guide }],
      ["/api/undo", { id: "x" }],
      ["/api/preview", { guide, remedy: "x" }],
      ["/api/treat", { guide, remedy: "x", preview: "x" }],
    ] as const) {
      const { status, json } = await call(one, "POST", path, ask);
      assert.deepEqual([status, json], [409, { error: { code: "busy" } }], path);
    }
    end({ diagnosis: {}, evidence: {} });
    assert.equal(linesOf((await first).text).at(-1)?.type, "report");
    const again = call(one, "POST", "/api/diagnose", { guide });
    (await next()).end({});
    assert.equal((await again).status, 200);
    await one.close();
  });

  it("begins another for a page that has stopped the first, which takes a moment", async () => {
    const { practice, next } = patient(200);
    const one = await served({ practice });
    const gone = new AbortController();
    const first = call(one, "POST", "/api/diagnose", { guide }, { signal: gone.signal });
    first.catch(() => {});
    await next();
    gone.abort();
    const second = call(one, "POST", "/api/diagnose", { guide });
    (await next()).end({});
    assert.equal((await second).status, 200);
    await one.close();
  });

  it("stops when the page goes away, and not before", async () => {
    const { practice, next } = patient();
    const one = await served({ practice });
    for (let round = 0; round < 20; round += 1) {
      const gone = new AbortController();
      const left = call(one, "POST", "/api/diagnose", { guide }, { signal: gone.signal });
      left.catch(() => {});
      const { signal } = await next();
      assert.equal(signal.aborted, false);
      const stopped = new Promise((resolve) => signal.addEventListener("abort", resolve));
      gone.abort();
      await stopped;
      await one.desk.settled();
    }
    const last = call(one, "POST", "/api/diagnose", { guide });
    (await next()).end({});
    assert.equal((await last).status, 200);
    await one.close();
  });

  it("says by code what became of it, and nothing of a surprise but its name", async () => {
    const practice: Practice = {
      carryOut: async (order, emit) => {
        if (order.do === "about") return { platform: "linux", treat: false };
        if (order.do === "diagnose") emit({ type: "phase", key: "network" });
        throw Object.assign(new Error("a secret of this PC"), { name: "Odd" });
      },
      close: async () => {},
    };
    const one = await served({ practice });
    const { status, text } = await call(one, "POST", "/api/diagnose", { guide });
    assert.equal(status, 200);
    assert.deepEqual(linesOf(text).at(-1), {
      type: "error",
      error: { code: "surprise", detail: "Odd" },
    });
    const early = await call(one, "GET", "/api/journal");
    assert.deepEqual(
      [early.status, early.json],
      [500, { error: { code: "surprise", detail: "Odd" } }],
    );
    await one.close();
  });

  it("gives up on a page that reads nothing, and keeps no more than the limit", async () => {
    let written = 0;
    const line = { type: "row", id: "x".repeat(1_000) };
    const practice: Practice = {
      carryOut: async (order, emit, signal) => {
        if (order.do === "about") return { platform: "linux", treat: false };
        while (!signal.aborted && written < 200_000) {
          emit(line);
          written += 1;
          if (written % 1_000 === 0) await new Promise(setImmediate);
        }
        throw refuse("stopped");
      },
      close: async () => {},
    };
    const one = await served({ practice });
    const { silent } = await import("./_served.ts");
    const socket = await silent(one.port);
    socket.pause();
    const body = JSON.stringify({ guide });
    socket.write(
      `POST /api/diagnose HTTP/1.1\r\nHost: 127.0.0.1:${one.port}\r\nOrigin: http://127.0.0.1:${one.port}\r\nAuthorization: Bearer ${one.token}\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body}`,
    );
    while (written === 0) await new Promise(setImmediate);
    await one.desk.settled();
    assert.ok(written < 30_000, `${written} KB were written to a page that read none`);
    socket.destroy();
    await one.close();
  });
});
