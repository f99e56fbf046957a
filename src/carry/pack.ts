import { createHash } from "node:crypto";
import { brotliCompressSync, brotliDecompressSync, constants } from "node:zlib";
import { evidenceBytesMax } from "../evidence/read-evidence.ts";
import { CarryFault } from "./fault.ts";

/** Form 1: Brotli over the text, after a head that says its length and its hash. */
const form = 1;
const hashBytes = 8;
/** The form, the text's length in three bytes, the first bytes of the text's SHA-256. */
const headBytes = 1 + 3 + hashBytes;

/**
 * Evidence's text as few bytes. It is packed as it stands: laid out in columns, or behind a dictionary
 * that does not come from the guide, it would not be smaller by a tenth.
 *
 * @param text the evidence file, at most 8 MiB of UTF-8
 */
export function pack(text: string): Uint8Array {
  const plain = Buffer.from(text, "utf8");
  if (plain.length > evidenceBytesMax) {
    throw new CarryFault("too-large", { bytes: plain.length, most: evidenceBytesMax });
  }
  const head = Buffer.alloc(headBytes);
  head.writeUInt8(form, 0);
  head.writeUIntBE(plain.length, 1, 3);
  hashOf(plain).copy(head, 4);
  const packed = brotliCompressSync(plain, {
    params: {
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
      [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS,
      [constants.BROTLI_PARAM_SIZE_HINT]: plain.length,
    },
  });
  return Buffer.concat([head, packed]);
}

/**
 * The text again, to the byte. Nothing is unpacked beyond the length that the head names, and no head
 * may name more than an evidence file can be.
 */
export function unpack(bytes: Uint8Array): string {
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (all.length <= headBytes) throw new CarryFault("broken");
  if (all[0] !== form) throw new CarryFault("other-form", { form: all[0]! });
  const length = all.readUIntBE(1, 3);
  if (length > evidenceBytesMax) {
    throw new CarryFault("too-large", { bytes: length, most: evidenceBytesMax });
  }
  const plain = unpacked(all.subarray(headBytes), length);
  if (plain.length !== length || !hashOf(plain).equals(all.subarray(4, headBytes))) {
    throw new CarryFault("broken");
  }
  return plain.toString("utf8");
}

function unpacked(bytes: Buffer, length: number): Buffer {
  try {
    return brotliDecompressSync(bytes, { maxOutputLength: Math.max(1, length) });
  } catch {
    // Whatever the decoder stumbles over, the bytes are not what was packed.
    throw new CarryFault("broken");
  }
}

function hashOf(bytes: Uint8Array): Buffer {
  return createHash("sha256").update(bytes).digest().subarray(0, hashBytes);
}
