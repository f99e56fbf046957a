import { brotliDecompressSync } from "node:zlib";

/** Tags by their number in a WOFF2 table directory; only the place of `cmap` matters here. */
const cmapNumber = 0;
const glyfNumber = 10;
const locaNumber = 11;
const arbitraryTag = 63;

/**
 * The characters that a WOFF2 font has glyphs for, by code point (W3C "WOFF File Format 2.0", §4 and
 * §5; OpenType, `cmap` formats 4 and 12). Throws for whatever is not such a font.
 */
export function charactersIn(font: Buffer): Set<number> {
  if (font.toString("latin1", 0, 4) !== "wOF2") throw new Error("no WOFF2 font");
  const cmap = cmapOf(font);
  const found = new Set<number>();
  const count = cmap.readUInt16BE(2);
  for (let at = 0; at < count; at += 1) {
    const table = cmap.subarray(cmap.readUInt32BE(4 + at * 8 + 4));
    const format = table.readUInt16BE(0);
    if (format === 4) addSegments(table, found);
    else if (format === 12) addGroups(table, found);
  }
  return found;
}

function cmapOf(font: Buffer): Buffer {
  let at = 48;
  /** A number of 7 bits a byte, the highest first (UIntBase128). */
  const number = () => {
    let value = 0;
    for (let bytes = 0; bytes < 5; bytes += 1) {
      const byte = font[at]!;
      at += 1;
      value = value * 128 + (byte & 127);
      if (byte < 128) return value;
    }
    throw new Error("a number of more than five bytes");
  };
  let [start, place, length] = [0, -1, 0];
  const tables = font.readUInt16BE(12);
  for (let table = 0; table < tables; table += 1) {
    const flags = font[at]!;
    at += 1;
    const known = flags & 63;
    const tag = known === arbitraryTag ? font.toString("latin1", at, at + 4) : "";
    if (known === arbitraryTag) at += 4;
    const original = number();
    // glyf and loca are transformed unless their version says otherwise, all others the reverse.
    const version = flags >> 6;
    const glyphs = known === glyfNumber || known === locaNumber;
    const size = glyphs === (version === 0) ? number() : original;
    if (known === cmapNumber || tag === "cmap") [place, length] = [start, size];
    start += size;
  }
  if (place < 0) throw new Error("a font without characters");
  const packed = font.subarray(at, at + font.readUInt32BE(20));
  return brotliDecompressSync(packed).subarray(place, place + length);
}

function addSegments(table: Buffer, found: Set<number>): void {
  const bytes = table.readUInt16BE(6);
  for (let at = 0; at < bytes; at += 2) {
    const last = table.readUInt16BE(14 + at);
    const first = table.readUInt16BE(16 + bytes + at);
    const delta = table.readUInt16BE(16 + bytes * 2 + at);
    const offsetAt = 16 + bytes * 3 + at;
    const offset = table.readUInt16BE(offsetAt);
    for (let point = first; point <= last && point < 0xffff; point += 1) {
      const direct = (point + delta) & 0xffff;
      const glyph =
        offset === 0 ? direct : table.readUInt16BE(offsetAt + offset + (point - first) * 2);
      if (glyph !== 0) found.add(point);
    }
  }
}

function addGroups(table: Buffer, found: Set<number>): void {
  const groups = table.readUInt32BE(12);
  for (let at = 16; at < 16 + groups * 12; at += 12) {
    const last = table.readUInt32BE(at + 4);
    for (let point = table.readUInt32BE(at); point <= last; point += 1) found.add(point);
  }
}
