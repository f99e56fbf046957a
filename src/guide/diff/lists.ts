import type { Guide } from "../guide.ts";
import type { Mapping } from "./same.ts";

/** A guide's lists in the order in which their changes are told, and the fields that name an entry. */
export const lists: readonly (readonly [what: string, keys: readonly string[]])[] = [
  ["groups", ["id"]],
  ["endpoints", ["id"]],
  ["sites", ["id"]],
  ["wrong", ["entry"]],
  ["browsers", ["id"]],
  ["popups", ["id"]],
  ["toolbars", ["id"]],
  ["localNetwork", ["id"]],
  ["programs", ["id"]],
  ["agents", ["id"]],
  ["certificates", ["id"]],
  ["files", ["id"]],
  ["symptoms", ["id"]],
  ["causes", ["id"]],
  ["remedies", ["id"]],
  ["questions", ["id"]],
  ["dialogues", ["id"]],
  ["retry", []],
  ["likelihoods", ["cause", "symptom"]],
  ["efforts", ["remedy"]],
  ["sections", ["id"]],
  ["openQuestions", ["id"]],
  ["sources", ["id"]],
];

/** Entries of a list; of one that an edition lacks, none. */
export function entriesOf(guide: Guide, what: string): Mapping[] {
  return ((guide as unknown as Record<string, Mapping[] | undefined>)[what] ?? []) as Mapping[];
}

/** The name of an entry within its list. */
export function idOf(entry: Mapping, what: string, keys: readonly string[]): string {
  const parts = keys.map((key) => entry[key]).filter((part) => part !== undefined);
  return parts.length > 0 ? parts.join("/") : what;
}

/** An entry by the name that changes give it. */
export function entryOf(guide: Guide, what: string, id: string): Mapping | undefined {
  const keys = lists.find(([list]) => list === what)?.[1] ?? ["id"];
  const entries = entriesOf(guide, what);
  // A published list has thousands of entries, and each is looked up by this.
  const [key] = keys;
  if (keys.length === 1 && key) return entries.find((entry) => entry[key] === id);
  return entries.find((entry) => idOf(entry, what, keys) === id);
}
