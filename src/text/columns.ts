import { causeFields } from "./cause-words.ts";
import type { Table, Words } from "./words.ts";

/** Sentences as a file carries them: one language after the other, so that it packs well. */
export interface Columns {
  /** Ids of verdicts and causes, each with a sentence for every field of `causeFields`. */
  verdicts: string;
  /** All other keys. Both lists are separated by spaces. */
  keys: string;
  /** Field by field for `verdicts`, then for `keys`. */
  ko: string[];
  en: string[];
}

/** The sentences of these keys. What is said about a verdict is taken whole or by its single keys. */
export function columnsOf(sentences: Table, keys: readonly string[]): Columns {
  const asked = new Set(keys);
  const ids = new Set(keys.flatMap((key) => /^verdict\.(.+)\.\w+$/.exec(key)?.[1] ?? []));
  const whole = [...ids].filter((id) => keysOf([id]).every((key) => asked.has(key)));
  const apart = new Set(keysOf(whole));
  const rest = keys.filter((key) => !apart.has(key));
  const ordered = [...apart, ...rest].map((key) => sentences[key]!);
  return {
    verdicts: whole.join(" "),
    keys: rest.join(" "),
    ko: ordered.map(({ ko }) => ko),
    en: ordered.map(({ en }) => en),
  };
}

export function tableOf({ verdicts, keys, ko, en }: Columns): Table {
  const table: Record<string, Words> = {};
  for (const [at, key] of [...keysOf(wordsIn(verdicts)), ...wordsIn(keys)].entries())
    table[key] = { ko: ko[at]!, en: en[at]! };
  return table;
}

function keysOf(ids: readonly string[]): string[] {
  return causeFields.flatMap((field) => ids.map((id) => `verdict.${id}.${field}`));
}

function wordsIn(list: string): string[] {
  return list.split(" ").filter(Boolean);
}
