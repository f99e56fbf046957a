import assert from "node:assert/strict";
import { after, describe, it } from "node:test";
import fc from "fast-check";
import { frameBytes } from "./frame.ts";
import { joined, noise, type Stage, workshop } from "./stage/set.ts";

const shop = workshop();
after(() => shop.remove());

/** Every `step`th frame of a part, from `first` on, in another state. */
const spoil = (stage: Stage, part: number, step: number, first: number) =>
  stage.change(part, (bytes) => {
    for (let at = first * frameBytes; at < bytes.length; at += step * frameBytes) {
      const byte = at + ((at / frameBytes) % frameBytes);
      if (byte < bytes.length) bytes[byte]! ^= 1 << (at % 7);
    }
    return bytes;
  });

describe("damage is repaired:", () => {
  const content = noise(6_000_000);
  const cases: [string, { partBytes?: number }, (stage: Stage) => void][] = [
    ["one bit in 1 % of the sectors of a single file", {}, (stage) => spoil(stage, 1, 100, 3)],
    [
      "the same in parts",
      { partBytes: 2_500_000 },
      (stage) => {
        for (const part of [1, 2, 3]) spoil(stage, part, 100, part * 7);
      },
    ],
    [
      "a run of 1 %",
      {},
      (stage) =>
        stage.change(1, (bytes) =>
          bytes.fill(0, 2_000_000, 2_000_000 + Math.floor(bytes.length / 100)),
        ),
    ],
    [
      "a run of 1 % where parity is",
      {},
      (stage) =>
        stage.change(1, (bytes) => bytes.fill(7, bytes.length - Math.floor(bytes.length / 100))),
    ],
    [
      "an end of 1 % cut off, in the middle of a sector",
      {},
      (stage) => stage.change(1, (bytes) => bytes.subarray(0, Math.floor(bytes.length * 0.99))),
    ],
    ["the first sectors", {}, (stage) => stage.change(1, (bytes) => bytes.fill(255, 0, 9_000))],
    [
      "every sector that describes the set but one",
      {},
      (stage) =>
        stage.change(1, (bytes) => {
          for (let at = 0; at < bytes.length; at += 1_024 * frameBytes) bytes[at + 40]! ^= 1;
          for (const last of [1, 3]) bytes[bytes.length - last * frameBytes + 40]! ^= 1;
          return bytes;
        }),
    ],
    [
      "every such sector of one part, which others tell of",
      { partBytes: 2_500_000 },
      (stage) =>
        stage.change(2, (bytes) => {
          for (let at = 0; at < bytes.length; at += 1_024 * frameBytes) bytes[at + 40]! ^= 1;
          for (const last of [1, 2, 3]) bytes[bytes.length - last * frameBytes + 40]! ^= 1;
          return bytes;
        }),
    ],
  ];
  for (const [what, options, damage] of cases) {
    it(what, async () => {
      const stage = await shop.stage(content, options);
      damage(stage);
      const made = await joined(stage);
      assert.equal(made.status, "joined");
      assert.ok(made.files.some(({ damagedBytes }) => damagedBytes > 0));
    });
  }

  it("a whole part of a hundred, or one of five with more parity", async () => {
    for (const [partBytes, share] of [
      [64_000, 0.03],
      [1_950_000, 0.6],
    ] as const) {
      const stage = await shop.stage(content, { partBytes, share });
      const { length } = stage.parts;
      assert.ok(stage.split.anyPartSpare, `${length} parts`);
      const lost = Math.floor(length / 3) + 1;
      const made = await joined(
        stage,
        stage.parts.filter((_, at) => at + 1 !== lost),
      );
      assert.deepEqual([made.status, made.missing], ["joined", [lost]]);
      assert.ok(made.repairedBytes > 0);
    }
  });

  it("but not made up, where a part is missing and parity is little", async () => {
    const stage = await shop.stage(content, { partBytes: 1_500_000 });
    assert.ok(!stage.split.anyPartSpare);
    const made = await joined(stage, stage.parts.slice(1));
    assert.deepEqual([made.status, made.missing], ["incomplete", [1]]);
    assert.ok(made.lackingBytes > 1_000_000);
  });

  it("in any small file, wherever a few sectors are lost", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 60_000 }),
        fc.array(fc.nat(2 ** 20), { minLength: 1, maxLength: 3 }),
        async (bytes, places) => {
          const stage = await shop.stage(noise(bytes));
          stage.change(1, (part) => {
            for (const place of places) part[place % part.length]! ^= 1;
            return part;
          });
          // Four frames at least say what it is, and eight of the rest may be lost.
          const made = await joined(stage);
          assert.equal(made.status, "joined");
        },
      ),
      { numRuns: 25 },
    );
  });
});
