import type { Guide } from "../guide/guide.ts";
import { documentOf } from "../report/guide/document-of.ts";
import { documentHtml } from "../report/guide/html.ts";
import type { Lang } from "../text/words.ts";

/** The whole guide, below the heading of a screen, made anew from its data. */
export function guideHtml(guide: Guide, lang: Lang): string {
  return documentHtml(documentOf(guide, lang), 2).text;
}
