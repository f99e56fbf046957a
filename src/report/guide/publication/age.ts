import { say } from "../../../text/say.ts";
import type { Lang } from "../../../text/words.ts";
import type { PartBlock, PublicationOptions } from "./publication.ts";

/** Where a fact is from and how old it is, as the guide's data says. */
export interface Origin {
  source?: string | undefined;
  verifiedOn?: string | undefined;
  reviewBy?: string | undefined;
  expires?: string | undefined;
  certainty?: "sourced" | "inferred" | "reconstructed" | undefined;
}

/** After so many days a fact is told to be old: two years. */
const oldDays = 731;
const dayMs = 86_400_000;

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

/** What a day to judge by makes of it. */
export function ageLines(
  { verifiedOn, reviewBy, expires }: Origin,
  { today, lang }: PublicationOptions,
  what: "" | ".addresses" = "",
): string[] {
  if (today === undefined) return [];
  const lines: string[] = [];
  if (expires !== undefined && expires < today)
    lines.push(say(lang, "publication.ended", { day: expires }));
  if (reviewBy !== undefined && reviewBy < today)
    lines.push(say(lang, "publication.due", { day: reviewBy }));
  if (verifiedOn !== undefined && isOld(verifiedOn, today)) {
    lines.push(say(lang, `publication.old${what}`, { month: monthOf(verifiedOn, lang) }));
  }
  return lines;
}

/** 2018년 11월, November 2018. */
function monthOf(day: string, lang: Lang): string {
  const format = new Intl.DateTimeFormat(lang, { year: "numeric", month: "long", timeZone: "UTC" });
  return format.format(Date.parse(day));
}

function isOld(day: string, today: string): boolean {
  return Date.parse(today) - Date.parse(day) > oldDays * dayMs;
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
