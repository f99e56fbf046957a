import assert from "node:assert/strict";
import { type FSWatcher, mkdirSync, watch } from "node:fs";
import { after, before, describe, it } from "node:test";
import { cases } from "./broken/cases.ts";
import { guideFolder } from "./broken/guide.ts";
import { filesOf, prepare, registryOf } from "./broken/on-wine.ts";
import { changed } from "./broken/play.ts";
import { onZ } from "./stage/machine-on.ts";
import { skip, type WinePc, winePc } from "./stage/wine-pc.ts";

/**
 * The very program, killed at once after it has written its journal for the n-th time, for every n
 * that it comes to. What it had started goes on, as it would on a PC.
 */
const all = process.env.JOCHI_WINE_ALL === "1";
const stepsMax = 20;
/** In every run only these: while the first change is made, and after it. */
const steps = all ? Array.from({ length: stepsMax }, (_, at) => at + 1) : [2, 3];
const how = { timeout: 300_000, limitMs: 110_000 };
const journals = ["AppData", "Local", "Jochi", "journal"].join("\\");

const kinds: [name: string, remedy: string, broken: string][] = [
  ["keys of the registry", "trusted-sites", "*.bankpay.co.kr"],
  ["another program", "certificate-window", "the root under which times are signed is missing"],
];

for (const [name, remedy, start] of kinds) {
  describe(`killed while it changes ${name}`, { skip }, () => {
    const guide = guideFolder();
    const treats = [
      "treat",
      remedy,
      "--guide",
      onZ(guide.path),
      "--yes",
      "--files",
      "C:\\jochi-files",
    ];
    const undoes = ["undo", "--all", "--yes"];
    let pc: WinePc;
    let states: { before: string[]; after: string[] };
    let ended = false;

    before(async () => {
      pc = await winePc();
      const broken = cases.find((each) => each.name.startsWith(start))!;
      await prepare(pc, { ...broken, ordinary: true });
      const first = stateOf(pc);
      await pc.run(treats, how);
      states = { before: first, after: stateOf(pc) };
      assert.notDeepEqual(changed(first, states.after), []);
      await goesBack();
    }, how);
    after(() => {
      pc?.close();
      guide.remove();
    });

    async function goesBack(): Promise<void> {
      const undone = await pc.run(undoes, how);
      assert.equal(undone.code, 0, undone.stdout + undone.stderr);
      assert.deepEqual(changed(states.before, stateOf(pc)), [], "as it was before");
    }

    for (const step of steps) {
      it(`after ${step} writes of its journal`, how, async (t) => {
        if (ended) return t.skip("it has come to its end before");
        ended = await killedAt(pc, treats, step);
        // By turns it is taken back at once, or begun again and taken back then.
        if (step % 2 === 1) {
          await pc.run(treats, how);
          assert.deepEqual(changed(states.after, stateOf(pc)), [], "as it is once all is done");
        }
        await goesBack();
      });
    }
  });
}

function stateOf(pc: WinePc): string[] {
  pc.stop();
  return [...registryOf(pc.folder), ...filesOf(`${pc.folder}/drive_c`)];
}

/** Whether it came to its end before. */
async function killedAt(pc: WinePc, words: string[], step: number): Promise<boolean> {
  let watcher: FSWatcher | undefined;
  let writes = 0;
  const { code } = await pc.run(words, {
    ...how,
    meanwhile(kill) {
      watcher = watch(journalsOf(pc), (_, file) => {
        if (!file?.endsWith(".json")) return;
        writes += 1;
        if (writes >= step) kill();
      });
    },
  });
  watcher?.close();
  return code !== null && writes < step;
}

/** Its folder, made where it is not there yet. */
function journalsOf(pc: WinePc): string {
  const [user = ""] = pc.drive.list("C:\\users").filter((name) => name !== "Public");
  const path = pc.drive.pathOf(`C:\\users\\${user}\\${journals}`);
  mkdirSync(path, { recursive: true });
  return path;
}
