import type { Pen } from "../pen.ts";

/** Words that name nobody, whatever stands before them. */
const usual =
  /^(?:users?|owner|admin\w*|test\w*|guest|default|public|windows|local|office|server|client|manager|system|root|support|help|helpdesk|info|security|postmaster|webmaster|noreply|proxy|network|internet|company|corp|group|domain|desktop|laptop|chrome|edge|whale|firefox|korea|seoul|service|program|policy|blocked|denied|computer)\d*$/i;

/** More names than these are no office's but somebody's attack on the time that it takes. */
const most = 2_000;

/** A name that is found once goes everywhere, where it is long enough to be nothing else. */
export function learn(
  pen: Pen | undefined,
  name: string,
  kind: "person" | "user" | "machine",
): void {
  const bare = name.trim();
  const least = /^[가-힣]+$/.test(bare) ? 3 : 5;
  if (!pen || bare.length < least || bare.length > 64 || usual.test(bare) || /^\d+$/.test(bare))
    return;
  if (pen.learned.size >= most || pen.words.says(bare)) return;
  pen.learned.set(bare.toLowerCase(), kind);
}
