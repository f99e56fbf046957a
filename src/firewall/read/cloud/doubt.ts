import type { Unknown, UnknownCode } from "../../policy.ts";

/** Words are shown to people; what fills a page is no word. */
const longestWord = 120;

export function doubtAbout(code: UnknownCode, what: string): Unknown {
  return { code, what: what.length > longestWord ? `${what.slice(0, longestWord)}...` : what };
}
