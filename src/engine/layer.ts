import type { Wish } from "../evidence/facts.ts";
import type { Reason } from "../evidence/report.ts";
import type { Verdict } from "../evidence/verdict.ts";

/** What one layer of one row comes to. */
export interface LayerResult {
  verdict: Verdict | "not-tested";
  because: Reason[];
  /** Tests that separate what looks alike here and have not run yet. */
  wants: Wish[];
  /** The test that would decide, where it could not run or said nothing. */
  decidedBy?: Reason;
}

export const notTested: LayerResult = { verdict: "not-tested", because: [], wants: [] };

export function passed(...because: Reason[]): LayerResult {
  return { verdict: "ok", because, wants: [] };
}

export function failed(verdict: Verdict, ...because: Reason[]): LayerResult {
  return { verdict, because, wants: [] };
}

/** A verdict that a test could deepen: its common parent until that has run. */
export function undecided(
  verdict: Verdict,
  decidedBy: Reason,
  wants: Wish[],
  ...because: Reason[]
): LayerResult {
  return { verdict, because, wants, decidedBy };
}

export function reason(key: string, gaps?: Record<string, string | number>): Reason {
  return gaps === undefined ? { key } : { key, with: gaps };
}

/** Milliseconds as people read them. */
export function rounded(ms: number): number {
  return ms < 10 ? Math.round(ms * 10) / 10 : Math.round(ms);
}
