import type { Evidence, Fact } from "../evidence/evidence.ts";

/** Evidence without what its report does not need, and how many entries each probe's list lost. */
export interface Thinned {
  evidence: Evidence;
  left: Record<string, number>;
}

/** Shorter lists and texts are not worth a try. */
const entriesLeast = 4;
const textLeast = 60;

/** Every try is a judgement of the whole evidence, which takes a few milliseconds. */
const triesMost = 600;

/**
 * Leaves out entries of long lists (a PC's other programs, its other roots) and the text of web answers
 * wherever the report stays the same without them. It is tried, not presumed: what was left out has been
 * shown to change nothing.
 *
 * @param isSame whether evidence gives the very report that the whole evidence gives
 */
export function thin(evidence: Evidence, isSame: (tried: Evidence) => boolean): Thinned {
  let tries = 0;
  let facts = evidence.facts;
  const holds = (at: number, fact: unknown): boolean => {
    tries += 1;
    return tries <= triesMost && isSame({ ...evidence, facts: withFact(facts, at, fact) });
  };
  const left: Record<string, number> = {};
  for (const [at, { probe, fact }] of evidence.facts.entries()) {
    const list = listOf(fact);
    if (list.length >= entriesLeast) {
      const kept = needed([], list, [], (some) => holds(at, { ...(fact as object), value: some }));
      if (kept.length < list.length) left[probe] = (left[probe] ?? 0) + list.length - kept.length;
      facts = withFact(facts, at, { ...(fact as object), value: kept });
    }
    const short = withoutText(fact);
    if (short !== undefined && holds(at, short)) {
      left[probe] = (left[probe] ?? 0) + 1;
      facts = withFact(facts, at, short);
    }
  }
  return { evidence: { ...evidence, facts }, left };
}

/** Those of `part` that are needed, given what stands before and after: halves of halves. */
function needed<T>(before: T[], part: T[], after: T[], holds: (some: T[]) => boolean): T[] {
  if (holds([...before, ...after])) return [];
  if (part.length === 1) return part;
  const middle = part.length >> 1;
  const [first, second] = [part.slice(0, middle), part.slice(middle)];
  const kept = needed(before, first, [...second, ...after], holds);
  return [...kept, ...needed([...before, ...kept], second, after, holds)];
}

function withFact(facts: readonly Fact[], at: number, fact: unknown): Fact[] {
  return facts.map((one, place) => (place === at ? { ...one, fact } : one));
}

function listOf(fact: unknown): unknown[] {
  const { state, value } = (fact ?? {}) as { state?: unknown; value?: unknown };
  return state === "found" && Array.isArray(value) ? value : [];
}

/** The same fact without the words of its web answer; undefined where there are none to speak of. */
function withoutText(fact: unknown): unknown {
  const { http } = (fact ?? {}) as { http?: { body?: unknown } };
  if (typeof http?.body !== "string" || http.body.length < textLeast) return undefined;
  return { ...(fact as object), http: { ...http, body: "" } };
}
