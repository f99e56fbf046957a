import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { readProxyBlock, withBypass } from "./proxy-block.ts";

const word = fc.string({ unit: fc.constantFrom("a", ".", "1", ":", ";", "<", ">"), maxLength: 20 });
const number = fc.integer({ min: 0, max: 0xffff_ffff });

function block(numbers: readonly number[], texts: readonly string[], rest: Uint8Array): Uint8Array {
  const parts = texts.flatMap((text) => [u32(text.length), Buffer.from(text, "latin1")]);
  return Buffer.concat([...numbers.map(u32), ...parts, rest]);
}

function u32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

test("other exceptions change nothing but themselves and the counter", () => {
  fc.assert(
    fc.property(
      fc.tuple(number, number, number),
      fc.tuple(word, word, word),
      fc.uint8Array({ maxLength: 40 }),
      word,
      ([version, count, flags], [server, bypass, pacUrl], rest, wanted) => {
        const bytes = block([version, count, flags], [server, bypass, pacUrl], rest);
        assert.deepEqual(readProxyBlock(bytes), { flags, server, bypass, pacUrl });
        const next = (count + 1) >>> 0;
        const changed = block([version, next, flags], [server, wanted, pacUrl], rest);
        assert.deepEqual(Buffer.from(withBypass(bytes, wanted)!), changed);
      },
    ),
  );
});

test("what is no such block is none", () => {
  const whole = block([70, 1, 3], ["proxy:80", "<local>", ""], new Uint8Array());
  for (let length = 0; length < whole.length; length += 1) {
    assert.equal(readProxyBlock(whole.subarray(0, length)), undefined);
    assert.equal(withBypass(whole.subarray(0, length), "x"), undefined);
  }
  assert.equal(withBypass(whole, "한글"), undefined, "its text is ASCII");
});
