import { inverse, multiply } from "./field.ts";

/** How many blocks, of data and parity together, one code can have: as many as the field has elements. */
export const blocksMax = 256;

/**
 * What block `data` counts for in parity block `parity`: 1 / (x − y) of a Cauchy matrix, whose elements x are
 * 255, 254, … for parity and y are 0, 1, … for data. Every square part of such a matrix can be inverted
 * (Cauchy, 1841), so any blocks that are as many as the data give all of it back. It does not depend
 * on how many blocks there are: a code with more parity has the same first parity blocks.
 */
export function coefficient(parity: number, data: number): number {
  return inverse((blocksMax - 1 - parity) ^ data);
}

/** The inverse of a square matrix over the field, by Gauss and Jordan; undefined where there is none. */
export function inverted(matrix: readonly Uint8Array[]): Uint8Array[] | undefined {
  const size = matrix.length;
  const rows = matrix.map((row, at) => {
    const wide = new Uint8Array(2 * size);
    wide.set(row);
    wide[size + at] = 1;
    return wide;
  });
  for (let column = 0; column < size; column += 1) {
    const pivot = rows.findIndex((row, at) => at >= column && row[column] !== 0);
    if (pivot < 0) return undefined;
    [rows[column], rows[pivot]] = [rows[pivot]!, rows[column]!];
    const own = rows[column]!;
    const factor = inverse(own[column]!);
    for (let at = 0; at < own.length; at += 1) own[at] = multiply(own[at]!, factor);
    for (const [at, row] of rows.entries()) {
      const share = row[column]!;
      if (at === column || share === 0) continue;
      for (let to = 0; to < row.length; to += 1) row[to]! ^= multiply(own[to]!, share);
    }
  }
  return rows.map((row) => row.subarray(size));
}
