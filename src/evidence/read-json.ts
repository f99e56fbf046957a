import { EvidenceError, foundOf, placeOf } from "./trouble.ts";

/** The format itself is nested less than ten deep. */
const depthMax = 32;

/** Longer than the longest list of the format. */
const entriesMax = 10_000;

const forbiddenKeys = new Set(["__proto__", "constructor", "prototype"]);

/** One open bracket: what has been seen between it and here. */
interface Level {
  kind: "{" | "[";
  keys: Set<string>;
  key: string;
  entries: number;
}

type Awaited = "value" | "first-key" | "key" | "colon" | "first-entry" | "next" | "end";

const word = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;
const blank = /[ \t\n\r]*/y;

/**
 * JSON text to a value. Throws EvidenceError with line and column. JSON.parse alone would take a
 * key twice, recurse as deep as it is told, and say what is wrong in words of its own only.
 */
export function readJson(text: string): unknown {
  const levels: Level[] = [];
  let awaited: Awaited = "value";
  let at = 0;
  for (;;) {
    at = endOf(blank, text, at);
    if (at >= text.length && awaited === "end") return JSON.parse(text);
    const char = text[at] ?? "";
    if (awaited === "colon") awaited = char === ":" ? "value" : bad(text, at);
    else if (awaited === "next" && char === ",") awaited = another(text, at, levels);
    else if (closes(char, awaited, levels)) {
      levels.pop();
      awaited = levels.length > 0 ? "next" : "end";
    } else if (awaited === "key" || awaited === "first-key") {
      const end = endOfString(text, at);
      openKey(text.slice(at, end), levels);
      awaited = "colon";
      at = end - 1;
    } else if (awaited === "next" || awaited === "end") bad(text, at);
    else if (char === "{" || char === "[") {
      if (levels.length === depthMax) throw tooDeep(text, at);
      levels.push({ kind: char, keys: new Set(), key: "", entries: 1 });
      awaited = char === "{" ? "first-key" : "first-entry";
    } else {
      at = (char === '"' ? endOfString(text, at) : endOfWord(text, at)) - 1;
      awaited = levels.length > 0 ? "next" : "end";
    }
    at += 1;
  }
}

function closes(char: string, awaited: Awaited, levels: Level[]): boolean {
  const kind = levels.at(-1)?.kind;
  if (char === "}") return kind === "{" && (awaited === "next" || awaited === "first-key");
  return char === "]" && kind === "[" && (awaited === "next" || awaited === "first-entry");
}

function another(text: string, at: number, levels: Level[]): Awaited {
  const level = levels.at(-1);
  if (!level) return bad(text, at);
  level.entries += 1;
  if (level.entries > entriesMax) {
    throw new EvidenceError(
      lineAndColumn(text, at),
      { is: "count", count: level.entries, of: "entries" },
      { is: "at-most", limit: entriesMax, of: "entries" },
    );
  }
  return level.kind === "{" ? "key" : "value";
}

/** Keys that would reach an object's prototype, and keys said twice, have no business here. */
function openKey(quoted: string, levels: Level[]): void {
  const level = levels.at(-1)!;
  const key = JSON.parse(quoted) as string;
  const twice = level.keys.has(key);
  if (twice || forbiddenKeys.has(key)) {
    const path = levels.map(({ kind, key, entries }) => (kind === "{" ? key : entries - 1));
    const place = placeOf([...path.slice(0, -1), key]);
    throw new EvidenceError(place, foundOf(key), { is: twice ? "key-once" : "known-keys" });
  }
  level.keys.add(key);
  level.key = key;
}

/** By hand and not by a pattern: a string of megabytes would exhaust a pattern's memory. */
function endOfString(text: string, start: number): number {
  if (text[start] !== '"') bad(text, start);
  for (let at = start + 1; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 0x22) return at + 1;
    if (code < 0x20) bad(text, at);
    if (code !== 0x5c) continue;
    const known = /^(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/.exec(text.slice(at + 1, at + 6));
    if (!known) bad(text, at + 6 > text.length ? text.length : at);
    at += known![0].length;
  }
  return bad(text, text.length);
}

function endOfWord(text: string, at: number): number {
  const end = endOf(word, text, at);
  return end > at ? end : bad(text, at);
}

function endOf(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}

function bad(text: string, at: number): never {
  const found = at >= text.length ? ({ is: "end" } as const) : foundOf(text.slice(at, at + 12));
  throw new EvidenceError(lineAndColumn(text, at), found, { is: "json" });
}

function tooDeep(text: string, at: number): EvidenceError {
  return new EvidenceError(
    lineAndColumn(text, at),
    { is: "count", count: depthMax + 1, of: "levels" },
    { is: "at-most", limit: depthMax, of: "levels" },
  );
}

function lineAndColumn(text: string, at: number): string {
  const before = text.slice(0, at);
  return `${before.split("\n").length}:${at - before.lastIndexOf("\n")}`;
}
