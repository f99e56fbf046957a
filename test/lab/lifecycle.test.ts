import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { describe, it } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { labSupport, startLab } from "../../src/lab/real/lab.ts";
import { skip } from "./_lab.ts";
import { plainWorld } from "./_world.ts";

/** Every process of a lab inherits the PATH of its parent, and so a word that only we wrote. */
function markedProcesses(mark: string): number[] {
  return readdirSync("/proc")
    .map(Number)
    .filter((pid) => {
      if (!Number.isInteger(pid)) return false;
      try {
        return readFileSync(`/proc/${pid}/environ`, "utf8").includes(mark);
      } catch {
        return false;
      }
    });
}

async function leftBy(mark: string): Promise<number[]> {
  let left: number[] = [];
  for (let tries = 0; tries < 60; tries += 1) {
    left = markedProcesses(mark);
    if (left.length === 0) break;
    await sleep(50);
  }
  return left;
}

const start = `
  import { startLab } from "${new URL("../../src/lab/real/lab.ts", import.meta.url)}";
  import { plainWorld } from "${new URL("_world.ts", import.meta.url)}";
  const lab = await startLab(plainWorld());
  console.log((await lab.run(["id", "-u"])).stdout.trim());
  lab.run(["sleep", "600"]).catch(() => {});
`;

describe("a lab from start to end", { skip }, () => {
  it("starts and changes quickly, and ends", async () => {
    const mounts = readFileSync("/proc/self/mounts", "utf8");
    const began = performance.now();
    const lab = await startLab(plainWorld());
    const startMs = performance.now() - began;
    const times: number[] = [];
    for (let at = 0; at < 10; at += 1) {
      const world = plainWorld();
      if (at % 2) world.firewall.policy = "drop";
      const set = performance.now();
      await lab.set(world);
      times.push(performance.now() - set);
    }
    const setMs = times.toSorted((a, b) => a - b)[5]!;
    // Generous: other tests share the machine. What is usual stands in docs/lab.md.
    assert.ok(startMs < 4_000 && setMs < 400, `start ${startMs} ms, set ${setMs} ms`);
    await lab.close();
    assert.equal(readFileSync("/proc/self/mounts", "utf8"), mounts);
    await assert.rejects(lab.run(["true"]), /has ended/);
  });

  for (const end of ["close", "SIGINT", "SIGKILL"] as const) {
    it(`leaves nothing behind when it ends by ${end}`, async () => {
      const mark = `/jochi-${randomUUID()}`;
      const script = end === "close" ? `${start} await lab.close();` : start;
      const parent = spawn(process.execPath, ["--input-type=module", "-e", script], {
        env: { ...process.env, PATH: `${process.env.PATH}:${mark}` },
        stdio: ["ignore", "pipe", "inherit"],
        timeout: 30_000,
      });
      await new Promise((resolve) => parent.stdout.once("data", resolve));
      if (end !== "close") {
        // unshare, the first process inside, two servers, the command, and the parent itself.
        assert.ok(markedProcesses(mark).length >= 5);
        parent.kill(end);
      }
      assert.deepEqual(await leftBy(mark), []);
    });
  }

  it("works for an ordinary user", async (context) => {
    if (process.getuid?.() !== 0) return context.skip("this is one already");
    const args = ["--reuid=65534", "--regid=65534", "--clear-groups"];
    const node = [process.execPath, "--input-type=module", "-e", `${start} await lab.close();`];
    const usable = spawnSync("setpriv", [...args, "unshare", "--user", "true"]).status === 0;
    if (!usable) return context.skip("user namespaces are for root only here");
    const readable = spawnSync("setpriv", [...args, process.execPath, "--version"]).status === 0;
    if (!readable) return context.skip("an ordinary user may not read this checkout");
    const run = spawnSync("setpriv", [...args, ...node], { encoding: "utf8", timeout: 30_000 });
    assert.equal(run.stdout, "0\n", run.stderr);
  });

  it("says in one line what is missing", () => {
    const path = process.env.PATH;
    const script = `
      const { labSupport } = await import("${new URL("../../src/lab/real/lab.ts", import.meta.url)}");
      console.log(JSON.stringify(labSupport()));`;
    const run = spawnSync(process.execPath, ["--input-type=module", "-e", script], {
      env: { PATH: "/nowhere" },
      encoding: "utf8",
    });
    assert.ok("how" in labSupport() && path);
    assert.match(run.stdout, /"how"|the lab needs .+ \(Debian: apt install .+\).+필요합니다/);
  });

  it("runs commands with their code, output, input, limits and environment", async () => {
    const lab = await startLab(plainWorld(), {
      env: { ...process.env, JOCHI_NETWORK: "none", HTTP_PROXY: "http://outer:1", KEPT: "yes" },
    });
    try {
      const script = "cat; echo out; echo err >&2; exit 7";
      const run = await lab.run(["sh", "-c", script], { input: "in\n", cwd: "/" });
      assert.deepEqual(run, { code: 7, stdout: "in\nout\n", stderr: "err\n", timedOut: false });
      const env = (await lab.run(["env"], { env: { MORE: "1" } })).stdout;
      assert.doesNotMatch(env, /JOCHI_NETWORK|HTTP_PROXY/);
      assert.match(env, /^KEPT=yes$/m);
      assert.match(env, /^MORE=1$/m);
      assert.match(env, /^JOCHI_LAB=1$/m);
      assert.ok(env.includes(`JOCHI_PUBLIC_CA=${lab.publicCaFile}`));
      const late = await lab.run(["sh", "-c", "sleep 60 & sleep 60"], { timeoutMs: 200 });
      assert.equal(late.timedOut, true);
      assert.equal(late.code, 137);
      assert.equal((await lab.run(["no-such-command"])).code, 127);
      // The only way out is the lab's own: the outer machine's network is not there at all.
      const links = (await lab.run(["cat", "/proc/net/dev"])).stdout;
      assert.deepEqual(
        links
          .match(/^\s*(\w+):/gm)
          ?.map((name) => name.trim())
          .sort(),
        ["eth0:", "lo:"],
      );
    } finally {
      await lab.close();
    }
  });
});
