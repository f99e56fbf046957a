import assert from "node:assert/strict";
import { test } from "node:test";
import { brotliCompressSync, constants } from "node:zlib";
import { evidenceBytesMax } from "../evidence/read-evidence.ts";
import { CarryFault } from "./fault.ts";
import { pack, unpack } from "./pack.ts";

const text = JSON.stringify({
  facts: Array.from({ length: 40 }, (_, at) => ({ at, 말: "가나다" })),
});

const codeOf = (run: () => unknown): string => {
  try {
    run();
  } catch (error) {
    if (error instanceof CarryFault) return error.code;
    throw error;
  }
  return "none";
};

test("what is packed comes out to the byte, and smaller on the way", () => {
  for (const one of ["{}", text]) assert.equal(unpack(pack(one)), one);
  assert.ok(pack(text).length < text.length / 4);
});

test("whatever byte is changed or lost, nothing is unpacked", () => {
  const packed = new Uint8Array(pack(text));
  for (let at = 0; at < packed.length; at += 1) {
    const bad = packed.slice();
    bad[at]! ^= 0x10;
    assert.ok(["broken", "other-form", "too-large"].includes(codeOf(() => unpack(bad))), `${at}`);
    assert.equal(
      codeOf(() => unpack(packed.slice(0, at))),
      "broken",
    );
  }
});

test("a bomb is not unpacked beyond the length that it names", () => {
  const params = { [constants.BROTLI_PARAM_QUALITY]: 1 };
  const bomb = brotliCompressSync(Buffer.alloc(200_000_000), { params });
  const head = Buffer.from(pack("{}").subarray(0, 12));
  assert.ok(bomb.length < 100_000);
  const before = process.memoryUsage().rss;
  for (const named of [2, 1_000, evidenceBytesMax]) {
    head.writeUIntBE(named, 1, 3);
    assert.equal(
      codeOf(() => unpack(Buffer.concat([head, bomb]))),
      "broken",
    );
  }
  assert.ok(process.memoryUsage().rss - before < 80_000_000);
  head.writeUIntBE(evidenceBytesMax + 1, 1, 3);
  assert.equal(
    codeOf(() => unpack(Buffer.concat([head, bomb]))),
    "too-large",
  );
  assert.equal(
    codeOf(() => pack("x".repeat(evidenceBytesMax + 1))),
    "too-large",
  );
});
