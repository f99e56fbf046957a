import { ageOf, type Dated, isOld } from "../../../guide/age.ts";
import { say } from "../../../text/say.ts";
import type { Lang } from "../../../text/words.ts";
import type { PartBlock, PublicationOptions } from "./publication.ts";

/** Where a fact is from and how old it is, as the guide's data says. */
export interface Origin extends Dated {
  source?: string | undefined;
  certainty?: "sourced" | "inferred" | "reconstructed" | undefined;
}

/** The small print below facts: source and days; with a day to judge by, what is overdue or old. */
export function originNote(
  origin: Origin,
  options: PublicationOptions,
  what: "" | ".addresses" = "",
): Extract<PartBlock, { kind: "note" }>[] {
  const line = originLine(origin, options.lang);
  const lines = [...(line === "" ? [] : [line]), ...ageLines(origin, options, what)];
  return lines.length > 0 ? [{ kind: "note", lines }] : [];
}

/** The same on one line; empty where nothing is known. */
export function originLine(
  { source, verifiedOn, reviewBy, expires, certainty }: Origin,
  lang: Lang,
): string {
  return [
    ...(source ? [say(lang, "publication.source", { source })] : []),
    ...(verifiedOn ? [say(lang, "publication.verified", { day: verifiedOn })] : []),
    ...(reviewBy ? [say(lang, "publication.review", { day: reviewBy })] : []),
    ...(expires ? [say(lang, "publication.ends", { day: expires })] : []),
    ...(certainty === "inferred" || certainty === "reconstructed"
      ? [say(lang, `publication.${certainty}`)]
      : []),
  ].join(" · ");
}

/**
 * What a day to judge by makes of it, as `ageOf` does: a fact with a day of review is not old before that.
 */
export function ageLines(
  { verifiedOn, reviewBy, expires }: Origin,
  { today, lang }: PublicationOptions,
  what: "" | ".addresses" = "",
): string[] {
  if (today === undefined) return [];
  const lines: string[] = [];
  if (expires !== undefined && ageOf({ expires }, today) === "expired")
    lines.push(say(lang, "publication.ended", { day: expires }));
  if (reviewBy !== undefined && ageOf({ reviewBy }, today) === "due")
    lines.push(say(lang, "publication.due", { day: reviewBy }));
  if (verifiedOn !== undefined && reviewBy === undefined && isOld(verifiedOn, today)) {
    const [year, month] = verifiedOn.split("-").map(Number);
    lines.push(say(lang, `publication.old${what}`, { year: year!, month: month! }));
  }
  return lines;
}

/** The same of facts that are told together: each day that has passed once, then `oldLines`. */
export function ageLinesOfAll(
  facts: readonly Dated[],
  options: PublicationOptions,
  what: "" | ".addresses" = "",
): string[] {
  const passed = facts.flatMap(({ verifiedOn: _, ...days }) => ageLines(days, options));
  return [...new Set(passed), ...oldLines(facts, options, what)];
}

/** Of facts without a day of review the one verified longest ago, which speaks for all. */
export function oldLines(
  facts: readonly Dated[],
  options: PublicationOptions,
  what: "" | ".addresses" = "",
): string[] {
  const [verifiedOn] = facts
    .flatMap((fact) => (fact.reviewBy === undefined ? (fact.verifiedOn ?? []) : []))
    .sort();
  return verifiedOn === undefined ? [] : ageLines({ verifiedOn }, options, what);
}

/** The days on which anything in the data was verified, first and last; undefined where there is none. */
export function verifiedDays(data: unknown): { first: string; last: string } | undefined {
  const days = daysIn(data).sort();
  const [first] = days;
  return first === undefined ? undefined : { first, last: days.at(-1)! };
}

function daysIn(value: unknown): string[] {
  if (value === null || typeof value !== "object") return [];
  return Object.entries(value).flatMap(([name, each]) =>
    name === "verifiedOn" && typeof each === "string" ? [each] : daysIn(each),
  );
}
