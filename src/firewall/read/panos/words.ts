import { quotesIn } from "./quotes.ts";

const closingQuote = /(?<!\\)"(?=[\s\]]|$)/;

/** A word of a command, or a list of them: `[ a b ]`. */
export type Word = string | readonly string[];

/**
 * The words of one command. A list or string that does not end is cut off: its words are there, and
 * beside them the bracket or quote, which names nothing and so keeps the place from being trusted.
 */
export function wordsOfLine(line: string): { words: Word[]; whole: boolean } {
  const plain = !/["[\t]/.test(line);
  if (plain) return { words: plainWords(line), whole: true };
  const quoted = quotesIn(line, closingQuote);
  const token = /\s*(?:(\[)|([^\s\]]+)|(\]))/y;
  const words: Word[] = [];
  let list: string[] | undefined;
  let whole = true;
  for (;;) {
    const from = token.lastIndex;
    const found = token.exec(line);
    if (!found) break;
    const [text, opens, word, closes] = found;
    if (opens && !list) {
      list = [];
    } else if (closes && list) {
      words.push(list);
      list = undefined;
    } else {
      const part = word ?? opens ?? closes!;
      const start = from + text.length - part.length;
      const string = part.startsWith('"') ? quoted(start) : undefined;
      if (string) token.lastIndex = string.next;
      whole &&= word !== undefined && (string !== undefined || !part.startsWith('"'));
      (list ?? words).push(string?.word ?? part);
    }
  }
  if (list) words.push([...list, "["]);
  return { words, whole: whole && !list };
}

/** By hand, because most of a file's time goes here. */
function plainWords(line: string): string[] {
  const words: string[] = [];
  for (let from = 0; from < line.length; ) {
    const space = line.indexOf(" ", from);
    const end = space < 0 ? line.length : space;
    if (end > from) words.push(line.slice(from, end));
    from = end + 1;
  }
  return words;
}
