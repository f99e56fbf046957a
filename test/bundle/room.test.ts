import assert from "node:assert/strict";
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { before, describe, it } from "node:test";
import {
  bytesOfContainer,
  type EntrySource,
  writeContainer,
} from "../../src/bundle/container/write.ts";
import { joinParts } from "../../src/bundle/media/join.ts";
import { splitFile } from "../../src/bundle/media/split.ts";
import { noise } from "../../src/bundle/media/stage/set.ts";
import { roomFor } from "../../src/bundle/media/store.ts";
import { checkRoom, NoRoom } from "../../src/bundle/room.ts";
import { roomWords } from "../../src/cli/bundle/media.ts";
import { run } from "../house/_run.ts";
import { connectedStage } from "./_closed.ts";
import { closedPc, withoutNos } from "./_closed-pc.ts";

const { folder, side } = connectedStage();
const whose = ["--fingerprint", side.fingerprint];

describe("room on a disk", () => {
  it("is enough, is not, or is unknown, which keeps nobody from trying", async () => {
    await checkRoom(folder, 100, async () => 100);
    await checkRoom(folder, 100, async () => undefined);
    await checkRoom(join(folder, "no", "such"), 100);
    await checkRoom(folder, 1);
    await assert.rejects(
      checkRoom(folder, 101, async () => 100),
      (error: NoRoom) => {
        assert.deepEqual([error.folder, error.needed, error.free], [folder, 101, 100]);
        return error instanceof NoRoom;
      },
    );
  });

  it("is told in one line, exactly where rounded figures would be the same", () => {
    const words = (needed: number, free: number, lang: "ko" | "en") =>
      roomWords(new NoRoom("/x", needed, free), { lang } as Parameters<typeof roomWords>[1]);
    assert.match(words(1_200_000_000, 300_000, "en"), /^\/x: .* 1\.2 GB needed, 300\.0 KB free$/);
    assert.match(words(1_200_000_000, 300_000, "ko"), /^\/x: .* 1\.2 GB, .* 300\.0 KB$/);
    assert.match(words(1_200_000_002, 1_200_000_001, "en"), /1200000002 B needed, 1200000001 B/);
  });

  it("that a bundle needs is known to the byte before it is written", async () => {
    const bytes = noise(5_000);
    const file = join(folder, "entry.bin");
    writeFileSync(file, bytes);
    const sha256 = (await import("node:crypto")).createHash("sha256").update(bytes).digest("hex");
    const sources: EntrySource[] = [
      { name: "a/b.txt", bytes: Buffer.from("text") },
      { name: "c.bin", path: file, size: bytes.length, sha256 },
    ];
    const made = await writeContainer(join(folder, "measured.zip"), sources);
    assert.equal(bytesOfContainer(sources), made.bytes);
  });

  it("that joining still needs is less by what an earlier run has left", async () => {
    const source = join(folder, "resumed.zip");
    writeFileSync(source, noise(400_000));
    const to = join(folder, "resumed");
    mkdirSync(to);
    const { parts, set } = await splitFile(source, { to, partBytes: 100_000, share: 0.03 });
    const output = join(folder, "resumed-again.zip");
    const frames = 1_000;
    const fresh = roomFor(output, set, frames);
    const half = parts.slice(0, 2).map(({ file }) => file);
    const first = await joinParts(half, { folder, output });
    assert.equal(first.status, "incomplete");
    const left = roomFor(output, set, frames);
    assert.ok(left < fresh - 100_000 && left > 0, `${left} ${fresh}`);
    assert.equal(roomFor(output, "0".repeat(16), frames), fresh, "another set begins anew");
  });
});

/** A disk of 64 KB, which goes with the process that has it. */
const small = 'mount -t tmpfs -o size=64k jochi "$D" && "$@"; echo "$?"; ls -A "$D"';

describe("a disk that is too small", () => {
  const disk = join(folder, "disk");
  let bundle: string;
  let parts: string;
  const whole = join(folder, "whole.zip");
  before(async () => {
    mkdirSync(disk);
    bundle = await side.bundle("fits-nowhere.jochi", { pages: [page] });
    writeFileSync(join(folder, "root.json"), side.root);
    writeFileSync(whole, noise(200_000));
    parts = join(folder, "parts");
    mkdirSync(parts);
    await splitFile(whole, { to: parts, partBytes: 70_000, share: 0.03 });
  });

  const page = { guide: "bankpay-transfer@2018.11", bytes: noise(150_000) };
  const works: Record<string, () => string[]> = {
    split: () => ["split", whole, "--size", "70KB", "--to", disk],
    "split into a folder of its own": () => [
      ...["split", whole, "--size", "70KB", "--to", join(disk, "new")],
    ],
    join: () => ["join", parts, "--output", join(disk, "whole.zip")],
    create: () => [
      ...["create", "--guide", "bankpay-transfer@2018.11", "--root", join(folder, "root.json")],
      ...["--output", join(disk, "made.jochi")],
    ],
    unpack: () => ["unpack", bundle, "--to", join(disk, "unpacked"), ...whose],
  };
  for (const [name, words] of Object.entries(works))
    it(`${name}: one line with how much is needed and free, and nothing is left on it`, async (test) => {
      const args = ["-rm", "bash", "-c", small, "bash", "./jochi", "bundle", ...words()];
      const { out, err } = await run([...args, "--lang", "en"], {
        command: "unshare",
        env: { D: disk, JOCHI_NETWORK: "none" },
      });
      if (/^(unshare|mount):/m.test(err)) return test.skip(err.trim());
      assert.match(
        err,
        /^jochi bundle: \S+: there is not enough room on the disk: [\d.]+ [KM]B needed, 65\.5 KB free\n$/,
      );
      assert.equal(out, "2\n", "exit code 2, and an empty disk");
    });

  it("install: nothing is asked, and the PC stays as it is", async () => {
    const pc = closedPc(folder, { ...withoutNos(side.installer, true), freeBytes: 100 });
    const before = readFileSync(pc.file, "utf8");
    for (const more of [["--yes"], ["--dry-run"]]) {
      const ended = await pc.jochi("bundle", "install", bundle, ...whose, ...more);
      assert.equal(ended.code, 2, ended.err);
      assert.match(ended.err, /there is not enough room on the disk: .* needed, 100 B free\n$/);
      assert.equal(ended.out, "");
      assert.equal(readFileSync(pc.file, "utf8"), before);
    }
    const roomy = { ...withoutNos(side.installer, true), freeBytes: 2 * statSync(bundle).size };
    const other = closedPc(folder, roomy);
    const done = await other.jochi("bundle", "install", bundle, ...whose, "--dry-run");
    assert.equal(done.code, 0, done.err);
    assert.deepEqual(readdirSync(disk), []);
  });
});
