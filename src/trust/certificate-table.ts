import { decode } from "./asn1.ts";
import { Malformed } from "./malformed.ts";
import type { Remark } from "./signature.ts";

/** One entry of the certificate table: a signature as PKCS#7. */
export interface TableEntry {
  pkcs7: Uint8Array;
}

const header = 8;
const revision = 0x0200;
const pkcsSignedData = 0x0002;
const maxEntries = 4;
/** Entries begin at multiples of eight; what fills the gap is at most this long. */
const maxPadding = 7;

/**
 * Takes the table apart (PE Format, "The Attribute Certificate Table"). Nothing in it is covered
 * by a digest, so whatever is neither signature nor plain padding is remarked upon. Throws
 * `Malformed`.
 */
export function readTable(
  table: Uint8Array,
  offset: number,
): { entries: TableEntry[]; remarks: Remark[] } {
  const entries: TableEntry[] = [];
  const remarks: Remark[] = [];
  const view = new DataView(table.buffer, table.byteOffset, table.byteLength);
  const padding = (from: number, to: number, code: Remark["code"]) => {
    const plain = to - from <= maxPadding && table.subarray(from, to).every((byte) => byte === 0);
    if (!plain) remarks.push({ code, offset: offset + from, length: to - from });
  };
  let at = 0;
  while (at < table.length) {
    const left = table.length - at;
    if (left < header || (entries.length > 0 && isZero(table.subarray(at)))) {
      padding(at, table.length, "data-in-padding");
      break;
    }
    const length = view.getUint32(at, true);
    const known =
      view.getUint16(at + 4, true) === revision && view.getUint16(at + 6, true) === pkcsSignedData;
    if (length <= header || length > left || !known || entries.length === maxEntries)
      throw new Malformed("certificate-entry");
    const body = table.subarray(at + header, at + length);
    const pkcs7 = decode(body, "signed-data", "any").bytes;
    padding(at + header + pkcs7.length, at + length, "data-after-signature");
    entries.push({ pkcs7 });
    const next = Math.min(at + Math.ceil(length / 8) * 8, table.length);
    padding(at + length, next, "data-in-padding");
    at = next;
  }
  return { entries, remarks };
}

const isZero = (bytes: Uint8Array) => bytes.every((byte) => byte === 0);
