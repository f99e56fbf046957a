/**
 * The characters of the basic plane that a TrueType font can draw, from its `cmap` table (format 4).
 * The rules for accessible PDF forbid a character without a glyph.
 */
export function drawable(font: Buffer): Set<number> {
  const cmap = tableOf(font, "cmap");
  const found = new Set<number>();
  for (let at = 0; at < cmap.readUInt16BE(2); at += 1) {
    const start = cmap.readUInt32BE(4 + at * 8 + 4);
    if (cmap.readUInt16BE(start) === 4) addSegments(cmap.subarray(start), found);
  }
  return found;
}

function tableOf(font: Buffer, wanted: string): Buffer {
  for (let at = 0; at < font.readUInt16BE(4); at += 1) {
    const entry = 12 + at * 16;
    if (font.toString("latin1", entry, entry + 4) === wanted) {
      return font.subarray(font.readUInt32BE(entry + 8));
    }
  }
  throw new Error(`the font has no ${wanted} table`);
}

/** Four parallel lists, of which the last ends in the glyphs themselves. */
function addSegments(subtable: Buffer, found: Set<number>): void {
  const bytes = subtable.readUInt16BE(6);
  const [ends, starts, deltas, offsets] = [14, 16 + bytes, 16 + 2 * bytes, 16 + 3 * bytes];
  for (let at = 0; at < bytes; at += 2) {
    const first = subtable.readUInt16BE(starts! + at);
    const last = subtable.readUInt16BE(ends! + at);
    const delta = subtable.readUInt16BE(deltas! + at);
    const offset = subtable.readUInt16BE(offsets! + at);
    for (let point = first; point <= last && point < 0xffff; point += 1) {
      const glyph =
        offset === 0
          ? (point + delta) & 0xffff
          : subtable.readUInt16BE(offsets! + at + offset + (point - first) * 2);
      if (glyph !== 0) found.add(point);
    }
  }
}
