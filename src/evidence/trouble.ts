/** What may be counted against a limit. */
export type Unit = "characters" | "entries" | "levels";

/** What stands in an evidence file, as data: who prints it has the words. */
export type Found =
  | { is: "value"; json: string }
  | { is: "list"; entries: number }
  | { is: "object" | "nothing" | "end" }
  | { is: "count"; count: number; of: Unit };

/** What should stand there. */
export type Expected =
  | { is: "one-of"; values: string[] }
  | { is: "at-least" | "at-most"; limit: number; of: Unit | "number" }
  | { is: (typeof expectations)[number] };

export const expectations = [
  "json",
  "known-keys",
  "key-once",
  "text",
  "number",
  "whole-number",
  "boolean",
  "list",
  "object",
  "time",
  "hex",
  "guide-id",
  "edition",
  "format",
] as const;

/** What is wrong with an evidence file, as data: where, what was found, what was expected. */
export class EvidenceError extends Error {
  override name = "EvidenceError";
  /** `line:column` or the path of a value, safe to print. */
  readonly place: string;
  readonly found: Found;
  readonly expected: Expected;

  constructor(place: string, found: Found, expected: Expected) {
    super(`${place}: found ${JSON.stringify(found)}, expected ${JSON.stringify(expected)}`);
    this.place = place;
    this.found = found;
    this.expected = expected;
  }
}

const shownMax = 60;
const placeMax = 200;

export function foundOf(value: unknown): Found {
  if (value === undefined || value === null) return { is: "nothing" };
  if (Array.isArray(value)) return { is: "list", entries: value.length };
  if (typeof value === "object") return { is: "object" };
  return { is: "value", json: shown(value) };
}

/** A path of keys and list positions as it is written in programs. */
export function placeOf(path: readonly PropertyKey[]): string {
  const parts = path.map((key) => {
    if (typeof key === "number") return `[${key}]`;
    return /^[\w-]+$/.test(String(key)) ? `.${String(key)}` : `[${shown(String(key))}]`;
  });
  return parts.join("").replace(/^\./, "").slice(0, placeMax) || "(top)";
}

/** As JSON, cut short, and with everything visible that would steer a terminal or the eye. */
export function shown(value: unknown): string {
  // JSON has no word for numbers beyond its range.
  if (typeof value === "number") return String(value);
  const cut = typeof value === "string" ? value.slice(0, shownMax * 2) : value;
  const text = (JSON.stringify(cut) ?? typeof value).replace(
    /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu,
    (mark) => `\\u${mark.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
  const points = [...text];
  return points.length > shownMax ? `${points.slice(0, shownMax - 1).join("")}…` : text;
}
