/**
 * The text of a page, or of its beginning. Korean block pages are often EUC-KR, and the appliances
 * that send them do not always say so: what the header says counts, then what the page says of
 * itself, then UTF-8 where the bytes are that, and EUC-KR otherwise. Of CP949, which adds rare
 * syllables to EUC-KR, Node's ICU reads the common part; its names are no labels that TextDecoder
 * knows, and end in the same guess.
 */
export function pageText(bytes: Uint8Array, contentType = ""): string {
  const marked = marks.find(({ mark }) => mark.every((byte, at) => bytes[at] === byte));
  if (marked) return decode(bytes, marked.label) ?? "";
  const declared = /charset\s*=\s*["']?([^\s"';,]+)/i.exec(contentType)?.[1] ?? ownCharset(bytes);
  const text = declared === undefined ? undefined : decode(bytes, declared);
  return text ?? decode(bytes, "utf-8", true) ?? decode(bytes, "euc-kr") ?? "";
}

/** A byte order mark beats whatever else is said, as in a browser. */
const marks = [
  { label: "utf-8", mark: [0xef, 0xbb, 0xbf] },
  { label: "utf-16le", mark: [0xff, 0xfe] },
  { label: "utf-16be", mark: [0xfe, 0xff] },
];

/** Browsers look for it in this much of a page. */
const metaBytes = 1_024;

function ownCharset(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.subarray(0, metaBytes)).toString("latin1");
  const label = /<meta\s[^>]*?charset\s*=\s*["']?\s*([^\s"'/>;]+)/i.exec(head)?.[1];
  // Whoever could read this as ASCII has no UTF-16 before him.
  return label && /^utf-?16/i.test(label) ? undefined : label;
}

/** Undefined where the label is unknown, or where `fatal` bytes are no such text. */
function decode(bytes: Uint8Array, label: string, fatal = false): string | undefined {
  try {
    // As a stream: a character that was cut at the limit is left out, and is no error.
    return new TextDecoder(label, { fatal }).decode(bytes, { stream: true });
  } catch {
    return undefined;
  }
}
