import { nameLengthMax } from "./name.ts";

/**
 * The bytes of a strict ZIP file (PKWARE APPNOTE.TXT 6.3.10). For the same entry there is exactly one
 * header: the reader makes it again and compares, so whatever else a ZIP file might say has no place.
 */

export const entriesMax = 4_000;
export const localBytes = 30;
export const centralBytes = 46;
export const endBytes = 22;
export const end64Bytes = 56;
export const locatorBytes = 20;
export const directoryBytesMax = entriesMax * (centralBytes + nameLengthMax + 28);

export const signature = {
  local: 0x04034b50,
  central: 0x02014b50,
  end: 0x06054b50,
  end64: 0x06064b50,
  locator: 0x07064b50,
  descriptor: 0x08074b50,
};

/** From here on a field of four bytes sends the reader to the one of eight. */
export const zip64From = 0xffffffff;

/** Made on Unix, so that the mode below counts; version 2.0, or 4.5 with ZIP64. */
const madeOnUnix = 3 << 8;
/** A plain file, rw-r--r--. */
const plainFile = 0o100644 * 0x10000;
/** 1 January 1980, the earliest day a ZIP file can name: nothing depends on when it was made. */
const day = 0x0021;

/** One entry; `offset` is where its local header begins, `crc` the CRC-32 of its bytes. */
export interface Placed {
  name: string;
  size: number;
  crc: number;
  offset: number;
}

const isLong = ({ size }: Placed) => size >= zip64From;
const isFar = ({ offset }: Placed) => offset >= zip64From;
const version = (zip64: boolean) => (zip64 ? 45 : 20);

/** How many bytes stand between the start of an entry and its data. */
export function localLength(name: string, size: number): number {
  return localBytes + name.length + (size >= zip64From ? 20 : 0);
}

export function localHeader(entry: Placed): Buffer {
  const bytes = Buffer.alloc(localLength(entry.name, entry.size));
  const long = isLong(entry);
  bytes.writeUInt32LE(signature.local, 0);
  bytes.writeUInt16LE(version(long), 4);
  bytes.writeUInt16LE(day, 12);
  bytes.writeUInt32LE(entry.crc, 14);
  bytes.writeUInt32LE(long ? zip64From : entry.size, 18);
  bytes.writeUInt32LE(long ? zip64From : entry.size, 22);
  bytes.writeUInt16LE(entry.name.length, 26);
  bytes.writeUInt16LE(long ? 20 : 0, 28);
  bytes.write(entry.name, localBytes, "latin1");
  if (long) writeZip64(bytes, localBytes + entry.name.length, [entry.size, entry.size]);
  return bytes;
}

export function centralHeader(entry: Placed): Buffer {
  const long = isLong(entry) ? [entry.size, entry.size] : [];
  const fields = isFar(entry) ? [...long, entry.offset] : long;
  const extra = fields.length === 0 ? 0 : 4 + 8 * fields.length;
  const bytes = Buffer.alloc(centralBytes + entry.name.length + extra);
  const needed = version(fields.length > 0);
  bytes.writeUInt32LE(signature.central, 0);
  bytes.writeUInt16LE(madeOnUnix | needed, 4);
  bytes.writeUInt16LE(needed, 6);
  bytes.writeUInt16LE(day, 14);
  bytes.writeUInt32LE(entry.crc, 16);
  bytes.writeUInt32LE(isLong(entry) ? zip64From : entry.size, 20);
  bytes.writeUInt32LE(isLong(entry) ? zip64From : entry.size, 24);
  bytes.writeUInt16LE(entry.name.length, 28);
  bytes.writeUInt16LE(extra, 30);
  bytes.writeUInt32LE(plainFile, 38);
  bytes.writeUInt32LE(isFar(entry) ? zip64From : entry.offset, 42);
  bytes.write(entry.name, centralBytes, "latin1");
  if (extra > 0) writeZip64(bytes, centralBytes + entry.name.length, fields);
  return bytes;
}

/** What stands behind the directory, which begins at `offset` and is `size` bytes long. */
export function endOf(count: number, offset: number, size: number): Buffer {
  const zip64 = needsEnd64(offset);
  const bytes = Buffer.alloc((zip64 ? end64Bytes + locatorBytes : 0) + endBytes);
  if (zip64) {
    bytes.writeUInt32LE(signature.end64, 0);
    bytes.writeBigUInt64LE(BigInt(end64Bytes - 12), 4);
    bytes.writeUInt16LE(madeOnUnix | 45, 12);
    bytes.writeUInt16LE(45, 14);
    bytes.writeBigUInt64LE(BigInt(count), 24);
    bytes.writeBigUInt64LE(BigInt(count), 32);
    bytes.writeBigUInt64LE(BigInt(size), 40);
    bytes.writeBigUInt64LE(BigInt(offset), 48);
    bytes.writeUInt32LE(signature.locator, end64Bytes);
    bytes.writeBigUInt64LE(BigInt(offset + size), end64Bytes + 8);
    bytes.writeUInt32LE(1, end64Bytes + 16);
  }
  const end = bytes.length - endBytes;
  bytes.writeUInt32LE(signature.end, end);
  bytes.writeUInt16LE(count, end + 8);
  bytes.writeUInt16LE(count, end + 10);
  bytes.writeUInt32LE(size, end + 12);
  bytes.writeUInt32LE(zip64 ? zip64From : offset, end + 16);
  return bytes;
}

/** The number of entries and the directory's own size never need it: both are limited. */
export function needsEnd64(offset: number): boolean {
  return offset >= zip64From;
}

function writeZip64(bytes: Buffer, at: number, fields: readonly number[]): void {
  bytes.writeUInt16LE(0x0001, at);
  bytes.writeUInt16LE(8 * fields.length, at + 2);
  for (const [index, value] of fields.entries()) {
    bytes.writeBigUInt64LE(BigInt(value), at + 4 + 8 * index);
  }
}
