import type { GivenFact } from "../evidence/facts.ts";
import type { Guide } from "../guide/guide.ts";
import type { System } from "../machine/system.ts";
import { openJournals } from "./journal.ts";
import { journalStateOf } from "./journal-state.ts";

/** Most remedies of one guide that are counted; the format has room for no more. */
const most = 500;

/**
 * How often each remedy has helped on this PC, of whatever edition, once for each day: a check that
 * had failed passed afterwards, and what was changed still stands. Undefined where there is none.
 */
export async function outcomesHere(
  system: System,
  { id, remedies }: Guide,
): Promise<GivenFact | undefined> {
  if ((await system.elevated()).state === "not-applicable") return undefined;
  const { kept } = await openJournals(system).list();
  const days = new Map<string, Set<string>>();
  for (const one of kept) {
    const { guide, remedy, helped, startedAt } = one.journal;
    const state = journalStateOf(one);
    if (guide.id !== id || !helped || (state !== "open" && state !== "lasting")) continue;
    if (!remedies.some((known) => known.id === remedy)) continue;
    const known = days.get(remedy) ?? new Set();
    days.set(remedy, known.add(startedAt.slice(0, 10)));
  }
  const helped = [...days].slice(0, most).map(([remedy, of]) => ({ remedy, times: of.size }));
  return helped.length > 0 ? { probe: "outcomes", with: {}, fact: { helped } } : undefined;
}
