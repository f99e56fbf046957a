import type { Conduct } from "./conduct.ts";
import type { Model, Place } from "./model.ts";
import type { Store } from "./store.ts";

/**
 * The browser's own back and forward go from screen to screen, and not away from the page: coming
 * back to it would need another one-time code.
 */
export function keepHistory(store: Store, conduct: Conduct): void {
  let now = placeOf(store.get());
  let returning = false;
  let begun = false;
  const begin = () => {
    if (!begun) write("replaceState", now);
    begun = true;
  };
  // Before the first step, but not before the first picture: browsers take their time for it.
  setTimeout(begin);
  store.watch(() => {
    const next = placeOf(store.get());
    if (JSON.stringify(next) === JSON.stringify(now)) return;
    begin();
    // Nobody wants to come back to a look that is over.
    const passing = now.screen.at === "finding" && now.over === null;
    if (!returning) write(passing ? "replaceState" : "pushState", next);
    returning = false;
    now = next;
  });
  addEventListener("popstate", ({ state }) => {
    if (!isPlace(state)) return;
    returning = true;
    conduct.returned(state);
    if (JSON.stringify(placeOf(store.get())) === JSON.stringify(now)) returning = false;
  });
}

function placeOf({ screen, over }: Model): Place {
  return { screen, over };
}

function write(how: "pushState" | "replaceState", place: Place): void {
  try {
    history[how](place, "");
  } catch {
    // Some browsers keep no history for a page opened from a file. Nothing else depends on it.
  }
}

function isPlace(state: unknown): state is Place {
  return typeof state === "object" && state !== null && "screen" in state && "over" in state;
}
