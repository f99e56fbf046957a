import { createHash } from "node:crypto";

/** Small PE files for tests: one section, and bytes behind it as installers have them. */
export interface PeWanted {
  bits?: 32 | 64;
  section?: number;
  overlay?: Uint8Array;
}

const start = 0x80;
const headers = 0x200;
const optionalAt = start + 24;
export const checksumAt = optionalAt + 64;
/** Where the security directory's entry stands. */
export const entryAt = (bits: 32 | 64) => optionalAt + (bits === 32 ? 96 : 112) + 32;

export function minimalPe({
  bits = 64,
  section = 0x200,
  overlay = Buffer.alloc(0),
}: PeWanted = {}) {
  const optionalSize = bits === 32 ? 224 : 240;
  const file = Buffer.alloc(headers + section + Math.ceil(overlay.length / 8) * 8);
  file.write("MZ", 0, "latin1");
  file.writeUInt32LE(start, 0x3c);
  file.write("PE\0\0", start, "latin1");
  file.writeUInt16LE(bits === 32 ? 0x14c : 0x8664, start + 4);
  file.writeUInt16LE(1, start + 6);
  file.writeUInt16LE(optionalSize, start + 20);
  file.writeUInt16LE(bits === 32 ? 0x102 : 0x22, start + 22);
  file.writeUInt16LE(bits === 32 ? 0x10b : 0x20b, optionalAt);
  file.writeUInt32LE(0x1000, optionalAt + 16);
  file.writeUInt32LE(0x1000, optionalAt + 32);
  file.writeUInt32LE(0x200, optionalAt + 36);
  file.writeUInt16LE(6, optionalAt + 48);
  file.writeUInt32LE(0x2000, optionalAt + 56);
  file.writeUInt32LE(headers, optionalAt + 60);
  file.writeUInt32LE(0x1234, checksumAt);
  file.writeUInt16LE(3, optionalAt + 68);
  file.writeUInt32LE(16, entryAt(bits) - 36);
  const at = optionalAt + optionalSize;
  file.write(".text", at, "latin1");
  file.writeUInt32LE(section, at + 8);
  file.writeUInt32LE(0x1000, at + 12);
  file.writeUInt32LE(section, at + 16);
  file.writeUInt32LE(headers, at + 20);
  for (let byte = 0; byte < section; byte += 1) file[headers + byte] = (byte * 7 + 1) & 0xff;
  file.set(overlay, headers + section);
  return file;
}

/** The digest of a file that is not signed yet, the plain way. */
export function peDigest(file: Buffer, digest: string, bits: 32 | 64 = 64): Buffer {
  const entry = entryAt(bits);
  const parts = [file.subarray(0, checksumAt), file.subarray(checksumAt + 4, entry)];
  return createHash(digest)
    .update(Buffer.concat([...parts, file.subarray(entry + 8)]))
    .digest();
}

/** An entry of the certificate table, padded to eight bytes by zeros or by something else. */
export function tableEntry(
  pkcs7: Uint8Array,
  inside = Buffer.alloc(0),
  padding?: Uint8Array,
): Buffer {
  const length = 8 + pkcs7.length + inside.length;
  const fill = padding ?? Buffer.alloc((8 - (length % 8)) % 8);
  const header = Buffer.alloc(8);
  // With plain padding the length counts it in, as signtool does.
  header.writeUInt32LE(length + (padding ? 0 : fill.length), 0);
  header.writeUInt16LE(0x200, 4);
  header.writeUInt16LE(2, 6);
  return Buffer.concat([header, pkcs7, inside, fill]);
}

/** The file with a certificate table at its end. */
export function attach(file: Buffer, table: Uint8Array, bits: 32 | 64 = 64): Buffer {
  const out = Buffer.concat([file, table]);
  out.writeUInt32LE(file.length, entryAt(bits));
  out.writeUInt32LE(table.length, entryAt(bits) + 4);
  return out;
}
