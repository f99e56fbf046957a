import {
  type Audience,
  audiences,
  type Change,
  isWording,
  provenanceOf,
  verifiedAgain,
} from "../guide/diff/change.ts";
import { say, sayOf } from "../text/say.ts";
import type { Lang } from "../text/words.ts";
import { changeWords, type Editions, entryStates } from "./guide-change.ts";
import { unchangedWords } from "./guide-change-network.ts";
import { entryName, placeWords } from "./guide-change-parts.ts";
import { briefLines } from "./guide-changes-brief.ts";

/** What changed for one audience, in sentences. */
export interface ChangeGroup {
  audience: Audience | "all";
  title: string;
  lines: string[];
}

/** Names that are told of what comes together; the rest is counted. */
const namedMost = 8;

/** An entry with more changes than these is told by the places that changed. */
const toldMost = 3;

/** Of these every address and port has to be typed somewhere, however many there are. */
const toldInFull = ["endpoints", "groups"];

const estimateLists = ["retry", "likelihoods", "efforts", "dialogues"];

/**
 * A list of changes as people read it: first what concerns everybody, then for each audience what
 * concerns it. What was only looked at again, what is only another number or another order, comes
 * together at the end of its group; an entry that changed in many places is one line.
 *
 * @param only one audience; it is then told what concerns everybody, too
 * @param full whether everybody is told everything; otherwise those who only use the service are told
 *   at most about a page
 */
export function changeGroups(
  changes: readonly Change[],
  guides: Editions,
  lang: Lang,
  only?: Audience,
  full = true,
): ChangeGroup[] {
  const all = (change: Change) => change.audience.length === audiences.length;
  // A guide is mostly published with its edition; one line says both.
  const edition = changes.find(({ what, field }) => what === "guide" && field === "edition");
  const isTwice = ({ what, field, before, after }: Change) =>
    edition !== undefined &&
    [what, field].join(".") === "guide.published" &&
    [before, after].join() === [edition.before, edition.after].join();
  const groups: [ChangeGroup["audience"], Change[]][] = [
    ["all", changes.filter((change) => all(change) && !isTwice(change))],
    ...audiences
      .filter((audience) => only === undefined || audience === only)
      .map((audience): [Audience, Change[]] => [
        audience,
        changes.filter((change) => !all(change) && change.audience.includes(audience)),
      ]),
  ];
  return groups
    .filter(([, own]) => own.length > 0)
    .map(([audience, own]) => ({
      audience,
      title: sayOf(guides.after, lang, `change.for.${audience}`),
      lines: [
        ...(audience === "payer" && !full ? onePage(own, guides, lang) : lines(own, guides, lang)),
        ...(audience === "network" ? unchangedWords(guides.before, guides.after, lang) : []),
      ],
    }));
}

/** What fits on a page, beside what concerns everybody. */
const pageMost = 15;

function onePage(own: Change[], guides: Editions, lang: Lang): string[] {
  const all = lines(own, guides, lang);
  if (all.length <= pageMost) return all;
  return briefLines(
    own,
    own.filter((change) => mannerOf(change) === "told"),
    guides,
    lang,
  );
}

type Manner =
  | "told"
  | "wording"
  | "order"
  | "inner-order"
  | "source"
  | "estimate"
  | "check"
  | "again"
  | "origin";

function mannerOf(change: Change): Manner {
  const { what, id, field = "", before, after } = change;
  // A question and its answers are read by people; how likely each is, is not.
  const isNumber = what === "questions" && /^(minutes|basis|where|otherwise)\b/.test(field);
  if (isNumber || estimateLists.includes(what)) return "estimate";
  if (id === "*") return "order";
  if (what === "sources") return "source";
  if (isWording(change)) return "wording";
  if (/^(confirmedBy|verifies|pageSees)\b/.test(field)) return "check";
  if (Array.isArray(before) && Array.isArray(after)) return "inner-order";
  if (verifiedAgain(change)) return "again";
  const { was = {}, is = {} } = provenanceOf(change) ?? { was: { expires: "" } };
  return "expires" in was || "expires" in is ? "told" : "origin";
}

function lines(changes: Change[], guides: Editions, lang: Lang): string[] {
  const by = Map.groupBy(changes, mannerOf);
  const of = (manner: Manner) => by.get(manner) ?? [];
  const lists = [...new Set(of("order").map(({ what }) => say(lang, `change.list.${what}`)))];
  const days = Map.groupBy(of("again"), (one) => Object.values(verifiedAgain(one)!).join(" "));
  const entries = (manner: Manner) =>
    new Set(of(manner).map(({ what, id }) => JSON.stringify([what, id]))).size;
  const counted = (key: string, count: number) => (count > 0 ? [say(lang, key, { count })] : []);
  const named = (same: Change[], key: string, gaps = {}) => together(same, key, gaps, guides, lang);
  // Of many, names are no help, and --json has each.
  const fewNamed = (manner: Manner, key: string) => {
    const all = of(manner);
    return all.length > namedMost ? counted(key, all.length) : named(all, key);
  };
  return [
    ...told(of("told"), guides, lang),
    ...(lists.length > 0 ? [`${say(lang, "change.orders")}: ${lists.join(", ")}`] : []),
    ...fewNamed("source", "change.sources"),
    ...[...days.values()].flatMap((same) =>
      named(same, "change.verified.many", verifiedAgain(same[0]!)),
    ),
    ...fewNamed("origin", "change.again"),
    ...counted("change.wording", of("wording").length),
    ...counted("change.checks", entries("check")),
    ...counted("change.orders.inner", of("inner-order").length),
    ...counted("change.estimates", entries("estimate")),
  ];
}

/** Each entry's changes, one sentence for each or, where they are many, one for all. */
function told(changes: Change[], guides: Editions, lang: Lang): string[] {
  const entries = Map.groupBy(changes, ({ what, id }) => JSON.stringify([what, id]));
  return [...entries.values()].flatMap((own) => {
    const { what, id } = own[0]!;
    const isGuide = what === "guide";
    if (own.length <= toldMost || isGuide || toldInFull.includes(what))
      return own.map((change) => changeWords(change, guides, lang));
    const places = own.map((change) =>
      placeWords(change.field ?? "", entryStates(change, guides), lang),
    );
    const entry = entryName(what, id, guides, lang);
    return [`${say(lang, "change.many", { entry })}: ${[...new Set(places)].join(", ")}`];
  });
}

/** Changes that are told by the names of what changed; one alone in its own words. */
function together(
  same: Change[],
  key: string,
  gaps: Record<string, string>,
  guides: Editions,
  lang: Lang,
): string[] {
  if (same.length < 2) return same.map((change) => changeWords(change, guides, lang));
  const names = [...new Set(same.map(({ what, id }) => entryName(what, id, guides, lang)))];
  const shown = names.slice(0, namedMost);
  if (names.length > namedMost)
    shown.push(say(lang, "change.more", { count: names.length - namedMost }));
  return [`${say(lang, key, { ...gaps, count: same.length })}: ${shown.join(", ")}`];
}
