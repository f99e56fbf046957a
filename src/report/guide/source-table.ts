import type { Guide } from "../../guide/guide.ts";
import { say } from "../../text/say.ts";
import type { Lang } from "../../text/words.ts";
import { pick } from "../words.ts";
import type { Section } from "./document.ts";

/** Where the guide's facts are from. */
export function sourceTable(guide: Guide, lang: Lang): Section {
  const title = say(lang, "guide.sources");
  return {
    id: "sources",
    title,
    blocks: [
      {
        kind: "table",
        caption: title,
        head: [say(lang, "guide.sources.what"), say(lang, "guide.sources.about")],
        rows: guide.sources.map(
          ({ title: name, publisher, published, url, retrievedOn, about }) => [
            { lines: [pick(name, lang), ...[publisher, published].filter(isText)] },
            {
              lines: [...(about ? [pick(about, lang)] : []), ...[url, retrievedOn].filter(isText)],
            },
          ],
        ),
      },
    ],
    sections: [],
  };
}

const isText = (text: string | undefined): text is string => text !== undefined;
