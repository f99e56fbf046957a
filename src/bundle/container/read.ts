import { createHash } from "node:crypto";
import { crc32 } from "node:zlib";
import { BundleFault } from "../fault.ts";
import { readDirectory } from "./directory.ts";
import { centralHeader, endOf, localHeader, localLength, type Placed } from "./layout.ts";
import { memorySource, openSource, pieces, type Source } from "./source.ts";

/** A container whose headers have all been checked. What is inside has not, until it is read to its end. */
export interface Container {
  /** By name, in the order of the file. `size` in bytes; `offset` of the first byte of data in the file. */
  entries: ReadonlyMap<string, { size: number; offset: number }>;
  /** Size of the whole file. */
  bytes: number;
  /** A whole entry of at most `maxBytes`, its checksum compared. */
  read(name: string, maxBytes: number): Promise<Uint8Array>;
  /**
   * An entry piece by piece; a piece is valid until the next is asked for. The checksum is compared behind
   * the last piece, so nothing of it may be relied on before the stream has ended without a fault.
   */
  stream(name: string): AsyncIterable<Uint8Array>;
  /**
   * Bytes from the middle of an entry, fewer only at its end. No checksum covers them: they are worth what
   * the reader compares them with.
   */
  readPart(name: string, offset: number, length: number): Promise<Uint8Array>;
  /** SHA-256 of an entry's bytes, 64 hexadecimal digits. */
  sha256(name: string): Promise<string>;
  /**
   * SHA-256 of the whole file. Reads it once more and throws `entry.hash` where an entry is no longer what
   * it was when it was read before: so this is the file that was looked at, whatever its place holds by now.
   */
  whole(): Promise<string>;
  close(): Promise<void>;
}

/**
 * Opens a container: reads and checks every header, and that they fill the file without a gap.
 *
 * @param from path of a plain file, or the file's bytes
 * @throws {BundleFault} with a code of `containerCodes`; errors of the file system come as Node's own
 */
export async function openContainer(from: string | Uint8Array): Promise<Container> {
  const source = typeof from === "string" ? await openSource(from) : memorySource(from);
  if (!source) throw new BundleFault("container.not-zip");
  try {
    return containerOf(source, await readDirectory(source));
  } catch (error) {
    await source.close();
    throw error;
  }
}

function containerOf(source: Source, placed: readonly Placed[]): Container {
  const byName = new Map(placed.map((entry) => [entry.name, { ...entry, ...dataOf(entry) }]));
  const known = new Map<string, string>();

  /** What was read once is what the entry holds, as others may be writing to the file. */
  function same(name: string, found: string): string {
    const expected = known.get(name) ?? found;
    if (found !== expected) throw new BundleFault("entry.hash", name, { found, expected });
    known.set(name, found);
    return found;
  }

  function entryOf(name: string) {
    const entry = byName.get(name);
    if (!entry) throw new BundleFault("container.no-entry", name);
    return entry;
  }

  async function* stream(name: string): AsyncGenerator<Uint8Array> {
    const { offset, size, crc } = entryOf(name);
    let [sum, total] = [0, 0];
    for await (const piece of pieces(source, offset, offset + size)) {
      sum = crc32(piece, sum);
      total += piece.length;
      yield piece;
    }
    if (total !== size) throw new BundleFault("container.truncated", name);
    if (sum !== crc) throw new BundleFault("container.checksum", name);
  }

  return {
    entries: new Map(placed.map((entry) => [entry.name, dataOf(entry)])),
    bytes: source.size,
    stream,
    async read(name, maxBytes) {
      const { size } = entryOf(name);
      if (size > maxBytes) {
        throw new BundleFault("container.too-large", name, { bytes: size, most: maxBytes });
      }
      const whole = new Uint8Array(size);
      let at = 0;
      for await (const piece of stream(name)) {
        whole.set(piece, at);
        at += piece.length;
      }
      same(name, createHash("sha256").update(whole).digest("hex"));
      return whole;
    },
    async readPart(name, from, length) {
      const { offset, size } = entryOf(name);
      const into = new Uint8Array(Math.max(0, Math.min(length, size - from)));
      return into.subarray(0, await source.read(into, offset + from));
    },
    async sha256(name) {
      const hash = createHash("sha256");
      for await (const piece of stream(name)) hash.update(piece);
      return same(name, hash.digest("hex"));
    },
    async whole() {
      const hash = createHash("sha256");
      for (const entry of placed) {
        hash.update(localHeader(entry));
        const own = createHash("sha256");
        for await (const piece of stream(entry.name)) {
          hash.update(piece);
          own.update(piece);
        }
        same(entry.name, own.digest("hex"));
      }
      const directory = Buffer.concat(placed.map(centralHeader));
      const { offset, size } = dataOf(placed.at(-1)!);
      hash.update(directory).update(endOf(placed.length, offset + size, directory.length));
      return hash.digest("hex");
    },
    close: () => source.close(),
  };
}

function dataOf({ name, size, offset }: Placed) {
  return { size, offset: offset + localLength(name, size) };
}
