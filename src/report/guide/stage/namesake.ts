import type { Guide } from "../../../guide/guide.ts";

/**
 * The same guide where ids stand twice that may: in lists of other kinds, and as names of what every
 * document has of its own. Its first section has an entry of everything, so that the entries of one
 * table are in several sections.
 */
export function namesake(guide: Guide): Guide {
  const { escalation, programs, remedies, symptoms } = guide;
  const own = ["more", "changes", "escalation", "sources", "certificates", "settings", "contents"];
  const ids = [escalation.remedy, symptoms[0]!.id, ...own];
  const all = guide.sections.flatMap(({ contains }) => contains);
  return {
    ...guide,
    sections: guide.sections.map((section, at) => ({
      ...section,
      id: ids[at] ?? section.id,
      contains: at === 0 ? all : section.contains,
    })),
    symptoms: renamed(symptoms, remedies[0]!.id),
    browsers: renamed(guide.browsers, programs[0]!.id),
  };
}

/** The last of them with another id. */
function renamed<T extends { id: string }>(entries: readonly T[], id: string): T[] {
  return entries.map((entry, at) => (at === entries.length - 1 ? { ...entry, id } : entry));
}
