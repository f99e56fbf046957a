import type { Guide } from "../guide/guide.ts";
import { say } from "../text/say.ts";
import type { Lang } from "../text/words.ts";
import { pick } from "./words.ts";

export type Certificate = Guide["certificates"][number];

/**
 * Why a certificate must not be installed any more, by its own entry alone: each that it may be had
 * expired or lost its trust before the month of the edition. Nothing where one of them still holds.
 */
export function overWords({ candidates }: Certificate, edition: string, lang: Lang): string[] {
  const [year = "", month = "1"] = edition.split(".");
  const begin = `${year}-${month.padStart(2, "0")}-01`;
  const reasons = candidates.map(({ distrusted, notAfter }) => {
    if (distrusted && distrusted.since < begin) return pick(distrusted.note, lang);
    if (notAfter !== undefined && notAfter < begin)
      return say(lang, "change.certificate.expired", { day: notAfter });
    return undefined;
  });
  if (reasons.includes(undefined)) return [];
  const why = [...new Set(reasons)].join(" ");
  return [say(lang, "change.certificate.over", { why })];
}
