import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, it } from "node:test";
import { openContainer } from "../../src/bundle/container/read.ts";
import { noise } from "../../src/bundle/media/stage/set.ts";
import { ownPath } from "../../src/own/files.ts";

const folder = mkdtempSync(join(tmpdir(), "jochi-killed-"));
after(() => rmSync(folder, { recursive: true, force: true }));

const stepsMax = 60;

/** Does the work in a process that is killed at one step; whether it came to its end before. */
function work(killAt: number, ...args: string[]): boolean {
  const preload = ["--import", ownPath("test/bundle/_killed-step.ts")];
  const { signal, status, stderr } = spawnSync(
    process.execPath,
    [...preload, ownPath("test/bundle/_work.ts"), ...args],
    { encoding: "utf8", env: { ...process.env, JOCHI_TEST_KILL_AT: String(killAt) } },
  );
  assert.ok(signal === "SIGKILL" || status === 0, stderr);
  return signal === null;
}

const own = (name: string) => {
  const path = join(folder, name);
  mkdirSync(path, { recursive: true });
  return path;
};
const shown = (path: string) => readdirSync(path).filter((name) => !name.startsWith("."));

describe("killed at any step", () => {
  it("a bundle that is being made is whole or not there", async () => {
    const [to] = [own("create")];
    const path = join(to, "made.zip");
    let step = 1;
    for (; !work(step, "create", path); step += 1) {
      assert.ok(step < stepsMax);
      if (shown(to).length > 0) {
        // Renamed, and killed before the folder was brought to the disk.
        const made = await openContainer(path);
        assert.equal((await made.read("installers/a.exe", 300_000)).length, 300_000);
        await made.close();
        rmSync(path);
      }
    }
    assert.ok(step > 5, `${step} steps`);
    assert.deepEqual(shown(to), ["made.zip"]);
  });

  it("splitting leaves whole parts or none, and the next run makes all", () => {
    const [from, to] = [own("whole"), own("parts")];
    const file = join(from, "a.zip");
    writeFileSync(file, noise(150_000));
    let step = 1;
    const sizes = new Set<number>();
    for (; !work(step, "split", to, file); step += 1) {
      assert.ok(step < stepsMax);
      for (const name of shown(to)) sizes.add(readFileSync(join(to, name)).length);
    }
    assert.ok(step > 8, `${step} steps`);
    const whole = new Set(shown(to).map((name) => readFileSync(join(to, name)).length));
    for (const size of sizes) assert.ok(whole.has(size), `a part of ${size} bytes`);
    assert.deepEqual(
      readdirSync(to).filter((name) => name.startsWith(".")),
      [],
    );
  });

  it("joining leaves nothing under the name, and the next run goes on", () => {
    const [from, to, into] = [own("whole"), own("parts"), own("joined")];
    const parts = shown(to).map((name) => join(to, name));
    const content = readFileSync(join(from, "a.zip"));
    const damaged = readFileSync(parts[0]!);
    damaged[5_000]! ^= 1;
    writeFileSync(parts[0]!, damaged);
    let step = 1;
    for (; !work(step, "join", into, ...parts); step += 1) {
      assert.ok(step < stepsMax);
      const [name] = shown(into);
      if (name === undefined) continue;
      // Renamed, and killed before the list was taken away.
      assert.ok(readFileSync(join(into, name)).equals(content));
      rmSync(join(into, name));
    }
    assert.ok(step > 5, `${step} steps`);
    assert.ok(readFileSync(join(into, "a.zip")).equals(content));
    assert.deepEqual(shown(into), ["a.zip"]);
  });
});
