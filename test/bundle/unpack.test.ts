import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { after, describe, it } from "node:test";
import { openContainer } from "../../src/bundle/container/read.ts";
import { BundleFault } from "../../src/bundle/fault.ts";
import { unpackBundle } from "../../src/bundle/unpack.ts";
import type { Verified } from "../../src/bundle/verify.ts";
import { ownPath } from "../../src/own/files.ts";
import { make } from "../../src/trust/stage/authority.ts";
import { refit, resign, takeApart, verify } from "./_forge.ts";
import { sceneIn, sha256 } from "./_scene.ts";
import { workshop } from "./_stage.ts";

const { folder, remove } = workshop();
after(remove);
const { honest, seen, changed, both } = await sceneIn(folder);
const bundle = changed(() => {});

const names = (path: string) => readdirSync(path, { recursive: true }).map(String).sort();
let count = 0;
const fresh = () => {
  count += 1;
  mkdirSync(join(folder, `to-${count}`));
  return join(folder, `to-${count}`, "unpacked");
};

async function unpack(to: string, bytes: Buffer = bundle) {
  const verified: Verified = await verify(bytes, seen);
  return unpackBundle(await openContainer(bytes), verified, to);
}

describe("unpackBundle", () => {
  it("writes every file that was verified, and nothing else", async () => {
    const to = fresh();
    const made = await unpack(to);
    assert.ok(made !== "taken");
    assert.deepEqual(made.left, []);
    for (const { name, sha256: expected } of made.files)
      assert.equal(sha256(readFileSync(join(to, name))), expected, name);
    const files = names(to).filter((name) => statSync(join(to, name)).isFile());
    assert.deepEqual(files, made.files.map(({ name }) => name).sort());
    assert.ok(files.includes("installers/setup.exe"));
    assert.ok(!files.some((name) => name.startsWith("metadata")));
    assert.deepEqual(readdirSync(join(to, "..")), ["unpacked"]);
  });

  it("leaves out what is signed and yet not to be used", async () => {
    const other = make({ name: "Other Root", authority: true });
    const bytes = changed((e) => {
      const file = Buffer.from(other.certificate.der);
      e.set("certificates/root.der", file);
      resign(e, "metadata/certificates.json", both, (signed) => {
        Object.assign(signed.targets["certificates/root.der"], {
          length: file.length,
          hashes: { sha256: sha256(file) },
        });
      });
      refit(e, both);
    });
    const to = fresh();
    const made = await unpack(to, bytes);
    assert.ok(made !== "taken");
    assert.deepEqual(made.left, ["certificates/root.der"]);
    assert.ok(!existsSync(join(to, "certificates")));
    assert.ok(existsSync(join(to, "installers/setup.exe")));
  });

  it("takes an empty folder, and touches none with anything in it, nor a link", async () => {
    const to = fresh();
    mkdirSync(to);
    assert.ok((await unpack(to)) !== "taken");
    assert.equal(await unpack(to), "taken");
    const elsewhere = fresh();
    mkdirSync(elsewhere);
    const link = join(folder, "link");
    symlinkSync(elsewhere, link);
    assert.equal(await unpack(link), "taken");
    assert.deepEqual(readdirSync(elsewhere), []);
    const file = join(folder, "file");
    writeFileSync(file, "x");
    assert.equal(await unpack(file), "taken");
    assert.equal(readFileSync(file, "utf8"), "x");
  });

  it("writes nothing where a file has become another one since", async () => {
    const verified = await verify(bundle, seen);
    const other = Buffer.from(honest.get("installers/setup.exe")!);
    other[other.length >> 1]! ^= 1;
    const exchanged = changed((e) => e.set("installers/setup.exe", other));
    const to = fresh();
    await assert.rejects(
      openContainer(exchanged).then((container) => unpackBundle(container, verified, to)),
      (error) => error instanceof BundleFault && error.code === "entry.hash",
    );
    assert.deepEqual(readdirSync(join(to, "..")), []);
  });

  it("makes no folders on the way to the one that was named", async () => {
    const to = join(fresh(), "none", "below");
    await assert.rejects(unpack(to), { code: "ENOENT" });
  });

  it("killed at any step, leaves all of it or nothing under its name", async () => {
    const path = join(folder, "kill.jochi");
    writeFileSync(path, bundle);
    const root = join(folder, "kill.root.json");
    writeFileSync(root, honest.get("metadata/1.root.json")!);
    const whole = (await takeApart(path)).size;
    const to = fresh();
    let step = 1;
    for (; ; step += 1) {
      assert.ok(step < 100, "it comes to its end");
      const { signal, status, stderr } = spawnSync(
        process.execPath,
        [
          ...["--import", ownPath("test/bundle/_killed-step.ts")],
          ...[ownPath("test/bundle/_unpack-work.ts"), path, root, to],
        ],
        { encoding: "utf8", env: { ...process.env, JOCHI_TEST_KILL_AT: String(step) } },
      );
      assert.ok(signal === "SIGKILL" || status === 0, stderr);
      if (existsSync(to)) {
        const files = names(to).filter((name) => statSync(join(to, name)).isFile());
        assert.ok(files.length > 5 && files.length < whole, `step ${step}: ${files.length} files`);
      }
      if (signal === null || existsSync(to)) break;
    }
    assert.ok(step > 10, `${step} steps`);
  });
});
