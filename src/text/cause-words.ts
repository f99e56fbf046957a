/** What is said about one verdict or cause, in one language. */
export interface CauseWords {
  /** A few words, fit for a heading. */
  title: string;
  /** What it means for someone who only wants to pay: one sentence. */
  payer: string;
  /** Who acts, and what they do: one sentence. */
  act: string;
  /** The same for an engineer: one technical sentence. */
  engineer: string;
  /** The one test that would overturn or decide it. */
  overturn: string;
}

export type CauseEntry = Readonly<{ ko: CauseWords; en: CauseWords }>;

export const causeFields = ["title", "payer", "act", "engineer", "overturn"] as const;
