import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import type { SystemWorld } from "../../src/machine/memory/system-world.ts";
import { bytesOf } from "../doctor/_patient.ts";
import { run, shell } from "../house/_run.ts";
import { guide, pc } from "./_pc.ts";

const preload = fileURLToPath(new URL("../doctor/_killed-at.ts", import.meta.url));
const killedAt = (at: number) => ({
  NODE_OPTIONS: `--import=${preload}`,
  JOCHI_TEST_KILLED_AT: String(at),
});

describe("a treatment", () => {
  test("that was cut off comes first: it is finished, or taken back", async () => {
    const { env, file, jochi, world } = pc();
    const start = bytesOf(world());
    const words = ["treat", "trusted-sites", "--yes", ...guide];
    const cut = await run(words, { env: { ...env, ...killedAt(4) } });
    assert.equal(cut.signal, "SIGKILL");
    const left = readFileSync(file);
    const [{ id, state }] = JSON.parse((await jochi("undo", "--list", "--json")).out).journals;
    assert.equal(state, "interrupted");
    for (const words of [
      ["treat", "popup-and-toolbars", "--yes"],
      ["treat", "--dry-run"],
      ["treat", "trusted-sites"],
    ]) {
      const refused = await jochi(...words);
      assert.equal(refused.code, 2, words.join(" "));
      assert.ok(refused.err.includes(`jochi undo ${id}`), refused.err);
      assert.deepEqual(readFileSync(file), left);
    }
    const ended = await jochi("treat", "trusted-sites", "--yes");
    assert.equal(ended.code, 0, ended.err);
    assert.match(ended.err, new RegExp(`Goes on with ${id}`));
    writeFileSync(file, left);
    assert.equal((await jochi("undo", id, "--yes")).code, 0);
    assert.equal(bytesOf(world()), start);
  });

  test("whose undoing was cut off is shown before it goes on, and never in a preview", async () => {
    const { env, file, jochi } = pc();
    assert.equal((await jochi("treat", "trusted-sites", "--yes")).code, 0);
    const cut = await run(["undo", "--yes"], { env: { ...env, ...killedAt(3) } });
    assert.equal(cut.signal, "SIGKILL", cut.err);
    const left = readFileSync(file);
    const atTerminal = (answer: string, words: string) =>
      shell(
        `printf '${answer}\\n' | script -qec "./jochi ${words} ${guide.join(" ")} --lang en" /dev/null`,
        env,
      );
    const dry = await atTerminal("y", "treat trusted-sites --dry-run");
    assert.equal(dry.code, 2, dry.out);
    assert.deepEqual(readFileSync(file), left);
    const refused = await atTerminal("", "treat trusted-sites");
    assert.equal(refused.code, 2, refused.out);
    assert.match(refused.out, /\[taken back\] [\s\S]*Take this back\?/);
    assert.deepEqual(readFileSync(file), left);
  });

  test("that was cut off under other rights is not gone on with", async () => {
    const { env, file, jochi } = pc();
    const words = ["treat", "trusted-sites", "--yes", ...guide];
    const cut = await run(words, { env: { ...env, ...killedAt(4) } });
    assert.equal(cut.signal, "SIGKILL", cut.err);
    const world = JSON.parse(readFileSync(file, "utf8")) as SystemWorld;
    writeFileSync(file, JSON.stringify({ ...world, elevated: true }));
    const left = readFileSync(file);
    const refused = await jochi("treat", "trusted-sites", "--yes");
    assert.equal(refused.code, 2);
    assert.match(refused.err, /^jochi: a treatment was interrupted.*other rights.*undo \S+\n$/);
    assert.deepEqual(readFileSync(file), left);
  });
});
