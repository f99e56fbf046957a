import type { Seen } from "./browser-of.ts";
import type { Page } from "./page.ts";

/** What the page shows of its browser. */
export function seenOn(page: Page): Seen {
  var mode = page.document.documentMode;
  return {
    userAgent: String(page.navigator.userAgent),
    documentMode: typeof mode === "number" ? mode : null,
    engine: page.ScriptEngineMajorVersion ? Number(page.ScriptEngineMajorVersion()) || 0 : 0,
    modern: !!(page.chrome || page.addEventListener)
  };
}
