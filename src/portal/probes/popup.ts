import type { PageFact } from "../../evidence/page-outcome.ts";

/** Long enough that the click is over and no longer speaks for a window. */
const pauseMs = 50;

/**
 * Opens a small window at once and another one a little later, and closes both. Must be called while
 * the browser still takes the user's click for the reason: the first window uses it up.
 */
export async function tryWindows(page: Window): Promise<NonNullable<PageFact["popup"]>> {
  const clicked = openOne(page);
  await new Promise((done) => page.setTimeout(done, pauseMs));
  return { clicked, alone: openOne(page) };
}

function openOne(page: Window): "opened" | "blocked" {
  try {
    const opened = page.open("about:blank", "_blank", "popup,width=220,height=140");
    if (!opened) return "blocked";
    opened.close();
    return "opened";
  } catch {
    // A blocker that throws has blocked.
    return "blocked";
  }
}
