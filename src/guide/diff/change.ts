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
  const more = Object.keys({ ...was, ...is }).some((key) => !looking.includes(key));
  if (more || !was.verifiedOn || !is.verifiedOn || is.verifiedOn <= was.verifiedOn)
    return undefined;
  return { before: was.verifiedOn, after: is.verifiedOn };
}

const looking = ["verifiedOn", "source", "reviewBy"];
