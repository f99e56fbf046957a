import type { Guide } from "../../guide/guide.ts";
import { say } from "../../text/say.ts";
import type { Lang } from "../../text/words.ts";
import { pick } from "../words.ts";
import { certificateTable } from "./certificate-table.ts";
import type { Block, GuideDocument, Section } from "./document.ts";
import { openQuestions } from "./open-questions.ts";
import { openingTables } from "./opening-tables.ts";
import { onceEach, partId } from "./part-id.ts";
import { agentParts, browserParts, fileParts, programParts } from "./pc-parts.ts";
import { remedyPart } from "./remedy-part.ts";
import { sourceTable } from "./source-table.ts";
import { symptomPart } from "./symptom-part.ts";

/**
 * The whole guide as a document in the guide's own order. Whatever no section of it names follows
 * in a last one, so that nothing of the data is missing.
 */
export function documentOf(guide: Guide, lang: Lang): GuideDocument {
  const contained = new Set(guide.sections.flatMap(({ contains }) => contains));
  const sections = guide.sections.map((section): Section => {
    const last = section === guide.sections.at(-1);
    return {
      id: partId("section", section.id),
      title: `${section.number}. ${pick(section.title, lang)}`,
      blocks: section.paragraphs.map(
        ({ text }): Block => ({ kind: "text", text: pick(text, lang) }),
      ),
      sections: [
        ...partsOf(guide, new Set(section.contains), lang),
        ...(last ? [escalation(guide, lang)] : []),
      ],
    };
  });
  return {
    lang,
    title: pick(guide.title, lang),
    lead: [
      pick(guide.audience, lang),
      say(lang, "guide.edition", { edition: guide.edition, published: guide.published }),
    ],
    sections: named([
      ...sections,
      more(guide, contained, lang),
      ...openQuestions(guide, lang),
      sourceTable(guide, lang),
    ]),
  };
}

/** The same parts, none of them called like another. */
function named(parts: readonly Section[], name = onceEach()): Section[] {
  return parts.map((part) => ({
    ...part,
    id: name(part.id),
    sections: named(part.sections, name),
  }));
}

/** The parts of a section by kind, in the order of the guide's files. */
function partsOf(guide: Guide, wanted: ReadonlySet<string>, lang: Lang): Section[] {
  const has = ({ id }: { id: string }) => wanted.has(id);
  return [
    ...browserParts(guide, guide.browsers.filter(has), lang),
    ...guide.symptoms.filter(has).map((symptom) => symptomPart(guide, symptom, lang)),
    ...openingTables(guide, guide.groups.filter(has), lang),
    ...certificateTable(guide.certificates.filter(has), lang),
    ...fileParts(guide.files.filter(has), lang),
    ...programParts(guide.programs.filter(has), lang),
    ...agentParts(guide.agents.filter(has), lang),
    ...guide.remedies.filter(has).map((remedy) => remedyPart(guide, remedy, lang)),
  ];
}

function more(guide: Guide, contained: ReadonlySet<string>, lang: Lang): Section {
  const ids = [
    ...guide.browsers,
    ...guide.symptoms,
    ...guide.groups,
    ...guide.certificates,
    ...guide.files,
    ...guide.programs,
    ...guide.agents,
    ...guide.remedies,
  ].map(({ id }) => id);
  const left = new Set(ids.filter((id) => !contained.has(id)));
  return {
    id: "more",
    title: say(lang, "guide.more"),
    blocks: [],
    sections: partsOf(guide, left, lang),
  };
}

function escalation({ escalation: { text, remedy } }: Guide, lang: Lang): Section {
  return {
    id: "escalation",
    title: say(lang, "guide.escalation"),
    blocks: [
      { kind: "text", text: pick(text, lang) },
      {
        kind: "links",
        label: "",
        links: [{ to: partId("remedy", remedy), text: say(lang, "guide.see-remedy") }],
      },
    ],
    sections: [],
  };
}
