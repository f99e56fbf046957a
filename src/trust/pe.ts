import { createHash } from "node:crypto";
import type { Digest } from "./algorithm.ts";
import { Malformed } from "./malformed.ts";
import { type ByteSource, readExactly } from "./source.ts";
import type { Place } from "./verdict.ts";

/** Where things stand in a PE file (Microsoft, PE Format). Offsets and lengths in bytes. */
export interface PeLayout {
  bits: 32 | 64;
  checksumAt: number;
  /** The entry of the security directory; 0 where the header has none. */
  entryAt: number;
  /** The certificate table; absent in an unsigned file. */
  table: { offset: number; size: number } | undefined;
  /** Behind the table, up to the end of the file. */
  trailing: number;
}

interface Range {
  offset: number;
  length: number;
}

const dosHeader = 64;
const coffHeader = 24;
const sectionHeader = 40;
/** Windows loads no image with more (PE Format, COFF file header). */
const maxSections = 96;
const maxHeaderOffset = 1 << 20;
const maxTable = 8 << 20;
/** 4 GiB: offsets in the format have 32 bits. */
const maxSize = 2 ** 32;
const chunk = 1 << 20;

/** Reads the headers. Throws `Malformed` and `Unreadable`. */
export async function readPe(source: ByteSource): Promise<PeLayout> {
  const take = async (offset: number, length: number, where: Place) => {
    if (offset + length > source.size) throw new Malformed(where);
    const bytes = await readExactly(source, offset, length);
    return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  };
  if (!Number.isSafeInteger(source.size) || source.size > maxSize)
    throw new Malformed("dos-header");
  const dos = await take(0, dosHeader, "dos-header");
  if (dos.getUint16(0, true) !== 0x5a4d) throw new Malformed("dos-header");
  const start = dos.getUint32(0x3c, true);
  if (start < dosHeader || start > maxHeaderOffset) throw new Malformed("dos-header");

  const coff = await take(start, coffHeader, "pe-header");
  if (coff.getUint32(0) !== 0x50450000) throw new Malformed("pe-header");
  const sections = coff.getUint16(6, true);
  const optionalSize = coff.getUint16(20, true);
  if (sections > maxSections) throw new Malformed("section-table");

  const optionalAt = start + coffHeader;
  const optional = await take(optionalAt, optionalSize, "optional-header");
  const { bits, directories } = formOf(optional);
  const headersSize = optional.getUint32(60, true);
  const tableEnd = optionalAt + optionalSize + sections * sectionHeader;
  const count = optional.getUint32(directories - 4, true);
  const checksumAt = optionalAt + 64;
  const layout = { bits, checksumAt, entryAt: 0, table: undefined, trailing: 0 } as const;
  const entry = directories + 4 * 8;
  if (count < 5) return layout;
  if (optionalSize < entry + 8) throw new Malformed("optional-header");
  const entryAt = optionalAt + entry;
  const offset = optional.getUint32(entry, true);
  const size = optional.getUint32(entry + 4, true);
  if (offset === 0 && size === 0) return { ...layout, entryAt };

  const table = await take(optionalAt + optionalSize, sections * sectionHeader, "section-table");
  const used = Math.max(tableEnd, headersSize, ...sectionEnds(table, sections));
  const end = offset + size;
  // What the loader reads as code or data must be part of what was signed.
  if (offset % 8 !== 0 || offset < used || size < 8 || size > maxTable || end > source.size)
    throw new Malformed("security-directory");
  return { ...layout, entryAt, table: { offset, size }, trailing: source.size - end };
}

/** PE32 and PE32+ differ in where the directories begin. */
function formOf(optional: DataView): { bits: 32 | 64; directories: number } {
  const magic = optional.byteLength >= 2 ? optional.getUint16(0, true) : 0;
  const form =
    magic === 0x10b
      ? ({ bits: 32, directories: 96 } as const)
      : magic === 0x20b
        ? ({ bits: 64, directories: 112 } as const)
        : undefined;
  if (!form || optional.byteLength < form.directories) throw new Malformed("optional-header");
  return form;
}

function sectionEnds(table: DataView, sections: number): number[] {
  return Array.from({ length: sections }, (_, at) => {
    const size = table.getUint32(at * sectionHeader + 16, true);
    return size === 0 ? 0 : table.getUint32(at * sectionHeader + 20, true) + size;
  });
}

/**
 * The Authenticode digests of a file, read once from start to end: every byte but the checksum,
 * the entry of the security directory and the certificate table (Microsoft, Windows Authenticode
 * Portable Executable Signature Format). Lower-case hex. Throws `Unreadable`.
 */
export async function peDigests(
  source: ByteSource,
  layout: PeLayout,
  wanted: ReadonlySet<Digest>,
): Promise<Map<Digest, string>> {
  const hashes = [...wanted].map((digest) => [digest, createHash(digest)] as const);
  for (const { offset, length } of signedRanges(source.size, layout)) {
    for (let at = 0; at < length; at += chunk) {
      const bytes = await readExactly(source, offset + at, Math.min(chunk, length - at));
      for (const [, hash] of hashes) hash.update(bytes);
    }
  }
  return new Map(hashes.map(([digest, hash]) => [digest, hash.digest("hex")]));
}

function signedRanges(size: number, { checksumAt, entryAt, table }: PeLayout): Range[] {
  const skipped: Range[] = [{ offset: checksumAt, length: 4 }];
  if (entryAt > 0) skipped.push({ offset: entryAt, length: 8 });
  if (table) skipped.push({ offset: table.offset, length: table.size });
  let from = 0;
  const ranges = skipped.map(({ offset, length }) => {
    const range = { offset: from, length: offset - from };
    from = offset + length;
    return range;
  });
  return [...ranges, { offset: from, length: size - from }];
}
