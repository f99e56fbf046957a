import { type Matrix, margin } from "../../src/carry/qr.ts";

/** Pixels per module: what a phone sees of a code that fills a third of its picture. */
const scale = 5;

/** Grey pixels, a byte each. */
export interface Grey {
  side: number;
  pixels: Uint8Array;
}

/** Numbers from 0 to 1 without a pattern, the same in every run. */
export function numbers(seed: number): () => number {
  let state = seed * 2_654_435_761 + 1;
  return () => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) >>> 0;
    state = (state ^ (state >>> 13)) >>> 0;
    return state / 2 ** 32;
  };
}

export function greyOf(matrix: Matrix): Grey {
  const side = (matrix.length + 2 * margin) * scale;
  const pixels = new Uint8Array(side * side);
  for (let y = 0; y < side; y += 1) {
    const row = matrix[Math.floor(y / scale) - margin];
    for (let x = 0; x < side; x += 1) {
      pixels[y * side + x] = row?.[Math.floor(x / scale) - margin] ? 0 : 255;
    }
  }
  return { side, pixels };
}

/**
 * Covers a share of the code's own area with round stains that do not overlap, wherever they fall.
 * Gives back how much of it was covered.
 */
export function stain(
  { side, pixels }: Grey,
  share: number,
  stains: number,
  shade: number,
  random: () => number,
): number {
  const from = margin * scale;
  const length = side - 2 * from;
  // A pixel more, because a circle of pixels is smaller than the circle.
  const radius = Math.sqrt((share * length * length) / stains / Math.PI) + 0.5;
  const centres: [number, number][] = [];
  for (let tries = 0; centres.length < stains && tries < 100_000; tries += 1) {
    const place = (): number => from + radius + random() * (length - 2 * radius);
    const [x, y] = [place(), place()];
    if (centres.every(([a, b]) => Math.hypot(a - x, b - y) > 2 * radius)) centres.push([x, y]);
  }
  let covered = 0;
  for (let y = from; y < side - from; y += 1) {
    for (let x = from; x < side - from; x += 1) {
      if (!centres.some(([a, b]) => Math.hypot(a - x, b - y) < radius)) continue;
      pixels[y * side + x] = shade;
      covered += 1;
    }
  }
  return covered / length ** 2;
}

export function rgbaOf({ pixels }: Grey): Uint8ClampedArray {
  const rgba = new Uint8ClampedArray(pixels.length * 4);
  for (const [at, grey] of pixels.entries()) rgba.set([grey, grey, grey, 255], at * 4);
  return rgba;
}

/** A picture that every imaging program reads. */
export function pgmOf({ side, pixels }: Grey): Uint8Array {
  return Buffer.concat([Buffer.from(`P5 ${side} ${side} 255\n`), pixels]);
}
