import type { FactAge } from "../guide/ages.ts";
import { entryOf } from "../guide/diff/lists.ts";
import type { Guide } from "../guide/guide.ts";
import { plain } from "../text/plain.ts";
import { say } from "../text/say.ts";
import type { Lang } from "../text/words.ts";
import { entryName, fieldWords } from "./guide-change-parts.ts";

/** What a fact is and how old: `pg.bankpay.or.kr 주소, 2018-11-01 확인`. */
export function factWords(fact: FactAge, guide: Guide, lang: Lang): string {
  const { verifiedOn, reviewBy, expires } = fact;
  const name = factName(fact, guide, lang);
  return [
    verifiedOn === undefined
      ? say(lang, "age.never", { fact: name })
      : say(lang, "age.verified", { fact: name, day: verifiedOn }),
    ...(reviewBy === undefined ? [] : [say(lang, "age.review", { day: reviewBy })]),
    ...(expires === undefined ? [] : [say(lang, "age.expires", { day: expires })]),
  ].join(", ");
}

function factName({ what, id, path }: FactAge, guide: Guide, lang: Lang): string {
  const entry = entryOf(guide, what, id);
  if (what === "endpoints" && entry)
    return say(lang, "age.address", { host: plain(String(entry.host)) });
  const name = entryName(what, id, { before: guide, after: guide }, lang);
  const inner = path.slice(2).map(String);
  if (inner.length === 0 || !entry) return name;
  return `${name} › ${fieldWords(inner, [entry], lang)}`;
}
