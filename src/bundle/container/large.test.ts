import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { BundleFault } from "../fault.ts";
import { readDirectory } from "./directory.ts";
import { centralHeader, endOf, localHeader, type Placed } from "./layout.ts";
import type { Source } from "./source.ts";

/** A file of which only these pieces are not zeros. */
function sparse(size: number, pieces: ReadonlyMap<number, Buffer>): Source {
  return {
    size,
    async read(into, offset) {
      into.fill(0);
      for (const [at, piece] of pieces) {
        for (let index = 0; index < piece.length; index += 1) {
          const to = at + index - offset;
          if (to >= 0 && to < into.length) into[to] = piece[index]!;
        }
      }
      return Math.max(0, Math.min(into.length, size - offset));
    },
    async close() {},
  };
}

function large() {
  const first: Placed = { name: "large", size: 5 * 2 ** 30, crc: 1, offset: 0 };
  const offset = localHeader(first).length + first.size;
  const second: Placed = { name: "small", size: 3, crc: 2, offset };
  const entries = [first, second];
  const start = offset + localHeader(second).length + 3;
  const directory = Buffer.concat(entries.map(centralHeader));
  const tail = Buffer.concat([directory, endOf(2, start, directory.length)]);
  const pieces = new Map(entries.map((entry) => [entry.offset, localHeader(entry)]));
  return { entries, pieces: pieces.set(start, tail), size: start + tail.length };
}

describe("a container of more than 4 GiB", () => {
  it("has its entries where they are", async () => {
    const { entries, pieces, size } = large();
    assert.deepEqual(await readDirectory(sparse(size, pieces)), entries);
  });

  it("is refused with any one byte of its headers changed", async () => {
    const { pieces, size } = large();
    for (const [at, piece] of pieces) {
      for (let index = 0; index < piece.length; index += 1) {
        const changed = Buffer.from(piece);
        changed[index]! ^= 0x11;
        const source = sparse(size, new Map(pieces).set(at, changed));
        await assert.rejects(readDirectory(source), BundleFault, `${at} + ${index}`);
      }
    }
  });

  it("is refused where eight bytes say what four could", async () => {
    const honest = { name: "a", size: 3, crc: 1, offset: 0 };
    const start = localHeader(honest).length + 3;
    const directory = centralHeader(honest);
    // The end of a large file, its numbers those of a small one.
    const tail = endOf(1, 2 ** 32, directory.length);
    tail.writeBigUInt64LE(BigInt(start), 48);
    tail.writeBigUInt64LE(BigInt(start + directory.length), 64);
    const pieces = new Map([
      [0, localHeader(honest)],
      [start, Buffer.concat([directory, tail])],
    ]);
    const source = sparse(start + directory.length + tail.length, pieces);
    await assert.rejects(readDirectory(source), { code: "container.zip64" });
  });
});
