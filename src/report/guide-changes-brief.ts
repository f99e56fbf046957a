import type { Change } from "../guide/diff/change.ts";
import { say } from "../text/say.ts";
import type { Lang } from "../text/words.ts";
import { changeWords, type Editions } from "./guide-change.ts";
import { titleOf } from "./guide-change-parts.ts";

/** What somebody who uses the service meets, in the order in which it is met. */
const met = [
  ...["symptoms", "browsers", "sites", "wrong", "popups", "toolbars", "localNetwork"],
  ...["remedies", "questions", "sections"],
];

/** Changes of one list that are told one by one; more of them are named and counted. */
const toldMost = 2;
/** Names of one kind; the rest is counted. */
const namedMost = 5;

/**
 * What is new, gone and different for somebody who only wants to go on using the service: names and
 * numbers, list by list, and how to see all of it.
 *
 * @param changes all that concern this person
 * @param told those of them that are more than a date, an order or a better word
 */
export function briefLines(
  changes: readonly Change[],
  told: readonly Change[],
  guides: Editions,
  lang: Lang,
): string[] {
  const shown = told.filter(({ what }) => met.includes(what));
  const count = changes.length - shown.length;
  return [
    ...met.flatMap((what) =>
      ofList(
        shown.filter((change) => change.what === what),
        guides,
        lang,
      ),
    ),
    ...(count > 0 ? [say(lang, "change.brief.rest", { count })] : []),
    say(lang, "change.brief.all"),
  ];
}

function ofList(own: readonly Change[], guides: Editions, lang: Lang): string[] {
  if (own.length <= toldMost) return own.map((change) => changeWords(change, guides, lang));
  const came = own.filter(({ field }) => field === undefined);
  const whole = (kind: Change["kind"]) => came.filter((change) => change.kind === kind);
  const parts = {
    added: whole("added"),
    removed: whole("removed"),
    changed: own.filter(({ field }) => field !== undefined),
  };
  const list = say(lang, `change.list.${own[0]!.what}`);
  return Object.entries(parts).flatMap(([kind, some]) => {
    const names = [...new Set(some.map(({ what, id }) => `‘${titleOf(what, id, guides, lang)}’`))];
    const count = names.length;
    if (count === 0) return [];
    const few = names.slice(0, namedMost);
    if (count > few.length) few.push(say(lang, "change.more", { count: count - few.length }));
    // As a gap the names would be cut.
    return [`${say(lang, `change.brief.${kind}`, { list, count })}: ${few.join(", ")}`];
  });
}
