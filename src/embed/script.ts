import { version } from "../evidence/version.ts";
import type { Guide } from "../guide/guide.ts";
import { say } from "../text/say.ts";
import { factsOf, type ScriptOptions } from "./facts-of.ts";
import { literal } from "./literal.ts";
import { shippedSource, startName } from "./source.ts";

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
