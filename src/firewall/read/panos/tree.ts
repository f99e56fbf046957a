/**
 * A configuration as nested words, the same for all forms: an entry's name, an element and a value are
 * all words, and a value is a word with nothing below it.
 *
 *     set address A ip-netmask 10.0.0.1   =   address → A → ip-netmask → 10.0.0.1
 */
export interface Tree {
  /** Where it is first named, from 1. */
  line: number;
  /** In the order of the file; undefined where at most one value is below. */
  parts: Map<string, Tree> | undefined;
  /** The value below where there is only one: most have one, and a map for each would cost time. */
  value: string | undefined;
}

/** Told of what is no configuration, or none that is known. */
export type Told = (line: number, what: string) => void;

/** A configuration is no deeper; a file that goes on is hostile. */
export const deepest = 64;

export function newTree(line: number): Tree {
  return { line, parts: undefined, value: undefined };
}

/** Most words are values: one tree is all of them, and is never grown. */
const leaf = newTree(0);

/** Adds a value. */
export function put(tree: Tree, word: string): void {
  if (!tree.parts && (tree.value === undefined || tree.value === word)) tree.value = word;
  else if (!mapOf(tree).has(word)) mapOf(tree).set(word, leaf);
}

/** The part of that name, made where it is missing. */
export function grow(tree: Tree, word: string, line: number): Tree {
  const parts = mapOf(tree);
  const known = parts.get(word);
  if (known && known !== leaf) return known;
  const part = newTree(line);
  parts.set(word, part);
  return part;
}

function mapOf(tree: Tree): Map<string, Tree> {
  if (tree.parts) return tree.parts;
  tree.parts = new Map(tree.value === undefined ? [] : [[tree.value, leaf]]);
  tree.value = undefined;
  return tree.parts;
}

/** Takes away what is below under that name. */
export function prune(tree: Tree, word: string): void {
  tree.parts?.delete(word);
  if (tree.value === word) tree.value = undefined;
}

export function partOf(tree: Tree | undefined, ...path: readonly string[]): Tree | undefined {
  let part = tree;
  for (const word of path) {
    if (!part) return undefined;
    part = part.value === word ? leaf : part.parts?.get(word);
  }
  return part;
}

export function partsOf(tree: Tree | undefined): Iterable<[string, Tree]> {
  return tree?.parts ?? (tree?.value === undefined ? [] : [[tree.value, leaf]]);
}

export function wordsOf(tree: Tree | undefined): string[] {
  if (tree?.parts) return [...tree.parts.keys()];
  return tree?.value === undefined ? [] : [tree.value];
}

/** The only word below; undefined where there is none, or several contradict each other. */
export function wordOf(tree: Tree | undefined): string | undefined {
  const words = wordsOf(tree);
  return words.length === 1 ? words[0] : undefined;
}
