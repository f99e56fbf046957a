import assert from "node:assert/strict";
import {
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { basename, join } from "node:path";
import { after, describe, it } from "node:test";
import {
  describe as describing,
  parseDescription,
  setOf,
} from "../../src/bundle/media/descriptor.ts";
import { joinParts } from "../../src/bundle/media/join.ts";
import { capacityOf } from "../../src/bundle/media/places.ts";
import { splitFile } from "../../src/bundle/media/split.ts";
import { joined, noise, workshop } from "../../src/bundle/media/stage/set.ts";

const mine = Buffer.from("mine");
const shop = workshop();
after(() => shop.remove());

describe("links that lie on a medium where parts are joined", () => {
  const names = [".bundle.zip.joining", ".bundle.zip.joining-list.new", ".bundle.zip.joining-list"];
  for (const name of names) {
    it(`${name} leads to no file of somebody else's`, async () => {
      for (const link of [symlinkSync, linkSync]) {
        const stage = await shop.stage(noise(40_000));
        const victim = join(stage.into, "..", "victim");
        writeFileSync(victim, mine);
        link(victim, join(stage.into, name));
        assert.equal((await joined(stage)).status, "joined");
        assert.ok(readFileSync(victim).equals(mine));
      }
    });
  }

  it("are not gone on with, though the list beside them fits", async () => {
    const stage = await shop.stage(noise(400_000), { partBytes: 120_000 });
    const some = stage.parts.slice(0, 2);
    assert.equal((await joined(stage, some)).status, "incomplete");
    const frames = join(stage.into, ".bundle.zip.joining");
    const victim = join(stage.into, "..", "victim");
    writeFileSync(victim, readFileSync(frames));
    const before = readFileSync(victim);
    rmSync(frames);
    symlinkSync(victim, frames);
    const made = await joined(stage);
    assert.deepEqual([made.status, made.resumedBytes], ["joined", 0]);
    assert.ok(readFileSync(victim).equals(before));
    assert.ok(lstatSync(made.output).isFile());
  });

  it("nor are they written through where a file is split", async () => {
    const stage = await shop.stage(noise(40_000));
    const [victim, to] = [join(stage.into, "..", "victim"), join(stage.into, "..", "again")];
    writeFileSync(victim, mine);
    mkdirSync(to);
    const [name] = stage.parts.map((part) => basename(part));
    symlinkSync(victim, join(to, `.${name}.tmp`));
    await splitFile(join(stage.into, "..", "bundle.zip"), { to, partBytes: 2 ** 40, share: 0.03 });
    assert.ok(readFileSync(victim).equals(mine));
    assert.ok(readFileSync(join(to, name!)).equals(readFileSync(stage.parts[0]!)));
  });
});

describe("parts that nobody has verified", () => {
  it("give no program its name where they are joined", async () => {
    for (const name of ["version.dll", "autorun.inf", "jochi", "node.exe", "a.jochi.cmd"]) {
      const stage = await shop.stage(noise(4_000), { name });
      const fault = { code: "media.other-name", entry: name };
      await assert.rejects(joinParts(stage.parts, { folder: stage.into }), fault);
      assert.deepEqual(readdirSync(stage.into), []);
      const made = await joinParts(stage.parts, { folder: "/", output: join(stage.into, "x") });
      assert.equal(made.status, "joined");
    }
    for (const name of ["2026-11.jochi", "b.ZIP"]) {
      const stage = await shop.stage(noise(4_000), { name });
      assert.equal((await joined(stage)).status, "joined");
    }
  });

  it("do not fill memory and disk with a list of parity that nobody has", () => {
    const set = {
      ...{ schema: "jochi.part/1" as const, name: "x.jochi", bytes: 10, sha256: "0".repeat(64) },
      ...{ slots: 2 ** 32, depth: 1, columnParity: 255, rowParity: 255 },
    };
    const read = (width: number) => {
      const parts = Math.ceil((1 + 510 * width) / capacityOf(set.slots));
      const one = { ...set, width, parts };
      return parseDescription(describing(one, 1), setOf(one).toString("hex"));
    };
    // Both are a prime less one.
    assert.equal(read(500_008), undefined);
    assert.equal(read(67_108_858), undefined);
  });
});
