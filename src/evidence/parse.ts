import { type Evidence, EvidenceFile } from "./evidence.ts";
import { factFormats, type ProbeId } from "./facts.ts";

/** What is wrong with an evidence file, as data: where, what was found, what was expected. */
export class EvidenceError extends Error {
  readonly place: string;
  readonly found: string;
  readonly expected: string;

  constructor(place: string, found: string, expected: string) {
    super(`${place}: ${found} (${expected})`);
    this.name = "EvidenceError";
    this.place = place;
    this.found = found;
    this.expected = expected;
  }
}

/** A whole PC's evidence is about 100 KB; this leaves room for large guides. */
export const evidenceBytesMax = 8 * 1_048_576;

/** The format itself is nested less than ten deep. */
const depthMax = 32;

const forbiddenKeys = new Set(["__proto__", "constructor", "prototype"]);

/** An evidence file's text to evidence. Throws EvidenceError; trusts nothing. */
export function parseEvidence(text: string): Evidence {
  if (text.length > evidenceBytesMax) {
    throw new EvidenceError("1:1", `${text.length} characters`, `at most ${evidenceBytesMax}`);
  }
  checkDepth(text);
  const data = parseJson(text);
  checkKeys(data, []);
  const outer = EvidenceFile.safeParse(data);
  if (!outer.success) throw fromIssue(outer.error.issues[0], data, []);
  for (const [index, entry] of outer.data.facts.entries()) checkFact(entry, index, data);
  return outer.data as Evidence;
}

function checkFact(
  entry: { probe: string; with: unknown; fact?: unknown },
  at: number,
  data: unknown,
) {
  if (!Object.hasOwn(factFormats, entry.probe)) {
    const known = Object.keys(factFormats).join(", ");
    throw new EvidenceError(`facts[${at}].probe`, JSON.stringify(entry.probe), known);
  }
  const format = factFormats[entry.probe as ProbeId];
  const given = format.with.safeParse(entry.with);
  if (!given.success) throw fromIssue(given.error.issues[0], data, ["facts", at, "with"]);
  if (entry.fact === undefined) return;
  const fact = format.fact.safeParse(entry.fact);
  if (!fact.success) throw fromIssue(fact.error.issues[0], data, ["facts", at, "fact"]);
}

type Issue = { path: PropertyKey[]; message: string } | undefined;

function fromIssue(issue: Issue, data: unknown, before: PropertyKey[]): EvidenceError {
  const path = [...before, ...(issue?.path ?? [])];
  const found = path.reduce<unknown>(
    (value, key) =>
      value === null || typeof value !== "object" ? undefined : Reflect.get(value, key),
    data,
  );
  return new EvidenceError(placeOf(path), summary(found), issue?.message ?? "");
}

function placeOf(path: PropertyKey[]): string {
  const parts = path.map((key) => (typeof key === "number" ? `[${key}]` : `.${String(key)}`));
  return parts.join("").replace(/^\./, "").slice(0, 200) || "(top)";
}

function summary(value: unknown): string {
  const text = value === undefined ? "nothing" : (JSON.stringify(value) ?? typeof value);
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

/** Brackets outside strings, counted before anything recurses into them. */
function checkDepth(text: string): void {
  let depth = 0;
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const char = text.charCodeAt(at);
    if (quoted) {
      if (char === 0x5c) at += 1;
      else if (char === 0x22) quoted = false;
    } else if (char === 0x22) quoted = true;
    else if (char === 0x7b || char === 0x5b) {
      depth += 1;
      if (depth > depthMax)
        throw new EvidenceError(lineAndColumn(text, at), `depth ${depth}`, `at most ${depthMax}`);
    } else if (char === 0x7d || char === 0x5d) depth -= 1;
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    const at = firstBadCharacter(text);
    const found = at >= text.length ? "the end" : JSON.stringify(text.slice(at, at + 12));
    throw new EvidenceError(lineAndColumn(text, at), found, "JSON");
  }
}

/**
 * Where JSON stops being JSON: one regular token after another, so that no parser's message text
 * has to be read. Structure errors are reported at the token that does not fit.
 */
function firstBadCharacter(text: string): number {
  const token =
    /\s*(?:[{}[\],:]|"(?:[^"\\\p{Cc}]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)/uy;
  let at = 0;
  while (at < text.length) {
    token.lastIndex = at;
    const found = token.exec(text);
    if (!found) break;
    at += found[0].length;
  }
  return at + (/^\s*/.exec(text.slice(at, at + 100))?.[0].length ?? 0);
}

function lineAndColumn(text: string, at: number): string {
  const before = text.slice(0, at);
  const line = before.split("\n").length;
  return `${line}:${at - before.lastIndexOf("\n")}`;
}

/** Keys that would reach an object's prototype have no business in evidence. */
function checkKeys(value: unknown, path: PropertyKey[]): void {
  if (value === null || typeof value !== "object") return;
  for (const [key, inner] of Object.entries(value)) {
    if (forbiddenKeys.has(key)) {
      throw new EvidenceError(placeOf([...path, key]), JSON.stringify(key), "a key of the format");
    }
    checkKeys(inner, [...path, Array.isArray(value) ? Number(key) : key]);
  }
}
