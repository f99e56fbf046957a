import assert from "node:assert/strict";
import { after, describe, it } from "node:test";
import { openContainer } from "../../src/bundle/container/read.ts";
import { BundleFault } from "../../src/bundle/fault.ts";
import { asIfUnpacked, bundleFiles, placeOf, unpackTo } from "../../src/cli/bundle/bundle-files.ts";
import { patient, windowsPc } from "../doctor/_patient.ts";
import { verify } from "./_forge.ts";
import { sceneIn } from "./_scene.ts";
import { workshop } from "./_stage.ts";

const { folder, remove } = workshop();
after(remove);
const { honest, seen, changed } = await sceneIn(folder);
const bundle = changed(() => {});
const { artefacts } = await verify(bundle, seen);
const to = "%LocalAppData%\\Jochi\\unpacked";
const path = placeOf(to, "installers/setup.exe");
const filesOf = async (bytes: Buffer) =>
  bundleFiles(await openContainer(bytes), artefacts, (name) => placeOf(to, name));

describe("files of a bundle on a PC", () => {
  it("are seen as if they were there, and nothing is written", async () => {
    const { machine, system } = patient({ world: windowsPc() });
    const before = JSON.stringify(system.world());
    const wanted = honest.get("installers/setup.exe")!;
    const seenBy = asIfUnpacked(machine, await filesOf(bundle)).system;
    for (const name of [path, path.toUpperCase()]) {
      const fact = await seenBy.fileFact(name);
      const file = { kind: "file", size: wanted.length };
      assert.deepEqual(fact, { state: "found", value: file });
      const whole = await seenBy.readFile(name, wanted.length);
      assert.ok(whole.state === "found" && wanted.equals(whole.value));
      const part = await seenBy.readPart(name, 512, 64);
      assert.ok(part.state === "found" && wanted.subarray(512, 576).equals(part.value));
    }
    const tooLarge = await seenBy.readFile(path, 10);
    assert.deepEqual(tooLarge, { state: "unreadable", failure: "too-large" });
    assert.deepEqual(await seenBy.fileFact(`${to}\\none.exe`), { state: "absent" });
    assert.equal(JSON.stringify(system.world()), before);
  });

  it("are written only as they were verified", async () => {
    const { system } = patient({ world: windowsPc() });
    assert.deepEqual(await unpackTo(system, await filesOf(bundle), [path]), { ok: true });
    const read = await system.readFile(path, 1_000_000);
    assert.ok(read.state === "found" && honest.get("installers/setup.exe")!.equals(read.value));

    const other = Buffer.from(honest.get("installers/setup.exe")!);
    other[100]! ^= 1;
    const exchanged = await filesOf(changed((e) => e.set("installers/setup.exe", other)));
    const { system: fresh } = patient({ world: windowsPc() });
    await assert.rejects(
      unpackTo(fresh, exchanged, [path]),
      (error) => error instanceof BundleFault && error.code === "entry.hash",
    );
    assert.deepEqual(await fresh.fileFact(path), { state: "absent" });
  });
});
