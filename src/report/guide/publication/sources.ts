import type { Guide } from "../../../guide/guide.ts";
import { say } from "../../../text/say.ts";
import type { Lang } from "../../../text/words.ts";
import { pick } from "../../words.ts";
import type { Part } from "./publication.ts";

/** Where the facts are from, by the ids that stand beside them. */
export function sourcesPart(guide: Guide, lang: Lang): Part {
  const title = say(lang, "guide.sources");
  return {
    id: "sources",
    title,
    blocks: [
      {
        kind: "table",
        caption: "",
        head: [
          say(lang, "publication.source.id"),
          say(lang, "guide.sources.what"),
          say(lang, "guide.sources.about"),
        ],
        rows: guide.sources.map(
          ({ id, title: name, publisher, published, url, retrievedOn, about }) => [
            { lines: [id] },
            { lines: [pick(name, lang), ...[publisher, published].filter(isText)] },
            {
              lines: [
                ...(about ? [pick(about, lang)] : []),
                ...(url ? [url] : []),
                ...(retrievedOn
                  ? [say(lang, "publication.source.retrieved", { day: retrievedOn })]
                  : []),
              ],
            },
          ],
        ),
      },
    ],
    parts: [],
  };
}

const isText = (text: string | undefined): text is string => text !== undefined;
