import type { Guide } from "../../../guide/guide.ts";
import { say, sayOf } from "../../../text/say.ts";
import { pick } from "../../words.ts";
import { openQuestions } from "../open-questions.ts";
import { partId } from "../part-id.ts";
import { remedyTitle } from "../remedy-part.ts";
import { verifiedDays } from "./age.ts";
import { changesPart } from "./changes.ts";
import { linked } from "./linked.ts";
import { openingParts } from "./openings.ts";
import {
  agentPages,
  browserPages,
  certificatePages,
  filePages,
  partOf,
  programPages,
} from "./pc.ts";
import type { Part, PartBlock, Publication, PublicationOptions } from "./publication.ts";
import { remedyPages } from "./remedies.ts";
import { type Chosen, chosenFor, type Kind, readersOf } from "./selection.ts";
import { sourcesPart } from "./sources.ts";
import { symptomPages } from "./symptoms.ts";

/**
 * The whole guide for print, in its own order, or what of it is for one audience. Pure: the same
 * guide and options give the same publication. `before` is the edition that changes are told against.
 */
export function publicationOf(
  guide: Guide,
  options: PublicationOptions,
  before?: Guide,
): Publication {
  const { lang, audience } = options;
  const chosen = chosenFor(audience);
  const sections = guide.sections.filter(
    (section) => audience === undefined || section.audience.includes(audience),
  );
  const named = new Set(sections.flatMap(({ contains }) => contains));
  const more: Chosen = (kind, entry) =>
    chosen(kind, entry) && !named.has(entry.id) && !isOnlyInPlace(guide, kind, entry.id);
  const who = audience && sayOf(guide, lang, `publication.for.${audience}`);
  const title = pick(guide.title, lang);
  const parts = [
    ...sections.map((section) => sectionPart(guide, section, chosen, options)),
    ...some(say(lang, "guide.more"), "more", partsWith(guide, more, options)),
    ...openQuestions(guide, lang).map((section) => partOf(section, options)),
    ...(before ? changesPart(before, guide, options) : []),
    sourcesPart(guide, options),
  ];
  return {
    lang,
    title: who ? `${title} (${who})` : title,
    cover: coverOf(guide, options),
    made: say(lang, "publication.made", { guide: `${guide.id}@${guide.edition}` }),
    day: dayOf(guide.published),
    parts: linked(guide, parts, lang),
  };
}

/** Symptoms belong to the section that explains how to choose among them. */
function isOnlyInPlace({ sections }: Guide, kind: Kind, id: string): boolean {
  return kind === "symptoms" && sections.some(({ contains }) => contains.includes(id));
}

function some(title: string, id: string, parts: Part[]): Part[] {
  return parts.length > 0 ? [{ id, title, blocks: [], parts }] : [];
}

function sectionPart(
  guide: Guide,
  section: Guide["sections"][number],
  chosen: Chosen,
  options: PublicationOptions,
): Part {
  const { lang } = options;
  const isLast = section.id === guide.sections.at(-1)?.id;
  const isHere = ({ id }: { id: string }) => section.contains.includes(id);
  const here: Chosen = (kind, entry) => isHere(entry) && chosen(kind, entry);
  const others: Chosen = (kind, entry) => isHere(entry) && !chosen(kind, entry);
  return {
    id: partId("section", section.id),
    title: `${section.number}. ${pick(section.title, lang)}`,
    blocks: [
      ...section.paragraphs.map(
        ({ text }): PartBlock => ({ kind: "text", text: pick(text, lang) }),
      ),
      ...elsewhere(guide, others, options),
    ],
    parts: [...partsWith(guide, here, options), ...(isLast ? [escalation(guide, options)] : [])],
  };
}

/** The parts of some entries by kind, in the order of the guide's files. */
function partsWith(guide: Guide, has: Chosen, options: PublicationOptions): Part[] {
  const of = <K extends Kind>(kind: K) => entriesOf(guide, kind, has);
  return [
    ...browserPages(guide, of("browsers"), options),
    ...of("symptoms").map((symptom) => symptomPages(guide, symptom, options)),
    ...openingParts(guide, of("groups"), options),
    ...certificatePages(of("certificates"), options),
    ...filePages(of("files"), options),
    ...programPages(of("programs"), options),
    ...agentPages(of("agents"), options),
    ...of("remedies").map((remedy) => remedyPages(guide, remedy, options)),
  ];
}

function entriesOf<K extends Kind>(guide: Guide, kind: K, has: Chosen): Guide[K][number][] {
  const entries: readonly Guide[K][number][] = guide[kind];
  return entries.filter((entry) => has(kind, entry));
}

/** What a section has for others: a reader should know that there is more, and whom to ask. */
function elsewhere(guide: Guide, has: Chosen, options: PublicationOptions): PartBlock[] {
  const { lang } = options;
  const line = (kind: Kind, title: string) => {
    if (entriesOf(guide, kind, has).length === 0) return [];
    const readers = readersOf(kind).map((reader) =>
      sayOf(guide, lang, `publication.for.${reader}`),
    );
    return [`${title}: ${readers.join(", ")}`];
  };
  const items = [
    ...line("groups", say(lang, "publication.elsewhere.openings")),
    ...line("certificates", say(lang, "guide.certificates")),
    ...entriesOf(guide, "remedies", has).map((remedy) =>
      say(lang, "publication.by", {
        title: remedyTitle(remedy, lang),
        owner: sayOf(guide, lang, `owner.${remedy.owner}`),
      }),
    ),
  ];
  if (items.length === 0) return [];
  return [
    { kind: "text", text: say(lang, "publication.elsewhere") },
    { kind: "list", items },
  ];
}

function escalation(guide: Guide, { lang }: PublicationOptions): Part {
  const { text, remedy, source } = guide.escalation;
  const found = guide.remedies.find(({ id }) => id === remedy);
  return {
    id: "escalation",
    title: say(lang, "guide.escalation"),
    blocks: [
      { kind: "text", text: pick(text, lang) },
      ...(found
        ? [
            {
              kind: "links" as const,
              label: "",
              links: [{ to: partId("remedy", remedy), text: remedyTitle(found, lang) }],
            },
          ]
        : []),
      ...(source
        ? [{ kind: "note" as const, lines: [say(lang, "publication.source", { source })] }]
        : []),
    ],
    parts: [],
  };
}

function coverOf(guide: Guide, { lang, audience, today }: PublicationOptions): [string, string][] {
  const row = (key: string, value: string): [string, string] => [
    say(lang, `publication.cover.${key}`),
    value,
  ];
  const reader = pick(guide.audience, lang);
  const days = verifiedDays(guide);
  return [
    row("service", pick(guide.service, lang)),
    row(
      "audience",
      audience ? `${reader} · ${sayOf(guide, lang, `publication.for.${audience}`)}` : reader,
    ),
    row("edition", guide.edition),
    row("published", guide.published),
    ...(guide.replaces ? [row("replaces", guide.replaces)] : []),
    ...(days ? [row("verified", say(lang, "publication.cover.range", days))] : []),
    ...(today ? [row("today", today)] : []),
  ];
}

/** `2018.11` is a month, whose first day stands for it. */
function dayOf(published: string): string | undefined {
  const [, year, month = "01", day = "01"] =
    /^(\d{4})(?:[.-](\d{1,2}))?(?:[.-](\d{1,2}))?$/.exec(published) ?? [];
  if (year === undefined) return undefined;
  const made = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  const at = Date.parse(made);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(made) ? made : undefined;
}
