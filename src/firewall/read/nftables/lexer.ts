import { ConfigError } from "../../source.ts";

export interface Token {
  /** `separator` is a new line or `;`. */
  kind: "word" | "string" | "mark" | "separator" | "end";
  text: string;
  line: number;
}

export interface Lexer {
  peek(): Token;
  next(): Token;
}

const kinds = { word: 0, space: 1, separator: 2, quote: 3, mark: 4, comment: 5 } as const;
const kindOf = kindsOfCharacters();
const double = new Set(["==", "!=", "<=", ">=", "<<", ">>"]);
const byteOrderMark = "\uFEFF";
const colon = 58;

/**
 * Words, quoted strings and marks, one after the other. Where nft cannot show an extension of
 * iptables it writes `# xt_NAME` in the midst of a rule: that is no comment but a lost condition.
 */
export function lexer(text: string): Lexer {
  let at = text.startsWith(byteOrderMark) ? 1 : 0;
  let line = 1;
  let ahead: Token | undefined;

  function scan(): Token {
    while (at < text.length) {
      const kind = kindOf[text.charCodeAt(at)] ?? kinds.word;
      if (kind === kinds.space) at += 1;
      else if (kind === kinds.comment) {
        if (text.startsWith("# xt_", at)) {
          at += 2;
          return word();
        }
        const end = text.indexOf("\n", at);
        at = end < 0 ? text.length : end;
      } else if (kind === kinds.word) {
        if (!skipContinuation()) return word();
      } else return kind === kinds.quote ? quoted() : sign(kind);
    }
    return { kind: "end", text: "", line };
  }

  /** A backslash at the end of a line joins it to the next. */
  function skipContinuation(): boolean {
    if (text[at] !== "\\") return false;
    const end = text[at + 1] === "\r" ? at + 2 : at + 1;
    if (text[end] !== "\n") return false;
    at = end + 1;
    line += 1;
    return true;
  }

  function sign(kind: number): Token {
    const one = text[at]!;
    at += 1;
    if (kind === kinds.separator)
      return { kind: "separator", text: one, line: one === "\n" ? line++ : line };
    const two = one + (text[at] ?? "");
    if (!double.has(two)) return { kind: "mark", text: one, line };
    at += 1;
    return { kind: "mark", text: two, line };
  }

  function quoted(): Token {
    const end = text.indexOf(text[at]!, at + 1);
    if (end < 0) throw new ConfigError("firewall.config.truncated", line);
    const found: Token = { kind: "string", text: text.slice(at + 1, end), line };
    for (let from = found.text.indexOf("\n"); from >= 0; line += 1) {
      from = found.text.indexOf("\n", from + 1);
    }
    at = end + 1;
    return found;
  }

  function word(): Token {
    const start = at;
    let colons = false;
    do {
      colons ||= text.charCodeAt(at) === colon;
      at += 1;
    } while (at < text.length && !kindOf[text.charCodeAt(at)]);
    if (colons) at = start + lengthOfWord(text.slice(start, at));
    return { kind: "word", text: text.slice(start, at), line };
  }

  return {
    peek() {
      ahead ??= scan();
      return ahead;
    },
    next() {
      const found = ahead ?? scan();
      ahead = undefined;
      return found;
    },
  };
}

function kindsOfCharacters(): Uint8Array {
  const found = new Uint8Array(128);
  const fill = (characters: string, kind: number) => {
    for (const each of characters) found[each.charCodeAt(0)] = kind;
  };
  fill(" \t\r", kinds.space);
  fill("\n;", kinds.separator);
  fill("\"'", kinds.quote);
  fill("{}(),=!<>&|^", kinds.mark);
  fill("#", kinds.comment);
  return found;
}

/** `22:accept` and `22:` are a key and a colon; the colons of `fe80::1` and of `::` are its own. */
function lengthOfWord(word: string): number {
  const last = word.lastIndexOf(":");
  if (last === 0) return 1;
  const tail = word.slice(last + 1);
  if (tail === "") return word[last - 1] === ":" ? word.length : last;
  return /^[0-9a-f.]*([/-].*)?$/i.test(tail) ? word.length : last;
}
