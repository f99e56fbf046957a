import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { test } from "node:test";
import { Collection } from "./collect.ts";
import { CarryFault } from "./fault.ts";
import { frameText, readFrame } from "./frame.ts";
import { bytesIn, paperSize, terminalSize } from "./qr.ts";
import { cut } from "./series.ts";

/** Bytes that nothing could make shorter, the same in every run. */
function noise(length: number, seed: number): Uint8Array {
  const parts = Array.from({ length: Math.ceil(length / 32) }, (_, at) =>
    createHash("sha256").update(`${seed} ${at}`).digest(),
  );
  return new Uint8Array(Buffer.concat(parts).subarray(0, length));
}

/** The same order in every run, and no order at all. */
function shuffled<T>(all: readonly T[], seed: number): T[] {
  const keyed = all.map((one, at) => [noise(4, seed * 1_000 + at).join(" "), one] as const);
  return keyed.sort(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one);
}

const faultOf = (run: () => unknown) => {
  try {
    run();
  } catch (error) {
    if (error instanceof CarryFault) return error.code;
    throw error;
  }
  return "none";
};

test("frames fit their codes, and say the same of the series", () => {
  for (const size of [paperSize, terminalSize]) {
    for (const length of [1, 10, 281, 282, 3_000, 25_000]) {
      const { texts, needed } = cut(noise(length, 1), bytesIn(size));
      assert.ok(texts.every((text) => text.length <= size.digits && /^[1-9][0-9]+$/.test(text)));
      assert.ok(needed >= 1 && texts.length === needed * 2);
    }
  }
  assert.equal(
    faultOf(() => cut(noise(60_000, 1), bytesIn(paperSize))),
    "too-large",
  );
});

test("any half may be missing, in any order, each frame twice", () => {
  for (const [at, length] of [3, 300, 2_600, 9_000].entries()) {
    const packed = noise(length, 10 + at);
    const { id, needed, texts } = cut(packed, bytesIn(paperSize));
    for (let round = 0; round < 40; round += 1) {
      const some = shuffled(texts, round).slice(0, needed);
      assert.equal(texts.length, needed * 2);
      const collection = new Collection();
      collection.addText(shuffled([...some, ...some], round).join("\n"));
      assert.deepEqual(collection.packed(id), packed);
      assert.deepEqual(collection.counts, { taken: needed, again: needed, damaged: 0, foreign: 0 });
    }
    const few = new Collection();
    few.addText(texts.slice(1, needed).join(" "));
    assert.equal(few.progress()[0]?.complete ?? false, false);
    assert.equal(
      faultOf(() => few.packed(id)),
      "missing",
    );
  }
});

test("frames of another series are kept apart and named", () => {
  const [one, other] = [cut(noise(900, 1), 292), cut(noise(900, 2), 292)];
  const collection = new Collection();
  collection.addText([...other.texts.slice(0, 2), ...one.texts].join("\n"));
  const [first, second] = collection.progress();
  assert.deepEqual([first?.series, first?.complete], [one.id, true]);
  assert.deepEqual([second?.series, second?.have], [other.id, [1, 2]]);
  assert.deepEqual(collection.packed(one.id), noise(900, 1));
});

test("every wrong digit of a frame is noticed, and every digit too many or too few", () => {
  const [text] = cut(noise(200, 3), 292).texts as [string];
  for (let at = 0; at < text.length; at += 1) {
    for (const digit of "0123456789") {
      if (digit === text[at]) continue;
      assert.equal(typeof readFrame(text.slice(0, at) + digit + text.slice(at + 1)), "string");
    }
    assert.equal(typeof readFrame(text.slice(0, at) + text.slice(at + 1)), "string");
    assert.equal(typeof readFrame(`${text.slice(0, at)}7${text.slice(at)}`), "string");
  }
});

test("frames are found in whatever a scanner, a phone or a log puts around them", () => {
  const { id, texts } = cut(noise(900, 4), 292);
  const collection = new Collection();
  const [a, b, ...rest] = texts as [string, string, ...string[]];
  collection.addText(`2026-11-26 10:15 QR-Code:${a}\r\n"${b}";010-1234-5678\t${rest.join(", ")}`);
  assert.deepEqual(collection.packed(id), noise(900, 4));
  collection.addText(`${"1".repeat(60)} ${a.slice(0, -1)}`);
  assert.equal(collection.counts.damaged, 2);
});

test("two frames that contradict each other are not chosen between", () => {
  const collection = new Collection();
  const frame = { series: "0011aabb", at: 0, data: 2, parity: 1, block: noise(20, 1) };
  collection.addText(frameText(frame));
  const other = frameText({ ...frame, block: noise(20, 2) });
  assert.equal(
    faultOf(() => collection.addText(other)),
    "contradiction",
  );
});

test("frames that were made up do not pass for what was sent", () => {
  const { id, texts } = cut(noise(900, 5), 292);
  const genuine = texts.map(readFrame).filter((frame) => typeof frame !== "string");
  const [first, ...rest] = genuine;
  const collection = new Collection();
  collection.addText(frameText({ ...first!, block: noise(first!.block.length, 6) }));
  for (const frame of rest.slice(0, first!.data - 1)) collection.addText(frameText(frame));
  assert.equal(
    faultOf(() => collection.packed(id)),
    "broken",
  );
});
