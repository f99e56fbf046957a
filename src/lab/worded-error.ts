import type { Words } from "../guide/words.ts";

/** An error of the lab that a person reads: `message` is its English line. */
export class WordedError extends Error {
  readonly words: Words;

  constructor(words: Words) {
    super(words.en);
    this.words = words;
  }
}

/** What any error says; those that are not ours speak one language only. */
export function wordsOf(error: unknown): Words {
  if (error instanceof WordedError) return error.words;
  const text = error instanceof Error ? error.message : String(error);
  return { ko: text, en: text };
}
