import type { Pen } from "../pen.ts";
import type { RemovalKind } from "../removal.ts";

/** A place in a text at which something stands that must go. */
export interface Match {
  start: number;
  end: number;
  kind: RemovalKind;
  /** What is written there instead; a token of the kind where absent. */
  put?: (original: string) => string;
}

/**
 * Looks for one family of things. `text` is as long as the original, with full-width characters
 * and unusual hyphens made plain, so that places are the same in both.
 */
export type Detector = (text: string, pen: Pen) => Iterable<Match>;

/** Whether a pattern is found in the few characters before a place, on the same line. */
export function isBefore(text: string, at: number, pattern: RegExp, reach = 24): boolean {
  const line = text.slice(Math.max(0, at - reach), at);
  return pattern.test(line.slice(line.lastIndexOf("\n") + 1));
}

/** One match of a group of a pattern, at the group's own place. The pattern has the flags g and d. */
export function* groupsOf(
  text: string,
  pattern: RegExp,
  group: number,
): Generator<{ start: number; end: number; value: string; groups: RegExpExecArray }> {
  for (const found of text.matchAll(pattern)) {
    const place = found.indices?.[group];
    const value = found[group];
    if (place && value !== undefined) {
      yield { start: place[0], end: place[1], value, groups: found };
    }
  }
}

const hyphens = /[\u2010-\u2015\u2212\ufe63\u3161]/;

/** The same text with each character's plain form, one for one. */
export function plain(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the quick way for what is plain already
  if (/^[\x00-\x7f\uac00-\ud7a3]*$/.test(text)) return text;
  let out = "";
  for (let at = 0; at < text.length; at += 1) {
    const char = text[at] as string;
    const code = char.charCodeAt(0);
    if (code >= 0xff01 && code <= 0xff5e) out += String.fromCharCode(code - 0xfee0);
    else if (code === 0xa0 || code === 0x3000 || (code >= 0x2000 && code <= 0x200a)) out += " ";
    else out += hyphens.test(char) ? "-" : char;
  }
  return out;
}
