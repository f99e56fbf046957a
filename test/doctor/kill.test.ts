import assert from "node:assert/strict";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { isReversible } from "../../src/actions/change.ts";
import { commands } from "../../src/cli/commands.ts";
import { prepare } from "../../src/doctor/prepare.ts";
import { loadGuide } from "../../src/guide/load.ts";
import type { ActionId } from "../../src/guide/schema/action.ts";
import type { SystemWorld } from "../../src/machine/memory/system-world.ts";
import { run } from "../house/_run.ts";
import { root } from "../house/_source.ts";
import { bytesOf, patient } from "./_patient.ts";
import { filesFolder, pinnedGuide, remedyOf, steps } from "./_pins.ts";
import { troubled } from "./_worlds.ts";

/**
 * Real processes, killed before each single write, of the journal and of what it tells of. The PC is
 * a file that every process finds as the last one left it.
 */
const folder = mkdtempSync(join(tmpdir(), "jochi-kill-"));
after(() => rmSync(folder, { recursive: true, force: true }));
const preload = fileURLToPath(new URL("_killed-at.ts", import.meta.url));
/** Far more than any treatment here writes. */
const writesMax = 100;

const actions = Object.keys(steps) as ActionId[];
const guideFolder = testGuide();

/** The transfer guide with one remedy for each action, which verify nothing: only writes are tested. */
function testGuide(): string {
  const target = join(folder, "guide");
  cpSync(join(root, "guides/bankpay-transfer/2018.11"), target, { recursive: true });
  const { programs, agents, certificates } = pinnedGuide();
  writeFileSync(join(target, "programs.yaml"), JSON.stringify({ programs, agents }));
  writeFileSync(join(target, "certificates.yaml"), JSON.stringify({ certificates }));
  const remedies = actions.map((action) => remedyOf(action));
  writeFileSync(join(target, "remedies.yaml"), JSON.stringify({ remedies }));
  return target;
}

let count = 0;
class Pc {
  readonly file: string;
  constructor(world: SystemWorld) {
    count += 1;
    this.file = join(folder, `pc-${count}.json`);
    writeFileSync(this.file, JSON.stringify(world));
  }
  get world(): SystemWorld {
    return JSON.parse(readFileSync(this.file, "utf8")) as SystemWorld;
  }
  /** A process of its own, that is killed before one of its writes. */
  killed(args: string[], at: number) {
    const env = { NODE_OPTIONS: `--import=${preload}`, JOCHI_TEST_KILLED_AT: String(at) };
    return run(args, { env: { JOCHI_LAB_SYSTEM: this.file, JOCHI_NETWORK: "none", ...env } });
  }
  /** The same command in this process: only who is killed must be another. */
  async jochi([name, ...args]: string[]) {
    const told = { out: "", err: "" };
    const command = await commands[name!]!();
    const code = await command.run(args, {
      out: (text) => {
        told.out += text;
      },
      err: (text) => {
        told.err += text;
      },
      lang: "en",
      env: { JOCHI_LAB_SYSTEM: this.file, JOCHI_NETWORK: "none" },
      cwd: folder,
      signal: new AbortController().signal,
    });
    return { code, ...told };
  }
}

const treatWords = (id: ActionId) => [
  ...["treat", "--guide", guideFolder, "--files", filesFolder],
  ...["--yes", `test-${id}`],
];
const undoWords = ["undo", "--all", "--yes"];

/** Kills before write 0, 1, 2, … until a run comes to its end; `then` is given what each left. */
async function killEach(
  start: SystemWorld,
  words: string[],
  then: (left: SystemWorld, at: number) => Promise<void>,
): Promise<number> {
  for (let at = 0; at < writesMax; at += 1) {
    const pc = new Pc(start);
    const ended = await pc.killed(words, at);
    if (ended.signal === undefined) return at;
    assert.equal(ended.signal, "SIGKILL", ended.err);
    await then(pc.world, at);
  }
  assert.fail(`more than ${writesMax} writes`);
}

describe("kill -9 before every write", { concurrency: 2 }, () => {
  for (const action of actions) {
    test(`${action}: a rerun ends as if nothing had happened, undoing as before`, async () => {
      const start = patient({ world: troubled(true) }).system.world();
      const whole = new Pc(start);
      const ended = await whole.jochi(treatWords(action));
      // 1 where something is left to others: what matters here is what it has written.
      assert.notEqual(ended.code, 2, ended.err + ended.out);
      const end = bytesOf(whole.world);
      const guide = loadGuide(guideFolder, { cache: false });
      const { machine } = patient({ world: start });
      const remedy = guide.remedies.find(({ id }) => id === `test-${action}`)!;
      const { entries } = await prepare({ machine }, guide, remedy, filesFolder);
      assert.ok(entries.length > 0, "it has something to do");
      const back = entries.every(({ change }) => isReversible(change));

      const writes = await killEach(start, treatWords(action), async (left, at) => {
        const again = new Pc(left);
        const rerun = await again.jochi(treatWords(action));
        assert.equal(rerun.code, ended.code, `rerun after ${at}: ${rerun.err}`);
        assert.equal(bytesOf(again.world), end, `rerun after ${at}`);
        const undone = new Pc(left);
        const undo = await undone.jochi(undoWords);
        if (!back) return;
        assert.equal(undo.code, 0, `undo after ${at}: ${undo.err}`);
        assert.equal(bytesOf(undone.world), bytesOf(start), `undone after ${at}`);
      });
      // Once for the plan, before and after each change, once for the end.
      assert.ok(writes >= entries.length + 3, `${writes} writes`);
    });
  }

  test("while it is undone: undoing again ends as before", async () => {
    const start = patient({ world: troubled(true) }).system.world();
    const pc = new Pc(start);
    assert.equal((await pc.jochi(treatWords("trust-sites"))).code, 0);
    await killEach(pc.world, undoWords, async (left, at) => {
      const again = new Pc(left);
      assert.equal((await again.jochi(undoWords)).code, 0);
      assert.equal(bytesOf(again.world), bytesOf(start), `after ${at}`);
    });
  });
});
