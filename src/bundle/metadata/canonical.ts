/** What may stand in a bundle's metadata: JSON without fractions. */
export type Json =
  | string
  | number
  | boolean
  | null
  | readonly Json[]
  | { readonly [key: string]: Json };

/**
 * The one way to write a value down, which is what gets signed: keys in order, no space, and only
 * quotation mark and backslash escaped (OLPC, Canonical JSON; TUF specification 1.0, section 3.5).
 * Throws a TypeError for what has no such form: fractions, control characters, lone surrogates.
 */
export function canonical(value: unknown): string {
  if (value === null || typeof value === "boolean") return String(value);
  if (typeof value === "string") return quoted(value);
  if (typeof value === "number") return whole(value);
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (typeof value === "object")
    return `{${Object.keys(value).sort().map(field(value)).join(",")}}`;
  throw new TypeError("a value without a canonical form");
}

export const canonicalBytes = (value: unknown): Buffer => Buffer.from(canonical(value), "utf8");

const field = (value: object) => (key: string) =>
  `${quoted(key)}:${canonical((value as Record<string, unknown>)[key])}`;

function quoted(text: string): string {
  // Raw control characters would be no JSON, and lone surrogates no UTF-8.
  if (/\p{Cc}/u.test(text) || !text.isWellFormed())
    throw new TypeError("a text without a canonical form");
  return `"${text.replace(/["\\]/g, "\\$&")}"`;
}

function whole(value: number): string {
  if (!Number.isSafeInteger(value) || Object.is(value, -0))
    throw new TypeError("a number without a canonical form");
  return String(value);
}
