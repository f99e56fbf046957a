import { type Change, provenanceOf, verifiedAgain } from "../guide/diff/change.ts";
import { entryOf } from "../guide/diff/lists.ts";
import { isMapping, isText, type Mapping } from "../guide/diff/same.ts";
import type { Guide } from "../guide/guide.ts";
import type { Text } from "../guide/schema/common.ts";
import type { Endpoint } from "../guide/schema/endpoint.ts";
import { hasSentence, say } from "../text/say.ts";
import type { Lang } from "../text/words.ts";
import { type Certificate, overWords } from "./guide-change-certificate.ts";
import { openingWords } from "./guide-change-network.ts";
import { differing, entryName, fieldWords, valueWords } from "./guide-change-parts.ts";

/** Both editions: names of things are taken from whichever has them. */
export interface Editions {
  before: Guide;
  after: Guide;
}

/** One change of a guide as a sentence or two, in one language. */
export function changeWords(change: Change, guides: Editions, lang: Lang): string {
  const { kind, what, id, field, before, after } = change;
  const entry = entryName(what, id, guides, lang);
  if (field === undefined) return wholeEntry(change, entry, guides, lang);
  if (what !== "guide" && id === "*")
    return say(lang, "change.order.list", { list: say(lang, `change.list.${what}`) });
  if (field === "id") {
    const gaps = { entry, before: String(before), after: String(after) };
    return say(lang, "change.renamed", gaps);
  }
  const provenance = provenanceOf(change);
  if (provenance) return provenanceWords(provenance, change, guides, lang);
  const path = field.split(".");
  const context = {
    guides,
    lang,
    name: path.findLast((part) => !/^\d+$/.test(part)) ?? field,
  };
  const gaps = {
    entry,
    field: fieldWords(path, entryStates(change, guides), lang),
    before: valueWords(before, context),
    after: valueWords(after, context),
  };
  // What goes by its place, such as a step, is a sentence and no name that a sentence could hold.
  const isPlace = /\d$/.test(field);
  if (kind === "added") return say(lang, isPlace ? "change.set" : "change.item.added", gaps);
  if (kind === "removed") return say(lang, isPlace ? "change.unset" : "change.item.removed", gaps);
  if (before === undefined) {
    const own = `change.set.${field}`;
    return say(lang, hasSentence(own) ? own : "change.set", gaps);
  }
  if (after === undefined) return say(lang, "change.unset", gaps);
  if (Array.isArray(before) && Array.isArray(after)) return say(lang, "change.order", gaps);
  if (isText(before) && isText(after)) return textWords(before as Text, after as Text, gaps, lang);
  const long = gaps.before.length + gaps.after.length > shortTogether;
  const [was, is] = long
    ? differing(bare(gaps.before), bare(gaps.after))
    : [gaps.before, gaps.after];
  return say(lang, long ? "change.text" : "change.value", { ...gaps, before: was, after: is });
}

const shortTogether = 60;

/** A single name without its marks, for a sentence that sets its own. */
function bare(words: string): string {
  return words.match(/^‘([^‘’]*)’$/)?.[1] ?? words;
}

function wholeEntry(
  { kind, what, before, after }: Change,
  entry: string,
  guides: Editions,
  lang: Lang,
): string {
  const value = (kind === "added" ? after : before) as Mapping;
  const sentence = say(lang, `change.${kind}`, { entry });
  if (what === "endpoints")
    return `${sentence} ${openingWords(value as unknown as Endpoint, lang)}`;
  const over = kind === "removed" && what === "certificates";
  const why = over ? overWords(value as unknown as Certificate, guides.after.edition, lang) : [];
  return [sentence, ...why].join(" ");
}

/** A text in two languages, of which perhaps only the one that is not being read changed. */
function textWords(
  before: Text,
  after: Text,
  gaps: { entry: string; field: string; before: string; after: string },
  lang: Lang,
): string {
  if (before.ko === after.ko) {
    // Where the English came or went, an English reader had or gets the Korean.
    if (lang === "ko" || !before.en || !after.en) return say(lang, "change.text.only-en", gaps);
  } else if (lang === "en" && before.en !== undefined && before.en === after.en) {
    return say(lang, "change.text.only-ko", gaps);
  }
  const [was, is] = differing(gaps.before, gaps.after);
  return say(lang, "change.text", { ...gaps, before: was, after: is });
}

function provenanceWords(
  { was, is, path }: NonNullable<ReturnType<typeof provenanceOf>>,
  change: Change,
  guides: Editions,
  lang: Lang,
): string {
  const { what, id } = change;
  const whole = entryName(what, id, guides, lang);
  const entry =
    path.length === 0 ? whole : `${whole} › ${fieldWords(path, entryStates(change, guides), lang)}`;
  const again = was.verifiedOn && is.verifiedOn && is.verifiedOn > was.verifiedOn;
  const first = again
    ? [say(lang, "change.verified", { entry, before: was.verifiedOn!, after: is.verifiedOn! })]
    : [];
  // Whoever looks again names the new source and the next day; that goes without saying.
  const said = again ? ["verifiedOn", "source", "reviewBy"] : [];
  if (verifiedAgain(change)) said.push("certainty");
  const keys = [...new Set([...Object.keys(is), ...Object.keys(was)])];
  const rest = keys
    .filter((key) => !said.includes(key))
    .map((key) => {
      const [before, after] = [was[key], is[key]];
      const word = before === undefined ? "set" : after === undefined ? "unset" : "value";
      const words = (value: string | undefined) => valueWords(value, { lang, name: key });
      const field = say(lang, `change.field.${key}`);
      return say(lang, `change.${word}`, {
        entry,
        field,
        before: words(before),
        after: words(after),
      });
    });
  const [head = "", ...more] = [...first, ...rest];
  const named = `${entry}: `;
  return [head, ...more.map((one) => (one.startsWith(named) ? one.slice(named.length) : one))].join(
    " ",
  );
}

/** The entry in the later and in the earlier edition, for the names of what lies in it. */
export function entryStates({ what, id }: Change, { before, after }: Editions): Mapping[] {
  const inOne = (guide: Guide) =>
    what === "guide" ? (guide as unknown as Mapping) : entryOf(guide, what, id);
  return [inOne(after), inOne(before)].filter(isMapping);
}
