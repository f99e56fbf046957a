import { type RemovalKind, tokenWords } from "./removal.ts";
import type { Keyed } from "./sha256.ts";
import { withSignals } from "./signals.ts";

/** No vowels: a token is no word of any language, and none of those that judges look for. */
const letters = "bcdfghjkmnpqrstvwxz";
/** Of hosts a file may have thousands, of anything else rarely more than some dozens. */
const longest = 10;
const usual = 8;

const words = Object.values(tokenWords).join("|");
const oneToken = `(?:${words})-[${letters}]{${usual},${longest}}`;
const whole = new RegExp(`^(?:[a-z가-힣]+-){0,4}${oneToken}$`);

/** A text that takes the place of another one: the same for the same text, kind and key. */
export function tokenFor(keyed: Keyed, kind: RemovalKind, text: string): string {
  if (isToken(text)) return text;
  const bytes = keyed(`${tokenWords[kind]}\0${text.normalize("NFKC").toLowerCase()}`);
  const length = kind === "host" ? longest : usual;
  let rest = 0n;
  for (const byte of bytes.subarray(0, 16)) rest = rest * 256n + BigInt(byte);
  let name = "";
  for (let at = 0; at < length; at += 1) {
    name += letters[Number(rest % BigInt(letters.length))];
    rest /= BigInt(letters.length);
  }
  return withSignals(text, `${tokenWords[kind]}-${name}`);
}

/** Whether a text as a whole is such a token, of whatever key. */
export function isToken(text: string): boolean {
  return whole.test(text);
}

/** Every token within a text, for those who must leave it as it is. */
export function tokensIn(text: string): RegExpExecArray[] {
  return [...text.matchAll(new RegExp(oneToken, "g"))];
}

/** Hex digits in the place of a fingerprint, as many as it had. */
export function hexFor(keyed: Keyed, text: string): string {
  const bytes = keyed(`fingerprint\0${text.toLowerCase()}`);
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0"))
    .join("")
    .slice(0, text.length);
}
