import type { Lang } from "../text/words.ts";
import type { Answer } from "./doctor.ts";
import type { Session, Trouble } from "./wire.ts";

/** Where a tab keeps its token, so that it is still known when it is loaded again. */
const kept = "jochi.token";

/**
 * The token of this page: for the code that it was opened with, or the one that this tab had
 * before. The code goes out of the address, which others may see and a history keeps.
 */
export async function sessionOf(once: string | undefined, lang: Lang): Promise<Answer<string>> {
  if (once === undefined) {
    const token = sessionStorage.getItem(kept);
    return token === null ? refused({ code: "no-session" }) : { ok: true, value: token };
  }
  history.replaceState(null, "", `#lang=${lang}`);
  try {
    const response = await fetch("/api/session", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ once }),
    });
    const answer = (await response.json()) as Session | { error: Trouble };
    if ("error" in answer) return refused(answer.error);
    sessionStorage.setItem(kept, answer.token);
    return { ok: true, value: answer.token };
  } catch {
    return refused({ code: "gone" });
  }
}

const refused = (trouble: Trouble): Answer<string> => ({ ok: false, trouble });

/** Tells the program that the page is open, for as long as it is. */
export async function stayOpen(token: string): Promise<void> {
  try {
    const response = await fetch("/api/open", { headers: { Authorization: `Bearer ${token}` } });
    const reader = response.body?.getReader();
    while (reader && !(await reader.read()).done);
  } catch {
    // The program has ended; whatever is asked of it next says so.
  }
}
