import type { Guide } from "../../guide/guide.ts";
import type { Symptom } from "../../guide/schema/symptom.ts";
import { say } from "../../text/say.ts";
import type { Lang } from "../../text/words.ts";
import { causeWords, pick } from "../words.ts";
import type { Section } from "./document.ts";
import { partId } from "./part-id.ts";
import { remedyTitle } from "./remedy-part.ts";

/** What the user sees, what usually causes it, and the remedies in the order to try them. */
export function symptomPart(guide: Guide, symptom: Symptom, lang: Lang): Section {
  const { id, title, message, when, causes } = symptom;
  const known = causes.map((cause) => causeWords(cause, "title", guide, lang));
  const remedies = causes.flatMap(
    (cause) => guide.causes.find((one) => one.id === cause)?.remedies ?? [],
  );
  const links = [...new Set(remedies)].flatMap((remedy) => {
    const found = guide.remedies.find((one) => one.id === remedy);
    return found ? [{ to: partId("remedy", found.id), text: remedyTitle(found, lang) }] : [];
  });
  return {
    id: partId("symptom", id),
    title: pick(title, lang),
    blocks: [
      ...(when ? [{ kind: "text" as const, text: pick(when, lang) }] : []),
      ...(message ? [{ kind: "screen" as const, lines: message.split("\n") }] : []),
      {
        kind: "facts",
        facts: [[say(lang, "guide.symptom.causes"), [...new Set(known)].join(" · ")]],
      },
      ...(links.length > 0
        ? [{ kind: "links" as const, label: say(lang, "guide.symptom.remedies"), links }]
        : []),
    ],
    sections: [],
  };
}
