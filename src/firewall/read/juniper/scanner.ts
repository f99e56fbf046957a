import { ConfigError } from "../../source.ts";

export type Token = "word" | "{" | "}" | ";" | "[" | "]" | "line" | "end";

export interface Scanner {
  next(): Token;
  /** Of the last `word`. */
  word: string;
  /** Of the last token. */
  line: number;
  /** Leaves out the rest of the line. */
  skipLine(): void;
}

const lineFeed = 10;
const quote = 34;
const hash = 35;
const asterisk = 42;
const slash = 47;
const backslash = 92;
const marks = new Map([..."{};[]"].map((mark) => [mark.charCodeAt(0), mark as Token]));
/** The same by character code: it is asked for every character. */
const marked = Uint8Array.from({ length: 128 }, (_, code) => (marks.has(code) ? 1 : 0));

/** Words, marks and line ends of a configuration; comments are left out, quotes taken off. */
export function scanner(text: string): Scanner {
  let at = 0;
  let line = 1;
  /** Whether a comment may begin: a `#` inside a statement is part of it. */
  let fresh = true;

  const scan: Scanner = {
    word: "",
    line: 1,
    next() {
      for (;;) {
        while (isBlank(text.charCodeAt(at))) at += 1;
        scan.line = line;
        if (at >= text.length) return "end";
        const code = text.charCodeAt(at);
        if (code === lineFeed) {
          at += 1;
          line += 1;
          fresh = true;
          return "line";
        }
        if (code === hash && fresh) scan.skipLine();
        else if (code === slash && text.charCodeAt(at + 1) === asterisk) skipComment();
        else return token(code);
      }
    },
    skipLine() {
      const end = text.indexOf("\n", at);
      at = end < 0 ? text.length : end;
    },
  };
  return scan;

  function token(code: number): Token {
    const mark = marks.get(code);
    fresh = mark === ";" || mark === "{" || mark === "}";
    if (mark) {
      at += 1;
      return mark;
    }
    scan.word = code === quote ? quoted() : plain();
    return "word";
  }

  function plain(): string {
    const start = at;
    while (at < text.length && !endsWord(text.charCodeAt(at))) at += 1;
    return text.slice(start, at);
  }

  function quoted(): string {
    const began = line;
    let value = "";
    let start = at + 1;
    for (at = start; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      if (code === lineFeed) line += 1;
      if (code === quote) {
        value += text.slice(start, at);
        at += 1;
        return value;
      }
      if (code !== backslash) continue;
      value += text.slice(start, at);
      start = at + 1;
      at = start;
      if (text.charCodeAt(start) === lineFeed) line += 1;
    }
    throw new ConfigError("firewall.config.truncated", began);
  }

  function skipComment(): void {
    const end = text.indexOf("*/", at + 2);
    if (end < 0) throw new ConfigError("firewall.config.truncated", line);
    for (; at < end; at += 1) if (text.charCodeAt(at) === lineFeed) line += 1;
    at = end + 2;
  }
}

function isBlank(code: number): boolean {
  return code === 32 || code === 9 || code === 13;
}

function endsWord(code: number): boolean {
  return code <= 34 ? isBlank(code) || code === lineFeed || code === quote : marked[code] === 1;
}
