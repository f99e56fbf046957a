import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { closeSync, openSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe } from "node:test";
import type { Preview, State, TreatResult } from "../../src/portal/wire.ts";
import { call, guideName, linesOf } from "../server/_served.ts";
import { wineIt } from "./stage/again.ts";
import { skip, type WinePc, winePc } from "./stage/wine-pc.ts";

const guide = guideName;
const remedy = "trusted-sites";

describe("the page that the program for Windows serves", { skip }, () => {
  let pc: WinePc;
  let one: { port: number; token: string };
  let stop = () => {};

  before(async () => {
    pc = await winePc();
    const { argv, env } = pc.command(["serve", "--lang", "en"]);
    const [program = "", ...args] = argv;
    // A pipe of this system is nothing that Windows programs can be sure to understand.
    const file = join(pc.folder, "serve.out");
    const output = openSync(file, "w");
    const child = spawn(program, args, {
      env: { ...env, JOCHI_NETWORK: "none" },
      stdio: ["ignore", output, output],
      timeout: 110_000,
    });
    closeSync(output);
    stop = () => child.kill("SIGKILL");
    const said = () => readFileSync(file, "utf8");
    while (!said().includes("Ctrl-C")) {
      assert.equal(child.exitCode, null, said());
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    const address = new URL(/http:\S+/.exec(said())![0]);
    const port = Number(address.port);
    const once = new URLSearchParams(address.hash.slice(1)).get("once");
    const session = await call({ port, token: "" }, "POST", "/api/session", { once });
    one = { port, token: (session.json as { token: string }).token };
  });
  after(() => {
    stop();
    pc?.close();
  });

  wineIt("has the page inside, and is at a Windows PC's side", async () => {
    const page = await call(one, "GET", "/");
    assert.match(page.text, /<div id="page">/);
    const state = (await call(one, "GET", "/api/state")).json as State;
    assert.deepEqual([state.platform, state.can.treat, state.demo], ["windows", true, null]);
    assert.ok(!state.can.formats.includes("pdf") && state.can.formats.includes("xlsx"));
  });

  wineIt("changes the registry as the preview has shown, and takes it back", async () => {
    const post = (path: string, body: object) => call(one, "POST", path, body);
    const key = "HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Internet Settings\\ZoneMap";
    const start = await pc.exportReg(key);
    const preview = (await post("/api/preview", { guide, remedy })).json as Preview;
    assert.ok(preview.entries.length > 0);
    const treated = await post("/api/treat", { guide, remedy, preview: preview.preview });
    const lines = linesOf(treated.text);
    const { result } = lines.find(({ type }) => type === "treated") as unknown as {
      result: TreatResult;
    };
    assert.equal(result.outcome, "done", JSON.stringify(result));
    assert.equal(lines.at(-1)?.type, "report");
    assert.notEqual(await pc.exportReg(key), start);
    const undone = linesOf((await post("/api/undo", { id: result.journal })).text).at(-1);
    assert.deepEqual(undone?.result, { outcome: "undone", remains: [] });
    assert.equal(await pc.exportReg(key), start);
  });
});
