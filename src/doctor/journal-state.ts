import { isOpen, isUnfinished, type Kept } from "./journal.ts";

/** What a treatment's journal comes to, in one word. */
export type JournalState = "interrupted" | "open" | "rolled-back" | "undone" | "lasting";

/** `lasting`: nothing of it can be taken back, and nothing was. */
export function journalStateOf(kept: Kept): JournalState {
  if (isUnfinished(kept)) return "interrupted";
  if (isOpen(kept)) return "open";
  const { ended, entries } = kept.journal;
  if (ended === "rolled-back") return "rolled-back";
  return entries.some(({ state }) => state === "undone") ? "undone" : "lasting";
}
