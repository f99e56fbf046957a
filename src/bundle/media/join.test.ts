import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { after, describe, it } from "node:test";
import fc from "fast-check";
import { frameBytes } from "./frame.ts";
import { joinParts } from "./join.ts";
import { splitFile } from "./split.ts";
import { joined, noise, workshop } from "./stage/set.ts";

const shop = workshop();
after(() => shop.remove());

describe("parts of a file", () => {
  it("give it back from one byte to many, in parts of any size", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(fc.integer({ min: 1, max: 9_000 }), fc.integer({ min: 1, max: 300_000 })),
        fc.integer({ min: 32_768, max: 120_000 }),
        fc.integer({ min: 1, max: 300 }),
        async (bytes, partBytes, thousandths) => {
          const stage = await shop.stage(noise(bytes), { partBytes, share: thousandths / 1_000 });
          for (const part of stage.split.parts) {
            assert.ok(part.bytes <= partBytes);
            assert.equal(statSync(part.file).size, part.bytes);
          }
          const made = await joined(stage);
          assert.equal(made.status, "joined");
          assert.deepEqual([made.repairedBytes, made.missing], [0, []]);
          assert.ok(
            made.files.every(({ is, damagedBytes }) => is === "part" && damagedBytes === 0),
          );
        },
      ),
      { numRuns: 12 },
    );
  });

  it("are the same bytes whenever they are made", async () => {
    const one = await shop.stage(noise(90_000), { partBytes: 40_000 });
    const other = await shop.stage(noise(90_000), { partBytes: 40_000 });
    for (const [at, part] of one.parts.entries()) {
      assert.ok(readFileSync(part).equals(readFileSync(other.parts[at]!)));
    }
  });

  it("need neither their order nor their names", async () => {
    const stage = await shop.stage(noise(200_000), { partBytes: 50_000 });
    const renamed = stage.parts.map((part, at) => {
      const name = join(part, "..", `${(at * 7) % 99}-가나다`);
      renameSync(part, name);
      return name;
    });
    const made = await joined(stage, renamed.reverse());
    assert.equal(made.status, "joined");
    assert.deepEqual(
      made.files.map(({ part }) => part),
      stage.parts.map((_, at) => stage.parts.length - at),
    );
  });
});

describe("what is no sound part is named", () => {
  it("with its place, and what was cut off", async () => {
    const stage = await shop.stage(noise(3_000_000), { partBytes: 1_000_000 });
    stage.change(2, (bytes) => {
      bytes[10 * frameBytes + 99]! ^= 1;
      bytes[11 * frameBytes]! ^= 1;
      return bytes.subarray(0, bytes.length - 3 * frameBytes + 5);
    });
    const made = await joined(stage);
    const [, two] = made.files;
    const full = stage.split.parts[1]!.bytes;
    assert.deepEqual(two?.damaged, [
      { from: 10 * frameBytes, to: 12 * frameBytes },
      { from: full - 3 * frameBytes, to: full },
    ]);
    assert.equal(two?.damagedBytes, 5 * frameBytes);
  });

  it("as foreign, repeated or nothing", async () => {
    const stage = await shop.stage(noise(300_000), { partBytes: 100_000 });
    const other = await shop.stage(noise(300_000, 2), { partBytes: 100_000 });
    const empty = join(stage.into, "..", "empty");
    const words = join(stage.into, "..", "words");
    const again = join(stage.into, "..", "again");
    writeFileSync(empty, "");
    writeFileSync(words, noise(5_000));
    writeFileSync(again, readFileSync(stage.parts[0]!));
    const files = [empty, ...stage.parts, other.parts[1]!, words, again];
    const made = await joined(stage, files);
    const about = made.files.map(({ file, is, set, part, repeats }) => [
      files.indexOf(file),
      is,
      set ?? part,
      repeats,
    ]);
    const parts = stage.parts.map((_, at) => [at + 1, "part", at + 1, undefined]);
    const { length } = parts;
    assert.deepEqual(about, [
      [0, "nothing", undefined, undefined],
      ...parts,
      [length + 1, "foreign", other.split.set, undefined],
      [length + 2, "nothing", undefined, undefined],
      [length + 3, "part", 1, stage.parts[0]],
    ]);
  });

  it("as one of several sets, of which one has to be chosen", async () => {
    const stage = await shop.stage(noise(100_000), { partBytes: 60_000 });
    const other = await shop.stage(noise(100_000, 2), { partBytes: 60_000 });
    const files = [...other.parts, ...stage.parts];
    await assert.rejects(joined(stage, files), { code: "media.several-sets" });
    await assert.rejects(joined(stage, files, "ffff"), { code: "media.no-such-set" });
    const made = await joined(stage, files, stage.split.set.slice(0, 6));
    assert.equal(made.status, "joined");
    await assert.rejects(joined(stage), { code: "media.exists" });
    await assert.rejects(joined(stage, [import.meta.filename]), { code: "media.no-parts" });
  });
});

describe("a join", () => {
  it("goes on where parts come one by one, each in its own run", async () => {
    const stage = await shop.stage(noise(1_000_000), { partBytes: 300_000 });
    const statuses: string[] = [];
    for (const [at, part] of stage.parts.entries()) {
      const made = await joined(stage, [part]);
      statuses.push(made.status);
      assert.equal(made.resumedBytes > 0, at > 0);
      const later = stage.parts.map((_, index) => index + 1).slice(at + 1);
      assert.deepEqual(made.missing, later);
      // The last parts are parity, and nothing is damaged.
      if (made.status === "joined") break;
    }
    assert.ok(statuses.length >= 3, `${statuses}`);
    assert.equal(statuses.at(-1), "joined");
  });

  it("keeps to the set that it has begun, where no other is whole either", async () => {
    const stage = await shop.stage(noise(300_000), { partBytes: 100_000 });
    const other = await shop.stage(noise(300_000, 2), { partBytes: 100_000 });
    await joined(stage, [stage.parts[0]!]);
    const files = [other.parts[0]!, stage.parts[1]!];
    const made = await joined(stage, files);
    assert.deepEqual([made.set, made.status], [stage.split.set, "incomplete"]);
    await assert.rejects(joined(other, files), { code: "media.several-sets" });
  });

  it("gives no file whose SHA-256 is not what the parts say, and begins anew", async () => {
    const stage = await shop.stage(noise(200_000), { partBytes: 120_000 });
    const [first, ...rest] = stage.parts;
    await joined(stage, [first!]);
    const kept = join(stage.into, ".bundle.zip.joining");
    const bytes = readFileSync(kept);
    bytes[5]! ^= 1;
    writeFileSync(kept, bytes);
    await assert.rejects(joined(stage, rest), { code: "media.whole-differs" });
    assert.deepEqual(readdirSync(stage.into), []);
    assert.equal((await joined(stage)).status, "joined");
  });

  it("does not rely on a list that is damaged, or whose file is gone", async () => {
    for (const name of [".bundle.zip.joining-list", ".bundle.zip.joining"]) {
      const stage = await shop.stage(noise(200_000), { partBytes: 120_000 });
      await joined(stage, [stage.parts[0]!]);
      const kept = join(stage.into, name);
      if (name.endsWith("list")) writeFileSync(kept, readFileSync(kept).fill(0, 60, 80));
      else renameSync(kept, join(stage.into, "..", "gone"));
      const made = await joined(stage, stage.parts.slice(1));
      assert.deepEqual([made.status, made.resumedBytes, made.missing], ["incomplete", 0, [1]]);
    }
  });

  it("is stopped by its signal, and keeps what it has", async () => {
    const stage = await shop.stage(noise(2_000_000));
    const stop = new AbortController();
    const onProgress = () => stop.abort(new Error("stopped"));
    const options = { folder: stage.into, signal: stop.signal, onProgress };
    await assert.rejects(joinParts(stage.parts, options), /stopped/);
    assert.ok(!existsSync(join(stage.into, "bundle.zip")));
    const made = await joined(stage);
    assert.ok(made.resumedBytes > 0);
  });
});

describe("splitting", () => {
  it("refuses what it cannot split, and leaves nothing", async () => {
    const options = { to: shop.folder, partBytes: 40_000, share: 0.03 };
    const at = (name: string) => join(shop.folder, name);
    writeFileSync(at("empty"), "");
    writeFileSync(at("file"), noise(50_000));
    mkdirSync(at("folder"));
    await assert.rejects(splitFile(at("empty"), options), { code: "media.empty" });
    await assert.rejects(splitFile(at("folder"), options), { code: "media.not-plain" });
    const small = { ...options, partBytes: 9_000 };
    await assert.rejects(splitFile(at("file"), small), { code: "media.part-too-small" });
    const name = "file.2-of-5.part";
    writeFileSync(at(name), "somebody's");
    const four = { ...options, partBytes: 33_000 };
    await assert.rejects(splitFile(at("file"), four), { code: "media.exists", entry: at(name) });
    assert.equal(readFileSync(at(name), "utf8"), "somebody's");
    const left = readdirSync(shop.folder).filter((other) => /part/.test(other));
    assert.deepEqual(left, [name]);
  });

  it("notices that the file changes meanwhile, and leaves nothing", async () => {
    const own = join(shop.folder, "changing");
    mkdirSync(own);
    const file = join(own, "file");
    writeFileSync(file, noise(50_000));
    const onProgress = (done: number) => {
      if (done === 50_000) writeFileSync(file, noise(50_000, 2));
    };
    const options = { to: own, partBytes: 40_000, share: 0.03, onProgress };
    await assert.rejects(splitFile(file, options), { code: "media.changed-while-reading" });
    assert.deepEqual(readdirSync(own), ["file"]);
  });

  it("says in the first line of each part, for anybody, what it is", async () => {
    const stage = await shop.stage(noise(50_000), { partBytes: 40_000, name: "번들 1.zip" });
    const second = readFileSync(stage.parts[1]!);
    const line = second.toString("utf8", 32, second.indexOf("\n", 32));
    const { part, parts, name, bytes, sha256 } = JSON.parse(line);
    const hash = createHash("sha256").update(stage.content).digest("hex");
    assert.deepEqual(
      [part, parts, name, bytes, sha256],
      [2, stage.parts.length, "번들 1.zip", 50_000, hash],
    );
  });
});
