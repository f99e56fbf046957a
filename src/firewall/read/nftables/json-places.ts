import jsonc, { type ParseError } from "jsonc-parser";
import { ConfigError } from "../../source.ts";

const deepest = 128;
/** Of the second level: `{"nftables": [ HERE, HERE ]}`. */
const elementDepth = 3;

export interface PlacedElement {
  line: number;
  value: unknown;
}

/** The elements of the one list in `{"nftables": […]}`, with the lines on which they begin. */
export function elementsOfJson(text: string): PlacedElement[] {
  const lines = linesOfElements(text);
  const list = fieldOf(parsed(text), "nftables");
  if (!Array.isArray(list)) throw new ConfigError("firewall.config.empty", 1);
  return list.map((value, at) => ({ line: lines[at] ?? lines.at(-1) ?? 1, value }));
}

export function fieldOf(value: unknown, name: string): unknown {
  return isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;
}

/** A word or a number; what is neither is no text. */
export function textOf(value: unknown): string {
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    const errors: ParseError[] = [];
    jsonc.parse(text, errors);
    const offset = errors[0]?.offset ?? text.length;
    throw new ConfigError("firewall.config.bad-json", lineOf(text, offset));
  }
}

function lineOf(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf("\n"); at >= 0 && at < offset; at = text.indexOf("\n", at + 1)) {
    line += 1;
  }
  return line;
}

/** One pass over the brackets outside of strings; a parser that nests must not be led too deep. */
function linesOfElements(text: string): number[] {
  const lines: number[] = [];
  let line = 1;
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    const char = text.charCodeAt(at);
    if (char === 0x22) at = endOfString(text, at);
    else if (char === 0x0a) line += 1;
    else if (char === 0x7b || char === 0x5b) {
      depth += 1;
      if (depth === elementDepth) lines.push(line);
      if (depth > deepest) throw new ConfigError("firewall.config.too-deep", line);
    } else if (char === 0x7d || char === 0x5d) depth -= 1;
  }
  return lines;
}

function endOfString(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length && text.charCodeAt(at) !== 0x22) {
    at += text.charCodeAt(at) === 0x5c ? 2 : 1;
  }
  return at;
}
