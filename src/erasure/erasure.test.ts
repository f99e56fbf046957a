import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { addProduct } from "./add.ts";
import { Arena } from "./arena.ts";
import { encode, recover } from "./erasure.ts";
import { inverse, multiply } from "./field.ts";
import { coefficient, inverted } from "./matrix.ts";

/** Multiplies as polynomials, bit by bit. */
function slowly(a: number, b: number): number {
  let [product, shifted] = [0, a];
  for (let rest = b; rest > 0; rest >>= 1) {
    if (rest & 1) product ^= shifted;
    shifted = (shifted << 1) ^ (shifted & 0x80 ? 0x11d : 0);
  }
  return product;
}

const noise = (length: number, seed: number) =>
  Uint8Array.from({ length }, (_, at) => (Math.imul(at + 1, 2654435761 + seed) >>> 13) & 255);

/** Every set of `count` of the first `of` numbers. */
function* sets(of: number, count: number, from = 0): Generator<number[]> {
  if (count === 0) yield [];
  for (let at = from; count > 0 && at < of; at += 1) {
    for (const rest of sets(of, count - 1, at + 1)) yield [at, ...rest];
  }
}

describe("the field of 256", () => {
  it("multiplies as polynomials do, and every element but 0 has an inverse", () => {
    for (let a = 0; a < 256; a += 1) {
      for (let b = 0; b < 256; b += 1) assert.equal(multiply(a, b), slowly(a, b));
      if (a > 0) assert.equal(multiply(a, inverse(a)), 1);
    }
    assert.throws(() => inverse(0), RangeError);
  });

  it("has no matrix that is turned round where its rows depend on each other", () => {
    const one = Uint8Array.of(3, 7);
    const double = one.map((value) => multiply(value, 9));
    assert.equal(inverted([one, double]), undefined);
  });
});

describe("adding a product", () => {
  it("is the same with and without a shuffle, whatever the length and the place", () => {
    const block = { minLength: 0, maxLength: 100 };
    fc.assert(
      fc.property(fc.uint8Array(block), fc.nat(255), fc.nat(40), (bytes, factor, gap) => {
        const length = bytes.length;
        const old = noise(length, 1);
        const expected = old.map((byte, at) => byte ^ slowly(bytes[at]!, factor));
        for (const arena of [new Arena(300), new Arena(300, undefined)]) {
          arena.bytes.set(old, gap);
          arena.bytes.set(bytes, gap + length);
          arena.add(gap, gap + length, length, factor);
          assert.deepEqual(arena.bytes.slice(gap, gap + length), expected);
          assert.ok(arena.bytes.subarray(0, gap).every((byte) => byte === 0));
          assert.deepEqual(arena.bytes.slice(gap + length, gap + 2 * length), bytes);
        }
        const plain = Uint8Array.from(old);
        addProduct(plain, bytes, factor);
        assert.deepEqual(plain, expected);
      }),
      { numRuns: 200 },
    );
  });

  it("is really shuffled here", () => {
    let made = 0;
    const real = (globalThis as never as { WebAssembly: { Memory: new (o: object) => object } })
      .WebAssembly;
    const counting = {
      ...real,
      Module: Reflect.get(real, "Module"),
      Instance: Reflect.get(real, "Instance"),
      Memory: class extends real.Memory {
        constructor(size: object) {
          super(size);
          made += 1;
        }
      },
    };
    new Arena(16, counting as never);
    assert.equal(made, 1);
  });
});

describe("lost blocks", () => {
  it("are made again in every pattern of every small code", () => {
    let patterns = 0;
    for (let data = 1; data <= 6; data += 1) {
      for (let parity = 0; parity <= 5; parity += 1) {
        const blocks = Array.from({ length: data }, (_, at) => noise(19, at));
        const all = [...blocks, ...encode(blocks, parity)];
        for (let lost = 0; lost <= parity; lost += 1) {
          for (const places of sets(all.length, lost)) {
            const left = all.map((block, at) => (places.includes(at) ? undefined : block));
            assert.deepEqual(recover(left, data), blocks, `${data}+${parity} without ${places}`);
            patterns += 1;
          }
        }
      }
    }
    assert.ok(patterns > 3_900, `${patterns}`);
  });

  it("are made again in the largest codes too", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 255 }),
        fc.infiniteStream(fc.nat(9_999)),
        (data, stream) => {
          const blocks = Array.from({ length: data }, (_, at) => noise(16, at));
          const all: (Uint8Array | undefined)[] = [...blocks, ...encode(blocks, 256 - data)];
          for (let lost = 0; lost < 256 - data; ) {
            const at = stream.next().value % 256;
            if (all[at] === undefined) {
              const next = all.findIndex((block) => block !== undefined);
              all[next] = undefined;
            } else all[at] = undefined;
            lost += 1;
          }
          assert.deepEqual(recover(all, data), blocks);
        },
      ),
      { numRuns: 20 },
    );
  });

  it("are not made up where too few are left", () => {
    const blocks = [noise(8, 1), noise(8, 2)];
    const [one] = encode(blocks, 1);
    assert.throws(() => recover([undefined, undefined, one], 2), RangeError);
    assert.throws(() => recover([], 0), RangeError);
    assert.throws(() => encode([], 1), RangeError);
    assert.throws(() => encode(blocks, 255), RangeError);
    assert.throws(() => encode([noise(8, 1), noise(9, 1)], 1), RangeError);
  });

  it("need no other first parity blocks where there is more parity", () => {
    const blocks = [noise(8, 1), noise(8, 2), noise(8, 3)];
    assert.deepEqual(encode(blocks, 9).slice(0, 2), encode(blocks, 2));
  });

  it("come of a matrix whose square parts all have an inverse", () => {
    for (const size of [1, 2, 3]) {
      for (const parities of sets(5, size)) {
        for (const data of sets(6, size)) {
          const part = parities.map((parity) =>
            Uint8Array.from(data, (at) => coefficient(parity, at)),
          );
          assert.ok(inverted(part), `${parities} ${data}`);
        }
      }
    }
  });
});
