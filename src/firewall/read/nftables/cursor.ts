import type { Token } from "./lexer.ts";

/** The tokens of one statement, and how far it is read. */
export interface Cursor {
  tokens: readonly Token[];
  at: number;
}

const end: Token = { kind: "end", text: "", line: 0 };

export function peek({ tokens, at }: Cursor, ahead = 0): Token {
  return tokens[at + ahead] ?? end;
}

/** The next token is this word or mark (a quoted string never is). */
export function isAt(cursor: Cursor, text: string): boolean {
  const token = peek(cursor);
  return token.text === text && token.kind !== "string" && token.kind !== "end";
}

export function take(cursor: Cursor, text: string): boolean {
  if (!isAt(cursor, text)) return false;
  cursor.at += 1;
  return true;
}

export function isDone({ tokens, at }: Cursor): boolean {
  return at >= tokens.length;
}

/** The next word or string, whatever it says. */
export function takeText(cursor: Cursor): string | undefined {
  const { kind, text } = peek(cursor);
  if (kind !== "word" && kind !== "string") return undefined;
  cursor.at += 1;
  return text;
}

/** Goes behind the brace or bracket that closes the one here; false where none does. */
export function skipPair(cursor: Cursor, open: "{" | "(", close: "}" | ")"): boolean {
  let depth = 0;
  while (!isDone(cursor)) {
    if (isAt(cursor, open)) depth += 1;
    if (isAt(cursor, close)) depth -= 1;
    cursor.at += 1;
    if (depth <= 0) return true;
  }
  return false;
}
