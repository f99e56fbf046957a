import type { Guide } from "../../guide/guide.ts";
import { say } from "../../text/say.ts";
import type { Lang } from "../../text/words.ts";
import { causeWords, pick, requirementTitle } from "../words.ts";
import type { Section } from "./document.ts";
import { remedyTitle } from "./remedy-part.ts";

/** What nobody but another can tell, and whom to ask. */
export function openQuestions(guide: Guide, lang: Lang): Section[] {
  const questions = guide.openQuestions ?? [];
  if (questions.length === 0) return [];
  const title = say(lang, "guide.open");
  const head = ["question", "asks", "about"].map((word) => say(lang, `guide.open.${word}`));
  return [
    {
      id: "open-questions",
      title,
      blocks: [
        { kind: "text", text: say(lang, "guide.open.lead") },
        {
          kind: "table",
          caption: "",
          head,
          rows: questions.map(({ text, asks, about, since, source }) => [
            {
              lines: [
                pick(text, lang),
                [
                  say(lang, "guide.open.since", { day: since }),
                  ...(source ? [say(lang, "guide.open.source", { source })] : []),
                ].join(" · "),
              ],
            },
            { lines: [pick(asks, lang)] },
            { lines: about.map((id) => titleOf(guide, id, lang)) },
          ]),
        },
      ],
      sections: [],
    },
  ];
}

function titleOf(guide: Guide, id: string, lang: Lang): string {
  const remedy = guide.remedies.find((each) => each.id === id);
  if (remedy) return remedyTitle(remedy, lang);
  const endpoint = guide.endpoints.find((each) => each.id === id);
  if (endpoint) return endpoint.host;
  const titled = [...guide.symptoms, ...guide.groups, ...guide.sections].find(
    (each) => each.id === id,
  );
  if (titled) return pick(titled.title, lang);
  if (guide.causes.some((each) => each.id === id)) return causeWords(id, "title", guide, lang);
  return requirementTitle(id, guide, lang);
}
