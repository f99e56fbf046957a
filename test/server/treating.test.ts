import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { type MemorySystemOptions, memorySystem } from "../../src/machine/memory/system.ts";
import type { JournalList, Preview, TreatResult, UndoPreview } from "../../src/portal/wire.ts";
import { carrierFor } from "../../src/server/practice/carry-out.ts";
import { createGuides } from "../../src/server/practice/guides.ts";
import type { Practice } from "../../src/server/practice/practice.ts";
import { treatNow } from "../doctor/_crash.ts";
import {
  bytesOf,
  dword,
  patientOf,
  sz,
  uninstall,
  windowsPc,
  zoneMap,
} from "../doctor/_patient.ts";
import { filesFolder, installer, pinnedGuide, withInstaller } from "../doctor/_pins.ts";
import { call, guideName, linesOf, served } from "./_served.ts";

const guide = guideName;
const remedy = "trusted-sites";
const domains = `${zoneMap}\\Domains`;
let pcs = 0;

/** A server at the side of a PC of plain data, and the calls of a page. */
async function atSideOf(options: MemorySystemOptions) {
  const system = memorySystem(options);
  const guides = createGuides(guideName, true);
  pcs += 1;
  const alone = `test of the server ${process.pid} ${pcs}`;
  const practice: Practice = {
    carryOut: carrierFor({ machine: async () => patientOf(system), guide: guides.get, alone }),
    close: async () => {},
  };
  const one = await served({ practice, guides });
  const ask = (path: string, body: object) => call(one, "POST", path, body);
  return {
    one,
    system,
    alone,
    preview: async (id = remedy) =>
      (await ask("/api/preview", { guide, remedy: id })).json as Preview,
    treat: async (preview: string, id = remedy) =>
      ask("/api/treat", { guide, remedy: id, preview }),
    journal: async () => (await call(one, "GET", "/api/journal")).json as JournalList,
    ask,
    close: () => one.close(),
  };
}

describe("a treatment from the page", () => {
  it("does what the preview has shown, tells each step, verifies, and can be taken back", async () => {
    const pc = await atSideOf({ world: windowsPc() });
    const start = bytesOf(pc.system.world());
    const { preview, entries, refused } = await pc.preview();
    assert.equal(bytesOf(pc.system.world()), start, "a preview changes nothing");
    assert.ok(entries.length >= 2 && refused.length === 0);

    const lines = linesOf((await pc.treat(preview)).text);
    const types = lines.map(({ type }) => type);
    const at = (type: string) => types.indexOf(type);
    assert.ok(at("journal") >= 0 && at("journal") < at("verifying"));
    assert.ok(at("verifying") < at("treated") && at("treated") < at("start"));
    assert.equal(types.at(-1), "report");
    assert.equal(types.filter((type) => type === "verifying").length, 1);
    const states = lines.filter(({ type }) => type === "journal").map((line) => line.states);
    assert.ok((states[0] as string[]).every((state) => state === "planned"));
    assert.ok((states.at(-1) as string[]).every((state) => state === "done"));
    const { result } = lines[at("treated")] as unknown as { result: TreatResult };
    assert.equal(result.outcome, "done");
    assert.deepEqual(
      [result.before, result.after].map((all) => all.map(({ verdict }) => verdict)),
      [
        ["fail", "fail"],
        ["pass", "pass"],
      ],
    );

    const [item] = (await pc.journal()).items;
    assert.deepEqual([item?.remedy, item?.state, item?.id], [remedy, "open", result.journal]);
    const { steps } = (await pc.ask("/api/undo-preview", { id: item?.id })).json as UndoPreview;
    assert.equal(steps.length, entries.length);
    assert.equal(steps[0]?.will, "take-back", "the newest first");
    const undone = linesOf((await pc.ask("/api/undo", { id: item?.id })).text);
    assert.deepEqual(undone.at(-1), {
      type: "undone",
      result: { outcome: "undone", remains: [] },
    });
    assert.equal(bytesOf(pc.system.world()), start);
    assert.equal((await pc.journal()).items[0]?.state, "undone");
    await pc.close();
  });

  it("stays, as not proven, where only the browser can ask the person", async () => {
    const pc = await atSideOf({ world: windowsPc({ elevated: true }) });
    const id = "allow-local-access";
    const { preview } = await pc.preview(id);
    const lines = linesOf((await pc.treat(preview, id)).text);
    const { result } = lines.find(({ type }) => type === "treated") as unknown as {
      result: TreatResult;
    };
    assert.deepEqual([result.outcome, result.notProven], ["done", true]);
    assert.equal((await pc.journal()).items[0]?.state, "open");
    await pc.close();
  });

  it("is shown with the program that undoing would start", async () => {
    const program = "C:\\Program Files\\NOS\\un.exe";
    const world = withInstaller(windowsPc({ elevated: true }), installer);
    const name = "nProtect Online Security V1.0(PFS)";
    world.programs.push({
      path: `${filesFolder}\\nos_setup.exe`,
      code: 0,
      effects: [
        { do: "file", path: program, base64: "TVo=" },
        {
          do: "key",
          path: `${uninstall}\\NOS`,
          values: [sz("DisplayName", name), sz("UninstallString", `"${program}" /S`)],
        },
      ],
    });
    const pc = await atSideOf({ world });
    const pinned = pinnedGuide();
    const wanted = pinned.remedies.find(({ id }) => id === "install-programs")!;
    await treatNow(patientOf(pc.system), pinned, wanted, filesFolder);
    const [item] = (await pc.journal()).items;
    const { steps } = (await pc.ask("/api/undo-preview", { id: item?.id })).json as UndoPreview;
    assert.deepEqual(steps[0]?.runs, { program, args: ["/S"] });
    await pc.close();
  });

  it("is not begun where things are no longer as they were shown", async () => {
    const pc = await atSideOf({ world: windowsPc() });
    const { preview } = await pc.preview();
    const path = `${domains}\\bankpay.or.kr\\www`;
    assert.ok(
      (await pc.system.writeKey({ path, view: undefined, values: [dword("https", 1)] })).ok,
    );
    const changed = bytesOf(pc.system.world());
    const { status, json } = await pc.treat(preview);
    assert.deepEqual([status, json], [409, { error: { code: "preview-outdated" } }]);
    assert.equal(bytesOf(pc.system.world()), changed);
    await pc.close();
  });

  it("takes consent once, for one remedy, and for nothing that was not shown", async () => {
    const pc = await atSideOf({ world: windowsPc() });
    const start = bytesOf(pc.system.world());
    const outdated = { error: { code: "preview-outdated" } };
    assert.deepEqual((await pc.treat("made up")).json, outdated);
    const { preview } = await pc.preview();
    assert.deepEqual((await pc.treat(preview, "popup-and-toolbars")).json, outdated);
    assert.deepEqual((await pc.treat(preview)).json, outdated, "used up by the other");
    assert.equal(bytesOf(pc.system.world()), start);
    const again = await pc.preview();
    assert.equal(linesOf((await pc.treat(again.preview)).text).at(-1)?.type, "report");
    assert.deepEqual((await pc.treat(again.preview)).json, outdated, "used up by itself");
    for (const id of ["no-such-remedy", "restart-pc"]) {
      const { json } = await pc.ask("/api/preview", { guide, remedy: id });
      assert.deepEqual(json, { error: { code: "unknown-remedy", detail: id } });
    }
    assert.deepEqual((await pc.ask("/api/undo", { id: "x" })).json, {
      error: { code: "unknown-journal", detail: "x" },
    });
    await pc.close();
  });

  it("is taken back where the page goes away in the middle", async () => {
    const pc = await atSideOf({ world: windowsPc() });
    const start = bytesOf(pc.system.world());
    const { preview } = await pc.preview();
    const gone = new AbortController();
    const left = call(
      pc.one,
      "POST",
      "/api/treat",
      { guide, remedy, preview },
      { signal: gone.signal, onText: () => gone.abort() },
    );
    await assert.rejects(left);
    await pc.one.desk.settled();
    const [item] = (await pc.journal()).items;
    // It may have come to its end before it was told; half of it is what must not be.
    if (item?.state === "open") await pc.ask("/api/undo", { id: item.id });
    assert.equal(bytesOf(pc.system.world()), start);
    await pc.close();
  });

  it("waits until one that was cut off has been taken back", async () => {
    const pc = await atSideOf({ world: windowsPc(), changesUntilPowerCut: 3 });
    const start = bytesOf(memorySystem({ world: windowsPc() }).world());
    const { preview } = await pc.preview();
    const cut = linesOf((await pc.treat(preview)).text).at(-1);
    assert.equal(cut?.type, "error");
    const world = pc.system.world();
    await pc.close();

    const next = await atSideOf({ world });
    const [item] = (await next.journal()).items;
    assert.equal(item?.state, "interrupted");
    const { json } = await next.ask("/api/preview", { guide, remedy: "popup-and-toolbars" });
    assert.deepEqual(json, { error: { code: "interrupted", detail: item?.id } });
    const undone = linesOf((await next.ask("/api/undo", { id: item?.id })).text);
    assert.deepEqual(undone.at(-1)?.result, { outcome: "undone", remains: [] });
    assert.equal(bytesOf(next.system.world()), start);
    await next.close();
  });

  it("leaves a PC alone whose records cannot be read", async () => {
    const world = windowsPc();
    world.files.push({
      path: "C:\\Users\\user\\AppData\\Local\\Jochi\\journal\\20260101-000000-x.json",
      base64: Buffer.from("{").toString("base64"),
    });
    const pc = await atSideOf({ world });
    const { json } = await pc.ask("/api/preview", { guide, remedy });
    const { code, detail } = (json as { error: { code: string; detail: string } }).error;
    assert.deepEqual([code, detail.endsWith("20260101-000000-x.json")], ["cannot-treat", true]);
    assert.equal((await pc.journal()).damaged[0]?.problem, "not-json");
    await pc.close();
  });
});
