import { isText } from "./same.ts";

/** Who is concerned by what a guide says: who uses the service, who opens the way, who runs the PCs. */
export const audiences = ["payer", "network", "admin"] as const;
export type Audience = (typeof audiences)[number];

/** One difference between two editions of a guide. */
export interface Change {
  kind: "added" | "removed" | "changed";
  /** The list it is in, such as `endpoints`; `guide` for what stands in no list. */
  what: string;
  /** The entry's id in the later edition, or in the earlier one where it is gone; `*` for the whole list. */
  id: string;
  /**
   * Dotted path within the entry; absent where the whole entry came or went. Positions count from 0 in
   * the later edition. Ends in `provenance` where source, days or certainty are what differs.
   */
  field?: string;
  before?: unknown;
  after?: unknown;
  audience: Audience[];
}

/** Source, days and certainty before and after, and the path to what they belong to. */
export function provenanceOf({ field, before, after }: Change):
  | {
      path: string[];
      was: Record<string, string | undefined>;
      is: Record<string, string | undefined>;
    }
  | undefined {
  const path = field?.split(".") ?? [];
  if (path.at(-1) !== "provenance") return undefined;
  return {
    path: path.slice(0, -1),
    was: before as Record<string, string>,
    is: after as Record<string, string>,
  };
}

/** The days of a change that says no more than that somebody looked again and found it so. */
export function verifiedAgain(change: Change): { before: string; after: string } | undefined {
  const found = provenanceOf(change);
  if (!found) return undefined;
  const { was, is } = found;
  const keys = Object.keys({ ...was, ...is });
  // What is from a source is so whether or not it says it.
  const isSourced = [was, is].every(({ certainty = "sourced" }) => certainty === "sourced");
  const more = keys.some((key) => !looking.includes(key) && !(key === "certainty" && isSourced));
  if (more || !was.verifiedOn || !is.verifiedOn || is.verifiedOn <= was.verifiedOn)
    return undefined;
  return { before: was.verifiedOn, after: is.verifiedOn };
}

const looking = ["verifiedOn", "source", "reviewBy"];

/**
 * Whether a text only says the same otherwise: it changed in one language, the other one stayed to
 * the letter, and names and figures in it are the same.
 */
export function isWording({ before, after }: Change): boolean {
  if (!isText(before) || !isText(after)) return false;
  const [was, is] = [before, after] as Record<string, string | undefined>[];
  const changed = ["ko", "en"].filter((lang) => was![lang] !== is![lang]);
  const [lang, other] = changed;
  if (lang === undefined || other !== undefined) return false;
  const [old, now] = [was![lang], is![lang]];
  // A translation that came or went, beside words that stayed.
  if (old === undefined || now === undefined) return true;
  if (was![lang === "ko" ? "en" : "ko"] === undefined) return false;
  return exact(old, lang) === exact(now, lang);
}

/** What no rewording changes: figures, and in Korean whatever is in Latin letters. */
function exact(text: string, lang: string): string {
  const words = text.match(/[A-Za-z0-9][\w.:/*%-]*/g) ?? [];
  return words.filter((word) => lang === "ko" || /\d/.test(word)).join(" ");
}
