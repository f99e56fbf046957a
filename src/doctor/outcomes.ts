import type { GivenFact } from "../evidence/facts.ts";
import type { Guide } from "../guide/guide.ts";
import type { System } from "../machine/system.ts";
import { openJournals } from "./journal.ts";
import { journalStateOf } from "./journal-state.ts";

/** Most remedies of one guide that are counted; the format has room for no more. */
const most = 500;

/**
 * How often each remedy has helped on this PC, of whatever edition: a treatment that was verified and
 * still stands. Undefined where there is none.
 */
export async function outcomesHere(
  system: System,
  { id, remedies }: Guide,
): Promise<GivenFact | undefined> {
  if ((await system.elevated()).state === "not-applicable") return undefined;
  const { kept } = await openJournals(system).list();
  const times = new Map<string, number>();
  for (const one of kept) {
    const { guide, remedy, ended } = one.journal;
    const state = journalStateOf(one);
    if (guide.id !== id || ended !== "applied" || (state !== "open" && state !== "lasting"))
      continue;
    if (remedies.some((known) => known.id === remedy))
      times.set(remedy, (times.get(remedy) ?? 0) + 1);
  }
  const helped = [...times].slice(0, most).map(([remedy, count]) => ({ remedy, times: count }));
  return helped.length > 0 ? { probe: "outcomes", with: {}, fact: { helped } } : undefined;
}
