/**
 * `addProduct` as a WebAssembly module, sixteen bytes at a time: a shuffle looks each half of a byte up in a
 * table of sixteen products (Plank, Greenan and Miller, "Screaming Fast Galois Field Arithmetic", 2013). One
 * function, so it is written down here as its instructions (WebAssembly Core Specification 2.0, chapter 5).
 */
export function shuffleModule(): Uint8Array<ArrayBuffer> {
  const header = [0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0];
  const types = vector([[0x60, ...vector([[i32], [i32], [i32], [i32]]), 0]]);
  const imports = vector([[...name("a"), ...name("memory"), 2, 0, 1]]);
  const functions = vector([[0]]);
  const exports = vector([[...name("add"), 0, 0]]);
  const code = [...vector([[4, v128]]), ...body()];
  return Uint8Array.from([
    ...header,
    ...section(1, types),
    ...section(2, imports),
    ...section(3, functions),
    ...section(7, exports),
    ...section(10, vector([[...unsigned(code.length), ...code]])),
  ]);
}

const i32 = 0x7f;
const v128 = 0x7b;

/** Parameters, then the four local vectors. */
const [target, source, end, tables, low, high, bytes, mask] = [0, 1, 2, 3, 4, 5, 6, 7] as const;

/** do { *target ^= low[*source & 15] ^ high[*source >> 4] } while (target < end), by sixteen bytes. */
function body(): number[] {
  return [
    [...get(tables), ...loadAt(0), ...set(low)],
    [...get(tables), ...loadAt(16), ...set(high)],
    [...constant(15), ...simd(op.splat), ...set(mask)],
    [op.loop, op.nothing],
    [...get(target), ...get(target), ...loadAt(0)],
    [...get(low), ...get(source), ...loadAt(0), ...tee(bytes), ...get(mask), ...simd(op.and)],
    [...simd(op.swizzle), ...simd(op.xor)],
    [...get(high), ...get(bytes), ...constant(4), ...simd(op.shiftRight)],
    [...simd(op.swizzle), ...simd(op.xor), ...simd(op.store), 0, 0],
    [...get(source), ...constant(16), op.add, ...set(source)],
    [...get(target), ...constant(16), op.add, ...tee(target)],
    [...get(end), op.lessUnsigned, op.branchIf, 0],
    [op.end, op.end],
  ].flat();
}

const op = {
  nothing: 0x40,
  loop: 0x03,
  end: 0x0b,
  branchIf: 0x0d,
  add: 0x6a,
  lessUnsigned: 0x49,
  load: 0,
  store: 11,
  swizzle: 14,
  splat: 15,
  and: 78,
  xor: 81,
  shiftRight: 109,
} as const;

const get = (local: number) => [0x20, local];
const set = (local: number) => [0x21, local];
const tee = (local: number) => [0x22, local];
/** Below 64, so that the sign needs no second byte. */
const constant = (value: number) => [0x41, value];
const simd = (code: number) => [0xfd, ...unsigned(code)];
const loadAt = (offset: number) => [...simd(op.load), 0, offset];

function section(id: number, content: readonly number[]): number[] {
  return [id, ...unsigned(content.length), ...content];
}

function vector(items: readonly (readonly number[])[]): number[] {
  return [...unsigned(items.length), ...items.flat()];
}

function name(text: string): number[] {
  return vector([...text].map((letter) => [letter.charCodeAt(0)]));
}

/** LEB128. */
function unsigned(value: number): number[] {
  return value < 128 ? [value] : [(value & 127) | 128, ...unsigned(value >>> 7)];
}
