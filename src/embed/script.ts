import { version } from "../evidence/version.ts";
import type { Guide } from "../guide/guide.ts";
import { say } from "../text/say.ts";
import type { Lang } from "../text/words.ts";
import { factsOf } from "./facts-of.ts";
import { literal } from "./literal.ts";
import { shippedSource, startName } from "./source.ts";

export interface ScriptOptions {
  /** Where the page that helps is, as `helpPage` takes it; absent: nowhere is led to. */
  page?: string | undefined;
  /** Of the words around the notice; the notice itself is in the guide's own. */
  lang: Lang;
}

/**
 * The script for a paying page, made of one guide: ECMAScript 3, ASCII, one global. It does nothing
 * before it is asked, apart from showing the guide's notice to a browser that the guide excludes.
 */
export function scriptOf(guide: Guide, options: ScriptOptions): string {
  const { id, edition } = guide;
  const heading = say("en", "embed.written-by", { guide: `${id}@${edition}`, version });
  return [
    `/* ${heading.replace(/[^\w .,:@()-]/g, "?")} */`,
    "(function (page) {",
    shippedSource(),
    `${startName()}(page, ${literal(factsOf(guide, options))});`,
    "})(window);",
    "",
  ].join("\n");
}
