import assert from "node:assert/strict";
import { test } from "node:test";
import { treatNow, undoAll } from "./_crash.ts";
import { patient } from "./_patient.ts";
import { filesFolder, pinnedGuide, remedyOf } from "./_pins.ts";
import { troubled } from "./_worlds.ts";

test("a program is not taken for removed while its entry is there", async () => {
  const world = troubled(true);
  for (const program of world.programs.filter(({ path }) => /uninstaller/i.test(path))) {
    // Its files go, and whatever else it does does not come.
    program.effects = program.effects.filter((effect) => effect.do !== "key");
  }
  const { machine } = patient({ world });
  const { treated } = await treatNow(
    machine,
    pinnedGuide(),
    remedyOf("install-program"),
    filesFolder,
  );
  assert.equal(treated?.outcome, "done");
  const [walked] = await undoAll(machine);
  assert.deepEqual(
    walked?.failed.map(({ failure }) => failure),
    ["not-seen"],
  );
});
