/**
 * SHA-256 (FIPS 180-4) and HMAC (RFC 2104) by hand: this folder is pure and runs in a page too,
 * where hashing at once and without waiting is not to be had.
 */

/** The first 32 bits of the fractional parts of the cube roots of the first 64 primes. */
const roundConstants = Uint32Array.from(firstPrimes(64), (prime) => fraction(Math.cbrt(prime)));
const initial = Uint32Array.from(firstPrimes(8), (prime) => fraction(Math.sqrt(prime)));

const blockBytes = 64;

/** A keyed hash: the same key and text always give the same 32 bytes. */
export type Keyed = (text: string) => Uint8Array;

/** HMAC-SHA-256 with this key. The key's two blocks are worked in once and for all. */
export function hmac(key: Uint8Array): Keyed {
  const block = new Uint8Array(blockBytes);
  block.set(key.length > blockBytes ? sha256(key) : key);
  const inner = compress(
    initial,
    block.map((byte) => byte ^ 0x36),
  );
  const outer = compress(
    initial,
    block.map((byte) => byte ^ 0x5c),
  );
  const encoder = new TextEncoder();
  return (text) => finish(outer, finish(inner, encoder.encode(text), 1), 1);
}

export function sha256(bytes: Uint8Array): Uint8Array {
  return finish(initial, bytes, 0);
}

/** The rest of a message after so many whole blocks, with its padding. */
function finish(state: Uint32Array, bytes: Uint8Array, blocksBefore: number): Uint8Array {
  const padded = new Uint8Array(Math.ceil((bytes.length + 9) / blockBytes) * blockBytes);
  padded.set(bytes);
  padded[bytes.length] = 0x80;
  const view = new DataView(padded.buffer);
  const length = bytes.length + blocksBefore * blockBytes;
  view.setUint32(padded.length - 8, Math.floor(length / 0x2000_0000));
  view.setUint32(padded.length - 4, length * 8);
  let current = state;
  for (let at = 0; at < padded.length; at += blockBytes) {
    current = compress(current, padded.subarray(at, at + blockBytes));
  }
  const out = new Uint8Array(32);
  const words = new DataView(out.buffer);
  for (const [index, word] of current.entries()) words.setUint32(index * 4, word);
  return out;
}

function compress(state: Uint32Array, block: Uint8Array): Uint32Array {
  const w = new Uint32Array(64);
  const view = new DataView(block.buffer, block.byteOffset, blockBytes);
  for (let t = 0; t < 16; t += 1) w[t] = view.getUint32(t * 4);
  for (let t = 16; t < 64; t += 1) {
    const early = w[t - 15]!;
    const late = w[t - 2]!;
    const a = rotated(early, 7) ^ rotated(early, 18) ^ (early >>> 3);
    const b = rotated(late, 17) ^ rotated(late, 19) ^ (late >>> 10);
    w[t] = w[t - 16]! + a + w[t - 7]! + b;
  }
  let [a, b, c, d, e, f, g, h] = state as unknown as Eight;
  for (let t = 0; t < 64; t += 1) {
    const chosen = (e & f) ^ (~e & g);
    const first =
      (h +
        (rotated(e, 6) ^ rotated(e, 11) ^ rotated(e, 25)) +
        chosen +
        roundConstants[t]! +
        w[t]!) |
      0;
    const most = (a & b) ^ (a & c) ^ (b & c);
    const second = ((rotated(a, 2) ^ rotated(a, 13) ^ rotated(a, 22)) + most) | 0;
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + first) | 0, c, b, a, (first + second) | 0];
  }
  return state.map((word, index) => word + [a, b, c, d, e, f, g, h][index]!);
}

type Eight = [number, number, number, number, number, number, number, number];

function rotated(word: number, by: number): number {
  return (word >>> by) | (word << (32 - by));
}

function fraction(value: number): number {
  return Math.floor((value - Math.floor(value)) * 0x1_0000_0000);
}

function firstPrimes(count: number): number[] {
  const primes: number[] = [];
  for (let n = 2; primes.length < count; n += 1) {
    if (primes.every((prime) => n % prime !== 0)) primes.push(n);
  }
  return primes;
}
