import { hasEnded, onceEach } from "../expiry.ts";
import { partOf, type Tree, wordOf, wordsOf } from "./tree.ts";

/**
 * Whether a schedule has surely ended by `today`. `scopes` are searched from the first: the nearest
 * definition wins.
 */
export function scheduleBook(
  scopes: readonly Tree[],
  today: string | undefined,
): (name: string) => boolean {
  return onceEach((name) => {
    const found = scopes.map((scope) => partOf(scope, "schedule", name)).find((each) => each);
    const type = partOf(found, "schedule-type");
    // Below an entry that is there twice stands a word of that name.
    if (wordOf(type) !== "non-recurring" || partOf(found, "entry")) return false;
    const ranges = wordsOf(partOf(type, "non-recurring"));
    return ranges.length > 0 && ranges.every((range) => hasEnded(endOf(range), today));
  });
}

const moment = String.raw`(\d{4}/\d{2}/\d{2})@\d{2}:\d{2}`;
const rangeForm = new RegExp(`^${moment}-${moment}$`);

/** The last day of `2019/06/01@08:00-2019/06/30@18:00`; empty where it is no such range. */
function endOf(range: string): string {
  return rangeForm.exec(range)?.[2] ?? "";
}
