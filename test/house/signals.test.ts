import assert from "node:assert/strict";
import { join } from "node:path";
import { describe, it } from "node:test";
import { type RunOptions, run } from "./_run.ts";
import { root } from "./_source.ts";

const node = ["--import", join(root, "test/house/_slow-command.ts"), join(root, "src/cli/main.ts")];
const jochi = (name: string, options: RunOptions = {}) =>
  run([...node, name], { command: process.execPath, ...options });

/** Sends signals: the first once the command is ready, the others when it has had time to hear. */
const signalled = (name: string, signals: NodeJS.Signals[]) =>
  jochi(name, {
    meanwhile(child) {
      child.stderr?.once("data", async () => {
        for (const signal of signals) {
          child.kill(signal);
          await new Promise((resolve) => setTimeout(resolve, 200));
        }
      });
    },
  });

describe("a run that is stopped", () => {
  it("cleans up and tells the signal", async () => {
    const { code, err } = await signalled("obedient", ["SIGINT"]);
    assert.deepEqual([code, err], [130, "ready\ncleaned up\n"]);
    assert.equal((await signalled("obedient", ["SIGTERM"])).code, 143);
  });

  it("ends quietly where the command ends by throwing", async () => {
    const { code, err } = await signalled("throwing", ["SIGINT"]);
    assert.deepEqual([code, err], [130, "ready\n"]);
  });

  it("leaves at once on the second Ctrl-C", async () => {
    const { code, err } = await signalled("deaf", ["SIGINT", "SIGINT"]);
    assert.deepEqual([code, err], [130, "ready\n"]);
  });
});

describe("a surprise", () => {
  for (const [name, words] of [
    ["broken", /first line/],
    ["later", /from a callback/],
    ["rejected", /nobody waits/],
  ] as const) {
    it(`is one line and exit code 2: ${name}`, async () => {
      const { code, err } = await jochi(name);
      assert.equal(code, 2);
      assert.match(err, words);
      assert.match(err, /^jochi: [^\n]+\n$/);
    });
  }

  it("shows its stack when asked", async () => {
    const { err } = await jochi("broken", { env: { JOCHI_DEBUG: "1" } });
    assert.match(err, /\n +at .*_slow-command/);
  });
});

describe("output", () => {
  it("is complete, however much there is", async () => {
    const { code, out } = await jochi("talkative");
    assert.equal(code, 1);
    assert.equal(out.split("\n").length, 50_001);
  });

  it("keeps the run's exit code when the reader has gone", async () => {
    const { code, err } = await jochi("talkative", {
      meanwhile(child) {
        child.stdout?.destroy();
      },
    });
    assert.deepEqual([code, err], [1, ""]);
  });
});
