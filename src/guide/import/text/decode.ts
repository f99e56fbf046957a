import { GuideError } from "../../error.ts";
import { hangulOf } from "./cp949.ts";
import { readable } from "./refuse.ts";

/** How the bytes of a text are written. */
export type Encoding = "utf-8" | "cp949" | "utf-16le" | "utf-16be";

export interface Decoded {
  text: string;
  encoding: Encoding;
}

/**
 * The text that bytes are: UTF-16 where a mark says so, else UTF-8, else CP949, as the Notepad of a
 * Korean PC saves what it calls ANSI. Throws GuideError with line and byte where they are none.
 */
export function decodeText(bytes: Uint8Array, file: string): Decoded {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return utf16(bytes, "utf-16le", file);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return utf16(bytes, "utf-16be", file);
  const nul = bytes.indexOf(0);
  if (nul >= 0) throw refusal(bytes, nul, file, { ko: "글에 없는", en: "in no text" });
  try {
    return { text: utf8.decode(bytes), encoding: "utf-8" };
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
  }
  const right = utf8Until(bytes);
  const cp949 = decodeCp949(bytes);
  if (typeof cp949 === "string" && right.wide < fewestWide) {
    return { text: cp949, encoding: "cp949" };
  }
  // Of the two the one that came further is what the text was meant to be.
  const at = typeof cp949 === "string" ? right.at : Math.max(right.at, cp949);
  throw refusal(bytes, at, file, {
    ko: "UTF-8로도 CP949로도 읽을 수 없는",
    en: "neither UTF-8 nor CP949",
  });
}

/** So many Korean characters in right UTF-8 do not come about by chance in CP949. */
const fewestWide = 3;

const strict = (label: string) => new TextDecoder(label, { fatal: true });
const utf8 = strict("utf-8");

/** Where UTF-8 ends to be right, and how many characters of three bytes and more stand before. */
function utf8Until(bytes: Uint8Array): { at: number; wide: number } {
  let wide = 0;
  for (let at = 0; at < bytes.length; ) {
    const lead = bytes[at]!;
    const length = lead < 0x80 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
    if (length > 1 && !isUtf8(bytes.subarray(at, at + length))) return { at, wide };
    if (length > 2) wide += 1;
    at += length;
  }
  return { at: bytes.length, wide };
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    return utf8.decode(bytes).length > 0;
  } catch {
    return false;
  }
}

/** The text, or where the first byte is that CP949 does not have. */
function decodeCp949(bytes: Uint8Array): string | number {
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; ) {
    const lead = bytes[at]!;
    const char = lead < 0x80 ? String.fromCharCode(lead) : hangulOf(lead, bytes[at + 1] ?? 0);
    if (char === undefined) return at;
    parts.push(char);
    at += lead < 0x80 ? 1 : 2;
  }
  return parts.join("");
}

function utf16(bytes: Uint8Array, encoding: "utf-16le" | "utf-16be", file: string): Decoded {
  try {
    return { text: strict(encoding).decode(bytes), encoding };
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
  }
  const end = bytes.length - (bytes.length % 2);
  const units = new DataView(bytes.buffer, bytes.byteOffset, end);
  const little = encoding === "utf-16le";
  let at = 0;
  for (; at < end; at += 2) {
    const unit = units.getUint16(at, little);
    if (unit < 0xd800 || unit > 0xdfff) continue;
    const next = at + 2 < end ? units.getUint16(at + 2, little) : 0;
    if (unit > 0xdbff || next < 0xdc00 || next > 0xdfff) break;
    at += 2;
  }
  const words = { ko: "UTF-16으로 읽을 수 없는", en: "not UTF-16" };
  const before = strict(encoding).decode(bytes.subarray(0, at));
  throw refusal(bytes, at, file, words, before.split(/\r\n|\n|\r/).length);
}

function refusal(
  bytes: Uint8Array,
  at: number,
  file: string,
  words: { ko: string; en: string },
  line = lineOf(bytes, at),
): GuideError {
  const byte = `0x${(bytes[at] ?? 0).toString(16).padStart(2, "0")}`;
  return new GuideError(
    { file, line },
    {
      ko: `${words.ko} 바이트 ${byte} (파일의 ${at + 1}번째 바이트)`,
      en: `byte ${at + 1} of the file, ${byte}, which is ${words.en}`,
    },
    readable,
  );
}

function lineOf(bytes: Uint8Array, at: number): number {
  let line = 1;
  for (let each = 0; each < at; each += 1) {
    const isReturn = bytes[each] === 0x0d && bytes[each + 1] !== 0x0a;
    if (bytes[each] === 0x0a || isReturn) line += 1;
  }
  return line;
}
