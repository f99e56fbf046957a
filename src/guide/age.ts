/** The days of a fact, as they stand in a guide (YYYY-MM-DD). */
export interface Dated {
  verifiedOn?: string | undefined;
  reviewBy?: string | undefined;
  expires?: string | undefined;
}

/**
 * How a fact stands on a day. `expired`: its last day is over. `due`: somebody should have looked
 * again. `unverified`: nobody has said when it was true. Days themselves still count as current.
 */
export type AgeState = "current" | "due" | "expired" | "unverified";

/** A fact without a day of review is looked at again after a year. */
export function ageOf(fact: Dated, today: string): AgeState {
  const { verifiedOn, reviewBy, expires } = fact;
  if (expires !== undefined && today > expires) return "expired";
  if (reviewBy !== undefined && today > reviewBy) return "due";
  if (verifiedOn === undefined) return "unverified";
  return reviewBy === undefined && isOld(verifiedOn, today) ? "due" : "current";
}

/** Whether a day lies more than a year before another. */
export function isOld(verifiedOn: string, today: string): boolean {
  return today > yearAfter(verifiedOn);
}

/** The last day on which a fact is current; undefined where nobody has verified it. */
export function lastDay({ verifiedOn, reviewBy, expires }: Dated): string | undefined {
  const review = reviewBy ?? (verifiedOn === undefined ? undefined : yearAfter(verifiedOn));
  if (expires === undefined || review === undefined) return expires ?? review;
  return expires < review ? expires : review;
}

// Days are compared as texts, so that 29 February needs no calendar.
function yearAfter(day: string): string {
  return `${String(Number(day.slice(0, 4)) + 1).padStart(4, "0")}${day.slice(4)}`;
}
