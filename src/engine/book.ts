import type { Evidence } from "../evidence/evidence.ts";
import { factKey } from "../evidence/fact-key.ts";
import type { FactOf, Given, ProbeId } from "../evidence/facts.ts";

/** One fact with what its probe was given; `at` is ms after the evidence began. */
export interface Entry<P extends ProbeId> {
  with: Given<P>;
  fact: FactOf<P>;
  at: number;
}

/** The evidence, by what was looked at. */
export interface Book {
  /** What was seen, or undefined where nobody looked or the probe broke. */
  get<P extends ProbeId>(probe: P, given: Given<P>): FactOf<P> | undefined;
  all<P extends ProbeId>(probe: P): Entry<P>[];
  /** The only fact of a probe that looks once per PC. */
  one<P extends ProbeId>(probe: P): FactOf<P> | undefined;
  /** Whether somebody looked, with or without success. */
  asked(probe: ProbeId, given: Record<string, unknown>): boolean;
}

export function openBook(evidence: Pick<Evidence, "facts">): Book {
  const byKey = new Map<string, unknown>();
  const byProbe = new Map<string, Entry<ProbeId>[]>();
  for (const { probe, with: given, fact, at } of evidence.facts) {
    byKey.set(factKey(probe, given), fact);
    if (fact === undefined) continue;
    const entries = byProbe.get(probe) ?? [];
    entries.push({ with: given, fact, at } as Entry<ProbeId>);
    byProbe.set(probe, entries);
  }
  const all = <P extends ProbeId>(probe: P) => (byProbe.get(probe) ?? []) as unknown as Entry<P>[];
  return {
    get: <P extends ProbeId>(probe: P, given: Given<P>) =>
      byKey.get(factKey(probe, given)) as FactOf<P> | undefined,
    all,
    one: (probe) => all(probe)[0]?.fact,
    asked: (probe, given) => byKey.has(factKey(probe, given)),
  };
}
