import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { connectedStage } from "./_closed.ts";
import { closedPc, memoryOf, ownFiles, stateOf, withoutNos } from "./_closed-pc.ts";

const { folder, side } = connectedStage();
const bundle = await side.bundle("bundle.jochi");
const words = ["bundle", "install", bundle, "--fingerprint", side.fingerprint, "--yes"];
const undo = ["undo", "--all", "--yes"];
/** Far more than any installation here writes. */
const writesMax = 100;
/** So many go on beside each other, each with PCs of its own. */
const lanes = 4;

describe("jochi bundle install, killed before each single write to the PC", {
  concurrency: 2,
}, () => {
  const start = withoutNos(side.installer);
  const first = stateOf(closedPc(folder, start).world());
  let whole: Promise<string> | undefined;
  /** The PC after a run that nobody disturbed. */
  const end = () => (whole ??= untouched());
  let writes = writesMax;

  async function untouched(): Promise<string> {
    const pc = closedPc(folder, start);
    await pc.jochi(...words);
    const state = stateOf(pc.world());
    assert.ok(state !== first);
    return state;
  }

  for (let lane = 0; lane < lanes; lane += 1) {
    it(`is finished or taken back to the byte (${lane + 1} of ${lanes})`, async () => {
      for (let step = lane; step < writes; step += lanes) await killedAt(step);
      assert.ok(writes > 10 && writes < writesMax, `${writes} writes`);
    });
  }

  async function killedAt(step: number): Promise<void> {
    const pc = closedPc(folder, start);
    const { signal, err } = await pc.killed(step, ...words);
    if (signal === undefined) {
      writes = Math.min(writes, step);
      return;
    }
    assert.equal(signal, "SIGKILL", err);
    const left = pc.world();
    // It is remembered before anything else, whole or not at all: the next run takes it.
    assert.equal(memoryOf(left) === undefined, step === 0, `step ${step}`);
    if (Math.floor(step / lanes) % 2 === 0) {
      const rerun = await pc.jochi(...words);
      assert.notEqual(rerun.code, 2, `step ${step}: ${rerun.err}`);
      assert.ok(stateOf(pc.world()) === (await end()), `step ${step}: as if nothing had happened`);
      assert.deepEqual(ownFiles(pc.world()), [], `step ${step}`);
    }
    const undone = await pc.jochi(...undo);
    assert.equal(undone.code, 0, `step ${step}: ${undone.out}${undone.err}`);
    const now = pc.world();
    // What was unpacked is taken away by whoever installs next, and is of no use until then.
    now.files = now.files.filter(({ path }) => !path.includes("\\Jochi\\unpacked\\"));
    assert.ok(stateOf(now) === first, `step ${step}: as it was before`);
  }
});
