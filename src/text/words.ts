/** The two languages of every sentence. Korean is the first. */
export const langs = ["ko", "en"] as const;
export type Lang = (typeof langs)[number];

/** One sentence in both languages. `{name}` is a gap; see fill.ts for what may follow it. */
export interface Words {
  ko: string;
  en: string;
}

/** Sentences by key. Keys are dotted, the first part names the topic. */
export type Table = Readonly<Record<string, Words>>;

/** What may fill gaps. */
export type Values = Readonly<Record<string, string | number>>;
