import { ConfigError } from "../../source.ts";
import { quotesIn } from "./quotes.ts";
import { deepest, grow, newTree, put, type Told, type Tree } from "./tree.ts";
import type { Word } from "./words.ts";

/** Stands for a value that was not understood; it names nothing. */
const lost = "(broken)";
const closingQuote = /(?<!\\)"(?=[\s;\]{}]|$)/;

interface Token {
  kind: "word" | "sign" | "newline";
  text: string;
  line: number;
}

/**
 * Reads the form that `show` prints: `name { word value; word [ a b ]; }`. A statement ends with its
 * line at the latest. One that is broken is named, and its first word stays in its place in the tree,
 * where whoever reads that part sees a value that is not understood.
 */
export function readBraces(text: string, told: Told): Tree {
  const open: Tree[] = [newTree(1)];
  let words: Word[] = [];
  let list: string[] | undefined;
  let line = 1;
  for (const token of tokensOf(text)) {
    line = token.line;
    if (token.kind === "word") (list ?? words).push(token.text);
    else if (token.text === "[" && !list) list = [];
    else if (token.text === "]" && list) {
      words.push(list);
      list = undefined;
    } else if (token.kind === "sign") end(token.text);
    else if (words.length > 0 && !list) end(isNote(words) ? ";" : "\n");
  }
  if (open.length > 1) throw new ConfigError("firewall.config.truncated", line);
  return open[0]!;

  /** Ends a statement with its sign, a closed block, or the line before it has an end of its own. */
  function end(sign: string): void {
    const whole = words.length > 0 ? sign === ";" || sign === "{" : sign === "}" || sign === ";";
    if (list || !whole || words.length > deepest) broken();
    const tree = descend(open.at(-1)!, words, line);
    words = [];
    if (sign === "{" && open.push(tree) > deepest) {
      throw new ConfigError("firewall.config.too-large", line);
    }
    if (sign !== "}") return;
    if (open.length > 1) open.pop();
    else told(line, "}");
  }

  function broken(): void {
    const [first = list ?? []] = words;
    const word = typeof first === "string" ? first : (first[0] ?? "[");
    told(line, word.slice(0, 40));
    // A file may begin with what a terminal printed; that belongs to nothing.
    if (open.length > 1) put(grow(open.at(-1)!, word, line), lost);
    words = [];
    list = undefined;
  }
}

function descend(from: Tree, words: readonly Word[], line: number): Tree {
  let tree = from;
  for (const word of words) {
    if (typeof word === "string") tree = grow(tree, word, line);
    else for (const each of word) put(tree, each);
  }
  return tree;
}

/** `icmp-unreachable: no`, which the firewall prints without an end. */
function isNote([first]: readonly Word[]): boolean {
  return typeof first === "string" && first.endsWith(":");
}

function* tokensOf(text: string): Iterable<Token> {
  const quoted = quotesIn(text, closingQuote);
  const pattern = /[^\S\n]*(?:(\n)|([{};[\]])|([^\s{};[\]]+))/y;
  let line = 1;
  for (let found = pattern.exec(text); found; found = pattern.exec(text)) {
    const [, newline, sign, word = ""] = found;
    if (newline) yield { kind: "newline", text: newline, line };
    else if (sign) yield { kind: "sign", text: sign, line };
    else {
      const string = word.startsWith('"') ? quoted(pattern.lastIndex - word.length) : undefined;
      const lines = string?.word.split("\n").length ?? 1;
      // A string of several lines is a value, and ends its statement.
      const whole = string && (lines === 1 || text[string.next] === ";");
      if (whole) pattern.lastIndex = string.next;
      yield { kind: "word", text: whole ? string.word : word, line };
      if (whole) line += lines - 1;
    }
    if (newline) line += 1;
  }
}
