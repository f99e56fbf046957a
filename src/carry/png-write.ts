import { crc32, deflateSync } from "node:zlib";
import { pngSignature } from "./png-read.ts";
import { type Matrix, margin } from "./qr.ts";

/** Pixels per module: three would do for a clean picture, eight survive being scaled by a messenger. */
const scale = 8;

/** A code as a PNG picture of one bit per pixel. */
export function pngOf(matrix: Matrix): Uint8Array {
  const side = (matrix.length + 2 * margin) * scale;
  const stride = Math.ceil(side / 8);
  const pixels = Buffer.alloc((stride + 1) * side, 0xff);
  for (let y = 0; y < side; y += 1) {
    const start = y * (stride + 1);
    // Each line begins with its filter: none.
    pixels[start] = 0;
    const row = matrix[Math.floor(y / scale) - margin];
    for (let x = 0; row && x < side; x += 1) {
      if (!row[Math.floor(x / scale) - margin]) continue;
      pixels[start + 1 + (x >> 3)]! &= ~(0x80 >> (x & 7));
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  // One bit, grey, the only compression and filtering there are, not interlaced.
  header.set([1, 0, 0, 0, 0], 8);
  return Buffer.concat([
    pngSignature,
    chunk("IHDR", header),
    chunk("IDAT", deflateSync(pixels, { level: 9 })),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

function chunk(name: string, content: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, "latin1"), content]);
  const whole = Buffer.alloc(named.length + 8);
  whole.writeUInt32BE(content.length);
  whole.set(named, 4);
  whole.writeUInt32BE(crc32(named), named.length + 4);
  return whole;
}
