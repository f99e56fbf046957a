import { encodeQR } from "qr";
import { bytesWithin } from "./digits.ts";

/** A code as rows of modules, true for dark, without the margin around it. */
export type Matrix = readonly (readonly boolean[])[];

/** The light margin that every reader asks for, in modules. */
export const margin = 4;

/** The largest code of a kind: its modules along a side, and how many digits it holds. */
export interface CodeSize {
  side: number;
  digits: number;
}

/**
 * Error correction Q makes a quarter of a code's words good. A tenth of its area covered spoils about a
 * seventh of them, because a stain's edge runs through words too. H would cost a third more codes and
 * was not read more often.
 */
const ecc = "quartile";

/** Version 15: a sheet, a picture, a screen. */
export const paperSize: CodeSize = { side: 77, digits: 703 };

/** Version 13: with its margin it fits into the 80 columns of a terminal. */
export const terminalSize: CodeSize = { side: 69, digits: 580 };

/** What a frame may weigh so that it fits into a code of this size. */
export function bytesIn({ digits }: CodeSize): number {
  return bytesWithin(digits);
}

/** Digits as a code that is as small as they allow. */
export function matrixOf(digits: string): Matrix {
  const rows = encodeQR(digits, "raw", { ecc, encoding: "numeric", border: 1 });
  return rows.slice(1, -1).map((row) => row.slice(1, -1));
}
