import { crc32, inflateSync } from "node:zlib";
import { CarryFault } from "./fault.ts";

export const pngSignature = Buffer.from("89504e470d0a1a0a", "hex");

/** A picture's pixels, three bytes each: red, green, blue. */
export interface Picture {
  width: number;
  height: number;
  data: Uint8Array;
}

/** A sheet of A4 at 600 dots to the inch has 35 million pixels. */
const pixelsMax = 40_000_000;
const sideMax = 20_000;

/** Samples per pixel by colour type: grey, RGB, palette, grey and alpha, RGB and alpha. */
const samples: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

interface Header {
  width: number;
  height: number;
  depth: number;
  colour: number;
}

export function isPng(bytes: Uint8Array): boolean {
  return pngSignature.equals(bytes.subarray(0, pngSignature.length));
}

/**
 * A PNG picture's pixels: grey of 1 to 8 bits, palette, RGB, with or without alpha, not interlaced, as
 * screenshots and scanning programs write them. Whatever else there is gets refused by name.
 */
export function readPng(bytes: Uint8Array): Picture {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (!isPng(file)) throw new CarryFault("picture-kind", { kind: "png" });
  let header: Header | undefined;
  let palette: Buffer = Buffer.alloc(0);
  const parts: Buffer[] = [];
  for (const { name, content } of chunksOf(file)) {
    if (!header && name !== "IHDR") throw new CarryFault("picture-damaged");
    if (name === "IHDR") header = headerOf(content);
    else if (name === "PLTE") palette = content;
    else if (name === "IDAT") parts.push(content);
  }
  if (!header || parts.length === 0) throw new CarryFault("picture-damaged");
  return pictureOf(header, palette, unfiltered(header, Buffer.concat(parts)));
}

function* chunksOf(file: Buffer): Generator<{ name: string; content: Buffer }> {
  for (let at = pngSignature.length; at < file.length; ) {
    const length = at + 12 <= file.length ? file.readUInt32BE(at) : Number.POSITIVE_INFINITY;
    const end = at + 8 + length;
    if (end + 4 > file.length) throw new CarryFault("picture-damaged");
    if (crc32(file.subarray(at + 4, end)) !== file.readUInt32BE(end)) {
      throw new CarryFault("picture-damaged");
    }
    const name = file.toString("latin1", at + 4, at + 8);
    if (name === "IEND") return;
    yield { name, content: file.subarray(at + 8, end) };
    at = end + 4;
  }
  throw new CarryFault("picture-damaged");
}

function headerOf(content: Buffer): Header {
  if (content.length !== 13) throw new CarryFault("picture-damaged");
  const [width, height] = [content.readUInt32BE(0), content.readUInt32BE(4)];
  const [depth, colour, compression, filter, interlaced] = content.subarray(8);
  if (width === 0 || height === 0) throw new CarryFault("picture-damaged");
  if (width > sideMax || height > sideMax || width * height > pixelsMax) {
    throw new CarryFault("picture-too-large", { width, height });
  }
  const narrow = colour === 0 || colour === 3;
  const known = depth === 8 || (narrow && [1, 2, 4].includes(depth!));
  if (!Object.hasOwn(samples, colour!) || !known || compression || filter || interlaced) {
    throw new CarryFault("picture-kind", { kind: "png" });
  }
  return { width, height, depth: depth!, colour: colour! };
}

/** Lines of bytes, with each line's filter undone. */
function unfiltered({ width, height, depth, colour }: Header, packed: Buffer): Buffer {
  const bits = depth * samples[colour]!;
  const stride = Math.ceil((width * bits) / 8);
  const step = Math.max(1, bits / 8);
  const raw = inflated(packed, (stride + 1) * height);
  const lines = Buffer.alloc(stride * height);
  for (let y = 0; y < height; y += 1) {
    const filter = raw[y * (stride + 1)]!;
    if (filter > 4) throw new CarryFault("picture-damaged");
    const from = y * (stride + 1) + 1;
    const to = y * stride;
    for (let x = 0; x < stride; x += 1) {
      const left = x >= step ? lines[to + x - step]! : 0;
      const up = y > 0 ? lines[to + x - stride]! : 0;
      const corner = x >= step && y > 0 ? lines[to + x - stride - step]! : 0;
      lines[to + x] = raw[from + x]! + guess(filter, left, up, corner);
    }
  }
  return lines;
}

function inflated(packed: Buffer, length: number): Buffer {
  let raw: Buffer;
  try {
    raw = inflateSync(packed, { maxOutputLength: length });
  } catch {
    throw new CarryFault("picture-damaged");
  }
  if (raw.length !== length) throw new CarryFault("picture-damaged");
  return raw;
}

/** What the filter took away from a byte. */
function guess(filter: number, left: number, up: number, corner: number): number {
  if (filter === 0) return 0;
  if (filter === 1) return left;
  if (filter === 2) return up;
  if (filter === 3) return (left + up) >> 1;
  const [a, b, c] = [up - corner, left - corner, left + up - 2 * corner].map(Math.abs);
  return a! <= b! && a! <= c! ? left : b! <= c! ? up : corner;
}

/** Whatever is transparent is seen on white paper. */
function pictureOf({ width, height, depth, colour }: Header, palette: Buffer, lines: Buffer) {
  const data = new Uint8Array(width * height * 3);
  const stride = lines.length / height;
  const full = 2 ** depth - 1;
  const many = samples[colour]!;
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const to = (y * width + x) * 3;
      if (many === 1) {
        const bit = x * depth;
        const byte = lines[y * stride + (bit >> 3)]!;
        const value = (byte >> (8 - depth - (bit & 7))) & full;
        if (colour === 3) data.set(entryOf(palette, value), to);
        else data.fill((value * 255) / full, to, to + 3);
        continue;
      }
      const from = y * stride + x * many;
      const alpha = many === 3 ? 255 : lines[from + many - 1]!;
      for (let c = 0; c < 3; c += 1) {
        const value = lines[from + (many > 2 ? c : 0)]!;
        data[to + c] = 255 + ((value - 255) * alpha) / 255;
      }
    }
  }
  return { width, height, data };
}

function entryOf(palette: Buffer, value: number): Uint8Array {
  const entry = palette.subarray(value * 3, value * 3 + 3);
  if (entry.length < 3) throw new CarryFault("picture-damaged");
  return entry;
}
