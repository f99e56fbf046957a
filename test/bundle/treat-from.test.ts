import assert from "node:assert/strict";
import { join } from "node:path";
import { describe, it } from "node:test";
import { connectedStage, nextBundle } from "./_closed.ts";
import { closedPc, memoryOf, ownFiles, stateOf, withoutNos } from "./_closed-pc.ts";

const { folder, side } = connectedStage();
const older = await side.bundle("older.jochi");
const bundle = await nextBundle(side, "bundle.jochi", older);
const from = ["--bundle", bundle, "--fingerprint", side.fingerprint];
const fresh = () => closedPc(folder, withoutNos(side.installer));

describe("jochi treat --bundle", () => {
  it("does a remedy of the bundle's guide with the bundle's files", async () => {
    const pc = fresh();
    const before = JSON.stringify(pc.world());
    const first = stateOf(pc.world());
    const words = ["treat", "certificate-window", ...from, "--json"];
    const dry = await pc.jochi(...words, "--dry-run");
    assert.ok(JSON.stringify(pc.world()) === before, "a preview writes nothing");
    const [shown] = JSON.parse(dry.out).remedies;
    const actions = shown.changes.map(({ action }: { action: string }) => action);
    assert.ok(actions.includes("import-root"), dry.out);
    const done = await pc.jochi(...words, "--yes");
    const [treated] = JSON.parse(done.out).remedies;
    assert.deepEqual([treated.remedy, treated.outcome], ["certificate-window", "done"], done.err);
    assert.ok(memoryOf(pc.world()) !== undefined);
    assert.deepEqual(ownFiles(pc.world()), []);
    const undone = await pc.jochi("undo", "--all", "--yes");
    assert.notEqual(undone.code, 2, undone.out);
    assert.ok(stateOf(pc.world()) === first);
  });

  it("takes no bundle of strangers, and none that is older", async () => {
    const pc = fresh();
    const words = ["treat", "certificate-window", "--yes"];
    const nobody = await pc.jochi(...words, "--bundle", bundle);
    assert.equal(nobody.code, 2);
    assert.match(nobody.err, new RegExp(side.fingerprint));
    await pc.jochi(...words, ...from);
    const back = await pc.jochi(...words, "--bundle", older);
    assert.equal(back.code, 1, back.out);
    assert.match(back.err, /older/);
  });

  it("knows only what is in the bundle's guides, in one line each", async () => {
    const pc = fresh();
    for (const [words, says] of [
      [["certificate-window", ...from, "--guide", "other"], /not in the bundle: other/],
      [["no-such-remedy", ...from], /unknown remedy/],
      [[...from, "--files", "C:\\x"], /cannot be used together/],
      [[...from, "--list"], /cannot be used together/],
      [["--bundle", join(folder, "none.jochi")], /cannot be read/],
    ] as [string[], RegExp][]) {
      const { code, err } = await pc.jochi("treat", ...words);
      assert.equal(code, 2, err);
      assert.match(err, says);
      assert.equal(err.trim().split("\n").length, 1, err);
    }
  });
});
