/** The words of one command and how far they have been read. */
export interface Words {
  all: readonly string[];
  at: number;
}

export function wordsOf(text: string): Words {
  const all = text.split(" ");
  const isUneven = text.includes("\t") || all.includes("");
  return { all: isUneven ? text.split(/\s+/) : all, at: 0 };
}

export function firstWord(text: string): string {
  const end = text.search(/\s/);
  return end < 0 ? text : text.slice(0, end);
}

export function peek({ all, at }: Words): string | undefined {
  return all[at];
}

export function take(words: Words): string | undefined {
  const word = words.all[words.at];
  words.at += 1;
  return word;
}

/** Reads the word where it is this one. */
export function skip(words: Words, word: string): boolean {
  if (words.all[words.at] !== word) return false;
  words.at += 1;
  return true;
}

/** The last word that was looked at, to be named where the command is not understood. */
export function lastWord({ all, at }: Words): string {
  return all[Math.min(at, all.length) - 1] ?? "";
}
