import { ConfigError } from "../../source.ts";

export interface Statement {
  words: string[];
  /** Where the next line begins. */
  next: number;
  /** Line ends inside quotes. */
  lineBreaks: number;
}

const lineFeed = 10;
const carriageReturn = 13;
const tab = 9;
const space = 32;
const doubleQuote = 34;
const hash = 35;
const singleQuote = 39;
const backslash = 92;

/**
 * The words of the line that begins at `from`. A quoted value may go on over many lines, as
 * certificates and messages do, and whatever stands in it is no statement.
 */
export function wordsOf(text: string, from: number, line: number): Statement {
  const words: string[] = [];
  let lineBreaks = 0;
  let at = from;
  for (;;) {
    while (isBlank(text.charCodeAt(at))) at += 1;
    const code = text.charCodeAt(at);
    if (at >= text.length || code === lineFeed) return { words, next: at + 1, lineBreaks };
    if (code === hash && words.length === 0) {
      const end = text.indexOf("\n", at);
      return { words, next: end < 0 ? text.length : end + 1, lineBreaks };
    }
    readWord();
  }

  function readWord(): void {
    let word = "";
    while (at < text.length) {
      const code = text.charCodeAt(at);
      if (code === lineFeed || isBlank(code)) break;
      if (code === doubleQuote || code === singleQuote) word += quoted(code);
      else if (code === backslash && !endsLine(at + 1)) {
        word += text[at + 1];
        at += 2;
      } else word += plain();
    }
    words.push(word);
  }

  function plain(): string {
    const start = at;
    at += 1;
    while (at < text.length && !isSpecial(text.charCodeAt(at))) at += 1;
    return text.slice(start, at);
  }

  function quoted(quote: number): string {
    let value = "";
    let start = at + 1;
    for (at = start; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      if (code === quote) {
        value += text.slice(start, at);
        at += 1;
        return value;
      }
      if (code === lineFeed) lineBreaks += 1;
      if (code !== backslash || quote === singleQuote) continue;
      value += text.slice(start, at);
      start = at + 1;
      if (text.charCodeAt(start) === lineFeed) lineBreaks += 1;
      at = start;
    }
    throw new ConfigError("firewall.config.truncated", line);
  }

  function endsLine(where: number): boolean {
    const code = text.charCodeAt(where);
    return where >= text.length || code === lineFeed || code === carriageReturn;
  }
}

function isBlank(code: number): boolean {
  return code === space || code === tab || code === carriageReturn;
}

function isSpecial(code: number): boolean {
  return (
    isBlank(code) ||
    code === lineFeed ||
    code === doubleQuote ||
    code === singleQuote ||
    code === backslash
  );
}
