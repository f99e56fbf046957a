import { Arena } from "./arena.ts";
import { blocksMax, coefficient, inverted } from "./matrix.ts";

/**
 * Reed–Solomon for lost blocks: of `data` and `parity` blocks together any as many as there are data blocks give
 * all data back. It repairs what is known to be missing; finding out what is damaged is the caller's.
 */

/**
 * Parity for blocks that are all equally long.
 *
 * @param data one block or more
 * @param parityCount how many lost blocks can be made again; data and parity together at most 256
 * @throws {RangeError} where there are too many blocks, or they differ in length
 */
export function encode(data: readonly Uint8Array[], parityCount: number): Uint8Array[] {
  const length = checked(data, data.length + parityCount);
  const arena = scratch((parityCount + 1) * length);
  const source = parityCount * length;
  for (const [at, block] of data.entries()) {
    arena.bytes.set(block, source);
    for (let parity = 0; parity < parityCount; parity += 1) {
      arena.add(parity * length, source, length, coefficient(parity, at));
    }
  }
  return Array.from({ length: parityCount }, (_, at) =>
    arena.bytes.slice(at * length, (at + 1) * length),
  );
}

/**
 * All data blocks, those that are missing made again. Blocks that are there are given back as they are.
 *
 * @param blocks data, then parity, in the order of `encode`; undefined where one is lost
 * @param dataCount how many of them are data
 * @throws {RangeError} where more are lost than can be made again, or blocks differ in length
 */
export function recover(
  blocks: readonly (Uint8Array | undefined)[],
  dataCount: number,
): Uint8Array[] {
  const there = blocks.filter((block) => block !== undefined);
  if (dataCount < 1 || there.length < dataCount) {
    throw new RangeError(`${there.length} blocks are left and ${dataCount} needed`);
  }
  const length = checked(there, blocks.length);
  const places = Array.from({ length: dataCount }, (_, at) => at);
  const missing = places.filter((at) => blocks[at] === undefined);
  if (missing.length === 0) return blocks.slice(0, dataCount) as Uint8Array[];
  const parities = Array.from({ length: blocks.length - dataCount }, (_, at) => at)
    .filter((at) => blocks[dataCount + at] !== undefined)
    .slice(0, missing.length);
  const sums = sumsOf(blocks, dataCount, missing, parities, length);
  const made = solved(sums, missing, parities, length);
  return places.map((at) => blocks[at] ?? made.get(at)!);
}

/** What the missing blocks alone put into each parity block: the rest is taken away. */
function sumsOf(
  blocks: readonly (Uint8Array | undefined)[],
  dataCount: number,
  missing: readonly number[],
  parities: readonly number[],
  length: number,
): Arena {
  const count = missing.length;
  const arena = scratch((2 * count + 1) * length);
  const source = 2 * count * length;
  for (const [at, parity] of parities.entries()) {
    arena.bytes.set(blocks[dataCount + parity]!, at * length);
  }
  for (let data = 0; data < dataCount; data += 1) {
    const block = blocks[data];
    if (!block) continue;
    arena.bytes.set(block, source);
    for (const [at, parity] of parities.entries()) {
      arena.add(at * length, source, length, coefficient(parity, data));
    }
  }
  return arena;
}

function solved(
  sums: Arena,
  missing: readonly number[],
  parities: readonly number[],
  length: number,
): Map<number, Uint8Array> {
  const count = missing.length;
  const system = parities.map((parity) =>
    Uint8Array.from(missing, (data) => coefficient(parity, data)),
  );
  // A part of a Cauchy matrix always has an inverse.
  const inverse = inverted(system)!;
  const made = new Map<number, Uint8Array>();
  for (const [row, data] of missing.entries()) {
    const target = (count + row) * length;
    for (let at = 0; at < count; at += 1) {
      sums.add(target, at * length, length, inverse[row]![at]!);
    }
    made.set(data, sums.bytes.slice(target, target + length));
  }
  return made;
}

function checked(blocks: readonly Uint8Array[], total: number): number {
  const length = blocks[0]?.length;
  if (length === undefined || total > blocksMax) {
    throw new RangeError(`a code of ${total} blocks; 1 to ${blocksMax} can be`);
  }
  if (blocks.some((block) => block.length !== length)) {
    throw new RangeError("blocks of different lengths");
  }
  return length;
}

let kept: Arena | undefined;

/** Zeroed memory for one call: making new memory costs more than most calls. */
function scratch(size: number): Arena {
  if (!kept || kept.bytes.length < size) kept = new Arena(size);
  kept.bytes.fill(0, 0, size);
  return kept;
}
