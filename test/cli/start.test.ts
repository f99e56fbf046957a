import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { createServer } from "node:net";
import { join } from "node:path";
import { describe, it } from "node:test";
import { width } from "../../src/report/columns.ts";
import { run } from "../house/_run.ts";
import { root } from "../house/_source.ts";
import { call } from "../server/_served.ts";

const quiet = { JOCHI_NETWORK: "none", DISPLAY: "", WAYLAND_DISPLAY: "" };

interface Running {
  child: ChildProcess;
  out(): string;
  err(): string;
  address: URL;
  ended: Promise<{ code: number | null; signal: NodeJS.Signals | null }>;
}

/** Starts the program and waits for the address that it prints. */
function start(...args: string[]): Promise<Running> {
  const child = spawn(join(root, "jochi"), args, {
    env: { ...process.env, ...quiet },
    stdio: ["ignore", "pipe", "pipe"],
    timeout: 60_000,
  });
  let out = "";
  let err = "";
  const ended = new Promise<{ code: number | null; signal: NodeJS.Signals | null }>((resolve) =>
    child.on("close", (code, signal) => resolve({ code, signal })),
  );
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    err += text;
  });
  return new Promise((resolve, reject) => {
    void ended.then(() => reject(new Error(`it ended: ${out}${err}`)));
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      out += text;
      const found = /http:\S+/.exec(out);
      if (!found || !out.includes("Ctrl-C")) return;
      resolve({ child, out: () => out, err: () => err, address: new URL(found[0]), ended });
    });
  });
}

async function sessionOf({ address }: Running) {
  const port = Number(address.port);
  const once = new URLSearchParams(address.hash.slice(1)).get("once");
  const { status, json } = await call({ port, token: "" }, "POST", "/api/session", { once });
  assert.equal(status, 200);
  return { port, token: (json as { token: string }).token, once: once! };
}

describe("jochi start and jochi serve", () => {
  it("have a help in both languages that fits a terminal", async () => {
    for (const name of ["start", "serve"])
      for (const lang of ["ko", "en"]) {
        const { code, out, err } = await run([name, "--help", "--lang", lang]);
        assert.deepEqual([code, err], [0, ""]);
        const wide = out.split("\n").filter((line) => width(line) > 80);
        assert.deepEqual(wide, []);
        assert.equal(out.includes("--no-open"), name === "start");
      }
  });

  it("refuse bad input with one line and 2", async () => {
    for (const [args, line] of [
      [["serve", "--port", "0"], /--port 0: .*1.*65535/],
      [["serve", "--port", "80a"], /--port 80a/],
      [["start", "--idle", "0"], /--idle 0: .*1.*1440/],
      [["start", "--guide", "nope"], /nope/],
      [["serve", "--no-open"], /--no-open/],
      [["serve", "surplus"], /surplus/],
    ] as const) {
      const { code, out, err } = await run([...args], { env: quiet });
      assert.deepEqual([code, out], [2, ""], args.join(" "));
      assert.match(err, line);
      assert.equal(err.trimEnd().split("\n").length, 1, err);
    }
  });

  it("serve the page and its calls until they are stopped, and then end in order", async () => {
    const one = await start("serve", "--lang", "en");
    const { port, token, once } = await sessionOf(one);
    const page = await call({ port, token: "" }, "GET", "/");
    assert.match(page.text, /<div id="page">/);
    const state = await call({ port, token }, "GET", "/api/state");
    const { lang, demo, guides } = state.json as { lang: string; demo: unknown; guides: unknown[] };
    assert.deepEqual([lang, demo], ["en", null]);
    assert.ok(guides.length > 0);
    const seen = readFileSync(`/proc/${one.child.pid}/cmdline`, "utf8");
    assert.ok(!seen.includes(once) && !seen.includes(token));
    one.child.kill("SIGTERM");
    assert.deepEqual(await one.ended, { code: 143, signal: null });
    assert.ok(!(one.out() + one.err()).includes(token), "the token is told to nobody");
    await assert.rejects(call({ port, token }, "GET", "/"), { code: "ECONNREFUSED" });
  });

  it("print another address where a used one is opened", async () => {
    const one = await start("serve", "--lang", "en");
    const { port, once } = await sessionOf(one);
    const again = await call({ port, token: "" }, "POST", "/api/session", { once });
    assert.equal(again.status, 403);
    while (one.out().match(/http:\S+/g)?.length !== 2) await new Promise(setImmediate);
    const fresh = new URL(one.out().match(/http:\S+/g)![1]!);
    await sessionOf({ ...one, address: fresh });
    one.child.kill("SIGINT");
    assert.equal((await one.ended).code, 130);
  });

  it("say so where the port is taken", async () => {
    const taken = createServer().listen(0, "127.0.0.1");
    await new Promise((resolve) => taken.once("listening", resolve));
    const { port } = taken.address() as AddressInfo;
    const { code, err } = await run(["serve", "--port", String(port), "--lang", "en"], {
      env: quiet,
    });
    assert.equal(code, 2);
    assert.match(err, new RegExp(`^jochi: port ${port} is used by another program[^\\n]*\\n$`));
    taken.close();
  });

  it("open no browser where there is no screen, and say what to do", async () => {
    const one = await start("start", "--lang", "en");
    assert.match(one.out(), /^Open this address in a browser:\n {2}http:\/\/127\.0\.0\.1:\d+\/#/);
    one.child.kill("SIGTERM");
    await one.ended;
  });
});
