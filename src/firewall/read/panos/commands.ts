import { movesIn } from "./moves.ts";
import { longestString } from "./quotes.ts";
import { type Shape, schema } from "./schema.ts";
import { deepest, grow, newTree, partOf, prune, put, type Told, type Tree } from "./tree.ts";
import { type Word, wordsOfLine } from "./words.ts";

/** A string may go on over lines; one that goes on for longer was never closed. */
const longestStringLines = 64;

/** What a terminal puts in front of a command: `admin@PA-220# `. */
const prompt = /^[\w.-]{1,99}@[\w.()-]{1,99}[>#]\s*/;

/** Reads `set` commands, and the `delete` and `move` that may stand between them. */
export function readCommands(text: string, told: Told): Tree {
  const root = newTree(0);
  const lines = text.split("\n");
  const moves = movesIn(root);
  for (let at = 0; at < lines.length; at += 1) {
    const line = at + 1;
    const { words, whole, further } = commandAt(lines, at);
    at += further;
    const [verb, ...path] = words;
    if (verb === undefined) continue;
    if (!whole || words.length > deepest) told(line, start(lines[line - 1]!));
    if (verb === "move") {
      if (!moves.move(path, line)) told(line, start(lines[line - 1]!));
      continue;
    }
    moves.settle(line);
    if (verb === "set" && path.length > 0) obey(root, path.slice(0, deepest), line, told);
    else if (verb === "delete") remove(root, path);
    else if (whole) told(line, start(lines[line - 1]!));
  }
  moves.settle(lines.length);
  return root;
}

function start(line: string): string {
  return line.trim().slice(0, 40);
}

function commandAt(lines: readonly string[], at: number) {
  let command = lines[at]!.trim();
  if (command === "" || command.startsWith("#")) return { words: [], whole: true, further: 0 };
  if (!command.startsWith("set ")) command = command.replace(prompt, "");
  const own = wordsOfLine(command);
  return own.whole
    ? { ...own, further: 0 }
    : (continued(lines, at, command) ?? { ...own, further: 0 });
}

/** A command with the lines that its open string goes on in. */
function continued(lines: readonly string[], at: number, command: string) {
  const end = Math.min(lines.length, at + longestStringLines);
  let length = 0;
  for (let last = at + 1; last < end; last += 1) {
    const next = lines[last]!.trim();
    length += next.length;
    if (length > longestString || /^(set|delete|move)\s/.test(next)) return undefined;
    if (!next.endsWith('"')) continue;
    const joined = wordsOfLine([command, ...lines.slice(at + 1, last), next].join("\n"));
    return joined.whole ? { ...joined, further: last - at } : undefined;
  }
  return undefined;
}

/**
 * Adds what a command says. `levels` are the entry that is open and what is open within it: a word
 * that a level does not know belongs to the one around it, as far as the entry.
 */
function obey(root: Tree, words: readonly Word[], line: number, told: Told): void {
  let tree = root;
  let shape: Shape = schema;
  let levels = [{ tree, shape }];
  for (const word of words) {
    if (typeof word !== "string" || shape.value) {
      if (typeof word === "string") put(tree, word);
      else for (const each of word) put(tree, each);
      ({ tree, shape } = levels.at(-1)!);
    } else if (shape.entry) {
      tree = grow(tree, word, line);
      shape = shape.entry;
      levels = [{ tree, shape }];
    } else if (shape.words) {
      while (levels.length > 1 && !knows(levels.at(-1)!.shape, word)) levels.pop();
      const level = levels.at(-1)!;
      if (level.tree === root && !knows(level.shape, word)) {
        told(line, word);
        return;
      }
      tree = grow(level.tree, word, line);
      if (knows(level.shape, word)) {
        shape = level.shape.words?.get(word) ?? {};
        if (shape.words) levels.push({ tree, shape });
      } else ({ tree, shape } = level);
    } else tree = grow(tree, word, line);
  }
}

function knows({ words, open }: Shape, word: string): boolean {
  return open || words?.has(word) === true;
}

function remove(root: Tree, path: readonly Word[]): void {
  const last = path.at(-1) ?? [];
  const above = path.slice(0, -1).filter((word) => typeof word === "string");
  const parent = above.length === path.length - 1 ? partOf(root, ...above) : undefined;
  for (const word of typeof last === "string" ? [last] : last) if (parent) prune(parent, word);
}
