import { BundleFault } from "../fault.ts";
import {
  centralBytes,
  centralHeader,
  directoryBytesMax,
  end64Bytes,
  endBytes,
  endOf,
  entriesMax,
  localBytes,
  localHeader,
  localLength,
  locatorBytes,
  needsEnd64,
  type Placed,
  signature,
  zip64From,
} from "./layout.ts";
import { NameSet } from "./name.ts";
import type { Source } from "./source.ts";

/** Where the directory stands, and how many entries it has. */
interface End {
  count: number;
  offset: number;
  size: number;
}

/**
 * Every entry of a container, in the order of the file. Reads all headers and holds them to be the only ones
 * that could describe these entries; entries, directory and end fill the file without a gap.
 *
 * @throws {BundleFault} with a code of `containerCodes`
 */
export async function readDirectory(source: Source): Promise<Placed[]> {
  const end = await readEnd(source);
  const directory = await exactly(source, end.offset, end.size);
  const entries = parseDirectory(directory, end.count);
  let at = 0;
  for (const entry of entries) {
    if (entry.offset !== at) {
      const code = entry.offset < at ? "container.overlap" : "container.stray-bytes";
      throw new BundleFault(code, entry.name, { offset: Math.min(at, entry.offset) });
    }
    await checkLocal(source, entry, end.offset);
    at += localLength(entry.name, entry.size) + entry.size;
  }
  if (at > end.offset) throw new BundleFault("container.overlap", entries.at(-1)?.name);
  if (at < end.offset) throw new BundleFault("container.stray-bytes", undefined, { offset: at });
  return entries;
}

/** The end has no comment, so it is the last 22 bytes and is not looked for. */
async function readEnd(source: Source): Promise<End> {
  if (source.size < endBytes) throw new BundleFault("container.not-zip");
  const tail = await exactly(source, source.size - endBytes, endBytes);
  if (tail.readUInt32LE(0) !== signature.end) throw new BundleFault(await whyNoEnd(source));
  if (tail.readUInt32LE(4) !== 0) throw new BundleFault("container.several-disks");
  if (tail.readUInt16LE(20) !== 0) throw new BundleFault("container.comment");
  const count = tail.readUInt16LE(10);
  if (count === 0) throw new BundleFault("container.empty");
  if (count > entriesMax) {
    throw new BundleFault("container.too-many-entries", undefined, { count, most: entriesMax });
  }
  const size = tail.readUInt32LE(12);
  if (size > directoryBytesMax) throw new BundleFault("container.header");
  const short = tail.readUInt32LE(16);
  const offset = short === zip64From ? await farOffset(source) : short;
  const whole = endOf(count, offset, size);
  const start = source.size - whole.length;
  if (offset + size !== start) {
    const code = offset + size > start ? "container.truncated" : "container.stray-bytes";
    throw new BundleFault(code, undefined, { offset: offset + size });
  }
  if (!whole.equals(await exactly(source, start, whole.length))) {
    throw new BundleFault(needsEnd64(offset) ? "container.zip64" : "container.header");
  }
  return { count, offset, size };
}

async function farOffset(source: Source): Promise<number> {
  const start = source.size - endBytes - locatorBytes - end64Bytes;
  if (start < 0) throw new BundleFault("container.zip64");
  const bytes = await exactly(source, start, end64Bytes);
  const offset = Number(bytes.readBigUInt64LE(48));
  // Small offsets are written in four bytes, so eight mean that somebody wants two readings.
  if (!Number.isSafeInteger(offset) || !needsEnd64(offset))
    throw new BundleFault("container.zip64");
  return offset;
}

/** A file that begins as a ZIP file does was one: its end is missing, or something follows it. */
async function whyNoEnd(source: Source) {
  const head = await exactly(source, 0, 4);
  if (head.readUInt32LE(0) !== signature.local) return "container.not-zip";
  const last = Math.min(source.size, 0xffff + endBytes);
  const tail = await exactly(source, source.size - last, last);
  const mark = Buffer.alloc(4);
  mark.writeUInt32LE(signature.end);
  return tail.includes(mark) ? "container.stray-bytes" : "container.truncated";
}

function parseDirectory(directory: Buffer, count: number): Placed[] {
  const entries: Placed[] = [];
  const names = new NameSet();
  let at = 0;
  for (let index = 0; index < count; index += 1) {
    const entry = parseCentral(directory, at);
    const fault = names.add(entry.name);
    if (fault) throw new BundleFault(fault, entry.name);
    const header = centralHeader(entry);
    if (!header.equals(directory.subarray(at, at + header.length))) {
      throw new BundleFault("container.header", entry.name);
    }
    entries.push(entry);
    at += header.length;
  }
  if (at !== directory.length) {
    throw new BundleFault("container.header", undefined, { offset: at });
  }
  return entries;
}

function parseCentral(directory: Buffer, at: number): Placed {
  if (at + centralBytes > directory.length) throw new BundleFault("container.truncated");
  const short = (offset: number) => directory.readUInt16LE(at + offset);
  const long = (offset: number) => directory.readUInt32LE(at + offset);
  if (long(0) !== signature.central) throw new BundleFault("container.header");
  const nameEnd = at + centralBytes + short(28);
  const end = nameEnd + short(30);
  if (end > directory.length) throw new BundleFault("container.truncated");
  // Latin-1 keeps every byte apart, so that a foreign one is seen as what it is.
  const name = directory.toString("latin1", at + centralBytes, nameEnd);
  checkPlain(name, { flags: short(8), method: short(10), mode: long(38), madeOn: short(4) >> 8 });
  if (short(32) !== 0) throw new BundleFault("container.comment", name);
  if (short(34) !== 0) throw new BundleFault("container.several-disks", name);
  const fields = [long(24), long(42)] as const;
  const extra = directory.subarray(nameEnd, end);
  if (!fields.includes(zip64From) && extra.length > 0) {
    throw new BundleFault("container.extra-field", name);
  }
  const [size, offset] = fields.includes(zip64From) ? parseZip64(name, fields, extra) : fields;
  if (long(20) !== fields[0]) throw new BundleFault("container.header", name);
  return { name, size, crc: long(16), offset };
}

/** What a ZIP file may be and a bundle never is, each with its own reason. */
function checkPlain(
  name: string,
  { flags, method, mode, madeOn }: { flags: number; method: number; mode: number; madeOn: number },
): void {
  if (flags & 0x2041) throw new BundleFault("container.encrypted", name);
  if (flags & 0x0008) throw new BundleFault("container.descriptor", name);
  if (flags !== 0) throw new BundleFault("container.header", name, { flags });
  if (method !== 0) throw new BundleFault("container.compressed", name, { method });
  const unixPlain = madeOn === 3 && mode >>> 16 === 0o100644 && (mode & 0xffff) === 0;
  if (!unixPlain) throw new BundleFault("container.not-plain-file", name);
}

function parseZip64(
  name: string,
  [size, offset]: readonly [number, number],
  extra: Buffer,
): [number, number] {
  const long = size === zip64From;
  const far = offset === zip64From;
  const length = 4 + (long ? 16 : 0) + (far ? 8 : 0);
  if (extra.length !== length || extra.readUInt16LE(0) !== 1) {
    throw new BundleFault("container.zip64", name);
  }
  const realSize = long ? Number(extra.readBigUInt64LE(4)) : size;
  const realOffset = far ? Number(extra.readBigUInt64LE(length - 8)) : offset;
  const honest =
    [realSize, realOffset].every(Number.isSafeInteger) &&
    (!long || realSize >= zip64From) &&
    (!far || realOffset >= zip64From);
  if (!honest) throw new BundleFault("container.zip64", name);
  return [realSize, realOffset];
}

/** An entry's own header must be the one that its line in the directory makes. */
async function checkLocal(source: Source, entry: Placed, limit: number): Promise<void> {
  const wanted = localHeader(entry);
  if (entry.offset + wanted.length + entry.size > limit) {
    throw new BundleFault("container.overlap", entry.name);
  }
  const found = await exactly(source, entry.offset, wanted.length);
  if (found.equals(wanted)) return;
  if (found.readUInt32LE(0) !== signature.local) {
    throw new BundleFault("container.stray-bytes", entry.name, { offset: entry.offset });
  }
  const flags = found.readUInt16LE(6);
  if (flags & 0x2041) throw new BundleFault("container.encrypted", entry.name);
  if (flags & 0x0008) throw new BundleFault("container.descriptor", entry.name);
  if (found.readUInt16LE(8) !== 0) throw new BundleFault("container.compressed", entry.name);
  const extra = found.readUInt16LE(28);
  if (extra !== wanted.length - localBytes - entry.name.length) {
    throw new BundleFault("container.extra-field", entry.name);
  }
  throw new BundleFault("container.disagreement", entry.name);
}

async function exactly(source: Source, offset: number, length: number): Promise<Buffer> {
  const bytes = Buffer.alloc(length);
  if ((await source.read(bytes, offset)) !== length) throw new BundleFault("container.truncated");
  return bytes;
}
