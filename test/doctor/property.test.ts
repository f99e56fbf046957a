import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { isReversible } from "../../src/actions/change.ts";
import { openJournals } from "../../src/doctor/journal.ts";
import { prepare } from "../../src/doctor/prepare.ts";
import { previewUndo } from "../../src/doctor/undo.ts";
import type { ActionId } from "../../src/guide/schema/action.ts";
import { PowerCut } from "../../src/machine/memory/system.ts";
import { treatNow, undoAll, valueByValue } from "./_crash.ts";
import { bytesOf, patient, patientOf } from "./_patient.ts";
import { filesFolder, pinnedGuide, remedyOf, steps } from "./_pins.ts";
import { worlds } from "./_worlds.ts";

const guide = pinnedGuide();
const actions = Object.keys(steps) as ActionId[];

/** Nothing is left of what a run leaves on the way: temporary states of the power cut itself. */
async function until(cut: () => Promise<unknown>): Promise<boolean> {
  try {
    await cut();
    return false;
  } catch (error) {
    if (error instanceof PowerCut) return true;
    throw error;
  }
}

describe("every action, on any PC", () => {
  for (const action of actions) {
    const remedy = remedyOf(action);

    test(`${action}: the preview names what is then done, and undoing brings back every byte`, async () => {
      await fc.assert(
        fc.asyncProperty(worlds, async (world) => {
          const { machine, system } = patient({ world });
          const start = bytesOf(system.world());
          const shown = await prepare({ machine }, guide, remedy, filesFolder);
          assert.equal(bytesOf(system.world()), start, "a preview changes nothing");
          const { prepared, treated } = await treatNow(machine, guide, remedy, filesFolder);
          assert.deepEqual(prepared, shown);
          if (!treated) return;
          assert.equal(treated.outcome, "done", JSON.stringify(treated));
          const { kept } = await openJournals(system).list();
          assert.deepEqual(
            kept.flatMap(({ journal }) => journal.entries.map(({ change }) => change)),
            shown.entries.map(({ change }) => change),
          );
          const again = await prepare({ machine }, guide, remedy, filesFolder);
          const once = shown.entries.every(
            ({ change }) => change.kind === "key" || change.kind === "file",
          );
          if (once) assert.deepEqual(again.entries, [], "doing it twice does nothing");
          const back = (await Promise.all(kept.map((one) => previewUndo(machine, one)))).flat();
          const steady = ({ change }: (typeof shown.entries)[number]) =>
            change.kind === "key" || change.kind === "file";
          if (shown.entries.every(steady)) {
            assert.ok(
              back.every(({ will }) => will === "take-back" || will === "nothing"),
              JSON.stringify(back.filter(({ will }) => will !== "take-back")),
            );
          }
          await undoAll(machine);
          if (shown.entries.every(({ change }) => isReversible(change)))
            assert.equal(bytesOf(system.world()), start);
        }),
        { numRuns: 60 },
      );
    });

    test(`${action}: cut off after any change, undoing ends as before and doing it again as after`, async () => {
      await fc.assert(
        fc.asyncProperty(worlds, async (world) => {
          const whole = patient({ world });
          const start = bytesOf(whole.system.world());
          const made = valueByValue(whole.system);
          const { prepared } = await treatNow(
            { ...whole.machine, system: made },
            guide,
            remedy,
            filesFolder,
          );
          const end = bytesOf(whole.system.world());
          const back = prepared.entries.every(({ change }) => isReversible(change));
          for (let cut = 0; cut < whole.system.changes(); cut += 1) {
            const first = patient({ world, changesUntilPowerCut: cut });
            const half = { ...first.machine, system: valueByValue(first.system) };
            assert.ok(await until(() => treatNow(half, guide, remedy, filesFolder)), `${cut}`);
            const left = first.system.world();

            const redo = patient({ world: left });
            await treatNow(redo.machine, guide, remedy, filesFolder);
            assert.equal(bytesOf(redo.system.world()), end, `again after ${cut}`);
            if (!back) continue;
            await undoAll(redo.machine);
            assert.equal(bytesOf(redo.system.world()), start, `again after ${cut}, then undone`);

            const taken = patient({ world: left });
            await undoAll(taken.machine);
            assert.equal(bytesOf(taken.system.world()), start, `undone after ${cut}`);
          }
        }),
        { numRuns: 12 },
      );
    });
  }

  test("cut off while it is taken back, undoing again ends as before", async () => {
    const remedy = remedyOf("trust-sites", "allow-popups", "hosts-entry");
    await fc.assert(
      fc.asyncProperty(worlds, async (world) => {
        const done = patient({ world });
        const start = bytesOf(done.system.world());
        await treatNow(done.machine, guide, remedy, filesFolder);
        const treated = done.system.world();
        const count = patient({ world: treated });
        await undoAll(patientOf({ ...count.system, ...valueByValue(count.system) }));
        for (let cut = 0; cut < count.system.changes(); cut += 1) {
          const first = patient({ world: treated, changesUntilPowerCut: cut });
          const half = { ...first.machine, system: valueByValue(first.system) };
          assert.ok(await until(() => undoAll(half)));
          const then = patient({ world: first.system.world() });
          await undoAll(then.machine);
          assert.equal(bytesOf(then.system.world()), start, `after ${cut}`);
        }
      }),
      { numRuns: 8 },
    );
  });
});
