import { type Change, provenanceOf, verifiedAgain } from "../../../guide/diff/change.ts";
import { diffGuides } from "../../../guide/diff/diff.ts";
import type { Guide } from "../../../guide/guide.ts";
import { say } from "../../../text/say.ts";
import { changeGroups } from "../../guide-changes.ts";
import type { Part, PublicationOptions } from "./publication.ts";

/** What this edition changes against the one before, in sentences, for whom. */
export function changesPart(before: Guide, after: Guide, options: PublicationOptions): Part[] {
  const { lang, audience } = options;
  const changes = diffGuides(before, after).filter(isRead);
  const groups = changeGroups(changes, { before, after }, lang, audience);
  const editions = { before: before.edition, after: after.edition };
  return [
    {
      id: "changes",
      title: say(lang, "publication.changes"),
      blocks: [
        { kind: "text", text: say(lang, "publication.changes.lead", editions) },
        ...(groups.length === 0
          ? [{ kind: "text" as const, text: say(lang, "publication.changes.none") }]
          : []),
      ],
      parts: groups.map((group) => ({
        id: `changes-${group.audience}`,
        title: group.title,
        blocks: [{ kind: "list", items: group.lines }],
        parts: [],
      })),
    },
  ];
}

/** Numbers that only reckon: no document says them, so none says how they changed. */
const reckoned = new Set(["retry", "likelihoods", "efforts", "dialogues", "questions"]);

/** What a cover says, and where in the document something stands. */
const arrangement = /^(edition|replaces|published|contains(\..*)?|verifies(\..*)?|order)$/;

/**
 * Whether a reader of the document would miss it. Where a fact was read and when it is due stand beside
 * the fact itself; that it was verified again is worth a line.
 */
function isRead(change: Change): boolean {
  if (reckoned.has(change.what) || change.id === "*") return false;
  if (provenanceOf(change)) return verifiedAgain(change) !== undefined;
  return change.field === undefined || !arrangement.test(change.field);
}
