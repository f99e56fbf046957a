import { createHash } from "node:crypto";
import { type FileHandle, open } from "node:fs/promises";
import { crc32 } from "node:zlib";
import { BundleFault } from "../fault.ts";
import { writeBeside } from "./beside.ts";
import { centralHeader, endOf, entriesMax, localHeader, type Placed } from "./layout.ts";
import { NameSet } from "./name.ts";
import type { Container } from "./read.ts";
import { openSource, pieces, readFully } from "./source.ts";

/**
 * What one entry is made of. A file, or the entry of that name in another container, must be as long, and
 * have the hash, that is said here.
 */
export type EntrySource =
  | { name: string; bytes: Uint8Array }
  | { name: string; path: string; size: number; sha256: string }
  | { name: string; from: Pick<Container, "entries" | "stream">; size: number; sha256: string };

export interface WriteOptions {
  /** Where it is aborted, nothing is left behind. */
  signal?: AbortSignal;
}

/**
 * Writes a container. It is written beside `path`, brought to the disk and then renamed, so that under that name
 * there is a whole one or what was there before. The same entries give the same bytes.
 *
 * @returns size of the file, and its SHA-256 in hexadecimal digits
 * @throws {BundleFault} where a name may not stand in a container, or a file is not what was said
 * @throws {NoRoom} where the disk has less left than it needs
 */
export async function writeContainer(
  path: string,
  entries: Iterable<EntrySource>,
  { signal }: WriteOptions = {},
): Promise<{ bytes: number; sha256: string }> {
  const sources = listOf(entries);
  return writeBeside(path, bytesOfContainer(sources), async (file) => {
    const placed: Placed[] = [];
    const names = new NameSet();
    let at = 0;
    for (const source of sources) {
      signal?.throwIfAborted();
      const fault = names.add(source.name);
      if (fault) throw new BundleFault(fault, source.name);
      if (placed.length === entriesMax) {
        const detail = { count: placed.length + 1, most: entriesMax };
        throw new BundleFault("container.too-many-entries", undefined, detail);
      }
      const entry = await writeEntry(file, source, at, signal);
      placed.push(entry);
      at += localHeader(entry).length + entry.size;
    }
    if (placed.length === 0) throw new BundleFault("container.empty");
    const directory = Buffer.concat(placed.map(centralHeader));
    const tail = Buffer.concat([directory, endOf(placed.length, at, directory.length)]);
    await writeFully(file, tail, at);
    const bytes = at + tail.length;
    return { bytes, sha256: await hashOf(file, bytes, signal) };
  });
}

/** One more than there may be is enough to say so. */
function listOf(entries: Iterable<EntrySource>): EntrySource[] {
  const list: EntrySource[] = [];
  for (const entry of entries) if (list.push(entry) > entriesMax) break;
  return list;
}

/** What a container of these entries weighs, before any of them is looked into. */
export function bytesOfContainer(sources: readonly EntrySource[]): number {
  const entries = sources.map((source) => {
    const size = "bytes" in source ? source.bytes.length : source.size;
    return { name: source.name, size, crc: 0, offset: 0 };
  });
  const parts = entries.map((entry) => {
    return localHeader(entry).length + entry.size + centralHeader(entry).length;
  });
  return parts.reduce((sum, bytes) => sum + bytes, endOf(0, 0, 0).length);
}

async function writeEntry(
  file: FileHandle,
  source: EntrySource,
  offset: number,
  signal: AbortSignal | undefined,
): Promise<Placed> {
  const { name } = source;
  if ("bytes" in source) {
    const { bytes } = source;
    const entry = { name, size: bytes.length, crc: crc32(bytes), offset };
    await writeFully(file, Buffer.concat([localHeader(entry), bytes]), offset);
    return entry;
  }
  const { size } = source;
  const start = offset + localHeader({ name, size, crc: 0, offset }).length;
  const crc = await copy(file, source, start, signal);
  const entry = { name, size, crc, offset };
  await writeFully(file, localHeader(entry), offset);
  return entry;
}

interface Original {
  size: number;
  pieces(): AsyncIterable<Uint8Array>;
  close(): Promise<void>;
}

async function original(source: Exclude<EntrySource, { bytes: Uint8Array }>): Promise<Original> {
  const { name, size } = source;
  if ("from" in source) {
    const entry = source.from.entries.get(name);
    if (!entry) throw new BundleFault("container.no-entry", name);
    return { size: entry.size, pieces: () => source.from.stream(name), close: async () => {} };
  }
  const opened = await openSource(source.path);
  if (!opened) throw new BundleFault("container.not-plain-file", name);
  return { ...opened, pieces: () => pieces(opened, 0, size), close: () => opened.close() };
}

/** Copies a file to `start` and gives its CRC-32. */
async function copy(
  file: FileHandle,
  source: Exclude<EntrySource, { bytes: Uint8Array }>,
  start: number,
  signal: AbortSignal | undefined,
): Promise<number> {
  const { name, size, sha256 } = source;
  const from = await original(source);
  try {
    const changed = () =>
      new BundleFault("container.source-size", name, { bytes: from.size, expected: size });
    if (from.size !== size) throw changed();
    const hash = createHash("sha256");
    let [crc, at] = [0, 0];
    for await (const piece of from.pieces()) {
      signal?.throwIfAborted();
      const written = writeFully(file, piece, start + at);
      crc = crc32(piece, crc);
      hash.update(piece);
      at += piece.length;
      await written;
    }
    if (at !== size) throw changed();
    const found = hash.digest("hex");
    if (found !== sha256.toLowerCase()) {
      throw new BundleFault("container.source-hash", name, { found, expected: sha256 });
    }
    return crc;
  } finally {
    await from.close();
  }
}

async function hashOf(
  file: FileHandle,
  bytes: number,
  signal: AbortSignal | undefined,
): Promise<string> {
  const hash = createHash("sha256");
  const source = {
    read: (into: Uint8Array, offset: number) => readFully(file, into, offset),
  };
  for await (const piece of pieces(source, 0, bytes)) {
    signal?.throwIfAborted();
    hash.update(piece);
  }
  return hash.digest("hex");
}

/** SHA-256 and size of a file, for the caller of `writeContainer`. */
export async function measureFile(path: string): Promise<{ size: number; sha256: string }> {
  const file = await open(path, "r");
  try {
    const { size } = await file.stat();
    return { size, sha256: await hashOf(file, size, undefined) };
  } finally {
    await file.close();
  }
}

async function writeFully(file: FileHandle, bytes: Uint8Array, offset: number): Promise<void> {
  for (let done = 0; done < bytes.length; ) {
    const { bytesWritten } = await file.write(bytes, done, bytes.length - done, offset + done);
    done += bytesWritten;
  }
}
