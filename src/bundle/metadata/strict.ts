import { canonical } from "./canonical.ts";

/** Deeper than anything here nests, and far from what would exhaust a stack. */
const depthMost = 24;
/** A name that means something to the language and not to the data. */
const reserved = /"(?:__proto__|constructor|prototype)":/;

export type StrictRead = { is: "value"; value: unknown } | { is: "malformed"; where: string };

/**
 * JSON that has exactly one reading: bytes that are not already what `canonical` would write are
 * refused. So no key stands there twice, nothing hides in spaces or escapes, no number has another
 * spelling, and every program that reads the file reads the same.
 */
export function readStrict(bytes: Uint8Array): StrictRead {
  const text = textOf(bytes);
  if (text === undefined) return { is: "malformed", where: "utf-8" };
  if (!isShallow(text)) return { is: "malformed", where: "depth" };
  if (reserved.test(text)) return { is: "malformed", where: "reserved-key" };
  try {
    const value: unknown = JSON.parse(text);
    if (canonical(value) === text) return { is: "value", value };
    return { is: "malformed", where: "canonical" };
  } catch {
    return { is: "malformed", where: "json" };
  }
}

function textOf(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Counts brackets outside of texts, before anything that recurses looks at them. */
function isShallow(text: string): boolean {
  let depth = 0;
  let inText = false;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at];
    if (inText) {
      if (sign === "\\") at += 1;
      else if (sign === '"') inText = false;
    } else if (sign === '"') inText = true;
    else if (sign === "[" || sign === "{") depth += 1;
    else if (sign === "]" || sign === "}") depth -= 1;
    if (depth > depthMost) return false;
  }
  return true;
}
