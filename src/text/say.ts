import { fill } from "./fill.ts";
import { plain } from "./plain.ts";
import { sentences } from "./sentences.ts";
import { type Named, serviceWords } from "./service.ts";
import type { Lang, Values } from "./words.ts";

let strict = false;

/** Tests switch this on: a missing sentence or an unfilled gap then throws. */
export function strictWords(on = true): void {
  strict = on;
}

/**
 * The sentence of a key in one language.
 *
 * @example say("ko", "reason.tls.same-issuer", { count: 2, issuer: "ACME" })
 */
export function say(lang: Lang, key: string, given: Values = {}): string {
  const words = Object.hasOwn(sentences, key) ? sentences[key] : undefined;
  if (!words) {
    if (strict) throw new Error(`no sentence for ${key} in src/text`);
    return fallback(key, given);
  }
  return fill(lang, words[lang], given, (name) => {
    if (strict) throw new Error(`nothing fills the gap {${name}} of ${key}`);
    return serviceWords({}, lang)[name]?.toString();
  });
}

/**
 * The same of a sentence that speaks of what a guide is for, in the guide's own words: of every one
 * with a gap `{words.…}`, and as well of any other.
 *
 * @example sayOf(guide, "ko", "verdict.tcp.payer") // 결제 서버에 연결되지 않습니다.
 */
export function sayOf(guide: Named, lang: Lang, key: string, given: Values = {}): string {
  return say(lang, key, { ...serviceWords(guide, lang), ...given });
}

/** Where a sentence may be absent, as with causes that only a guide knows. */
export function hasSentence(key: string): boolean {
  return Object.hasOwn(sentences, key);
}

/** A missing sentence must never hide what was found: the key itself is shown. */
function fallback(key: string, given: Values): string {
  const rest = Object.entries(given).map(([name, value]) => `${name}=${plain(value)}`);
  return `[${[plain(key), ...rest].join(" ")}]`;
}
