import { type AgeState, ageOf, type Dated, lastDay } from "./age.ts";
import { idOf, lists } from "./diff/lists.ts";
import { isMapping } from "./diff/same.ts";
import type { Kind } from "./files.ts";
import type { Guide } from "./guide.ts";
import { facts } from "./lint/parts.ts";
import { type DataPath, valueAt } from "./value.ts";

/** One fact of a guide and how old it is. */
export interface FactAge extends Dated {
  kind: Kind;
  path: DataPath;
  /** The list and the entry that it belongs to. */
  what: string;
  id: string;
  state: AgeState;
  /** The last day on which it is current; absent where nobody has verified it. */
  until?: string;
}

/** Every fact that has days of its own, in the guide's order, as it stands on a day (YYYY-MM-DD). */
export function agesOf(guide: Guide, today: string): FactAge[] {
  return facts(guide)
    .filter(({ dated }) => dated)
    .map(({ kind, path, value }) => {
      const { verifiedOn, reviewBy, expires } = value;
      const what = String(path[0]);
      const keys = lists.find(([list]) => list === what)?.[1] ?? ["id"];
      const entry = valueAt(guide, path.slice(0, 2));
      const until = lastDay(value);
      return {
        kind,
        path,
        what,
        id: isMapping(entry) ? idOf(entry, what, keys) : what,
        ...(verifiedOn !== undefined && { verifiedOn }),
        ...(reviewBy !== undefined && { reviewBy }),
        ...(expires !== undefined && { expires }),
        state: ageOf(value, today),
        ...(until !== undefined && { until }),
      };
    });
}

/** A day so many days after another. */
export function daysAfter(day: string, count: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * 86_400_000).toISOString().slice(0, 10);
}
