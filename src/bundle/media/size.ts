import { frameBytes } from "./frame.ts";
import { partBytesMin } from "./places.ts";

/**
 * How large a part may be on what people carry, in bytes.
 *
 * - `cd`: a CD-R of 80 minutes has 360,000 sectors of 2,048 bytes (737,280,000); a file of 700 MiB leaves
 *   1,600 of them for the file system.
 * - `dvd`, `usb`: 4 GiB less one byte, the largest file on FAT32 and in ISO 9660.
 * - `mail`: relays that take 10 MB count what is sent, and Base64 in lines of 76 makes 7 MB to 9.6 MB.
 * - `whole`: everything in one file that can repair itself.
 */
export const presets: Readonly<Record<string, number>> = {
  cd: 700 * 2 ** 20,
  dvd: 2 ** 32 - 1,
  usb: 2 ** 32 - 1,
  mail: 7_000_000,
  whole: 2 ** 40,
};

const units: Readonly<Record<string, number>> = {
  "": 1,
  kb: 1e3,
  mb: 1e6,
  gb: 1e9,
  kib: 2 ** 10,
  mib: 2 ** 20,
  gib: 2 ** 30,
};

/** Bytes of a part by a preset's name or as `700MB`; undefined where it is neither or too small. */
export function parseSize(word: string): number | undefined {
  if (Object.hasOwn(presets, word)) return presets[word];
  const [, digits, unit] = /^(\d{1,13}(?:\.\d{1,6})?) ?([a-z]*)$/i.exec(word) ?? [];
  const factor = unit === undefined ? undefined : units[unit.toLowerCase()];
  if (digits === undefined || factor === undefined) return undefined;
  const bytes = Math.floor(Number(digits) * factor);
  return bytes >= partBytesMin && bytes <= presets.whole! ? bytes : undefined;
}

/** `3%` or `2.5%`, of 0 < share ≤ 100 %, as a share of the whole; undefined where it is none. */
export function parseShare(word: string): number | undefined {
  const [, digits] = /^(\d{1,3}(?:\.\d{1,3})?)%$/.exec(word) ?? [];
  const share = Number(digits) / 100;
  return share > 0 && share <= 1 ? share : undefined;
}

/** Enough for 2 % of all sectors, where the file is large enough for a share to mean something. */
export const defaultShare = 0.03;

/** Whole frames that fit into so many bytes. */
export const slotsIn = (bytes: number): number => Math.floor(bytes / frameBytes);
