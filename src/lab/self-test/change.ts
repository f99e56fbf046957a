import type { Kind } from "../../guide/files.ts";
import type { Guide } from "../../guide/guide.ts";
import { stepLists } from "../../guide/schema/remedy.ts";
import type { DataPath } from "../../guide/value.ts";

/** One fact of a guide changed once. */
export interface Change {
  kind: Kind;
  path: DataPath;
  /** What kind of fact it is: `address`, `port`, `verifies`. */
  fact: string;
  from: string | number | boolean | null;
  /** `null`: the fact or the entry is left out. */
  to: string | number | boolean | null;
}

/** The guide with one change; everything else of it is shared with the original. */
export function changed(guide: Guide, { path, to }: Change): Guide {
  return put(guide, path, to) as Guide;
}

function put(value: unknown, path: DataPath, to: Change["to"]): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return to;
  if (Array.isArray(value)) {
    const at = Number(key);
    if (rest.length === 0 && to === null) return value.filter((_, index) => index !== at);
    return value.map((each, index) => (index === at ? put(each, rest, to) : each));
  }
  const copy = { ...(value as Record<string, unknown>) };
  const next = rest.length === 0 ? (to ?? undefined) : put(copy[key], rest, to);
  if (
    next === undefined ||
    (Array.isArray(next) && next.length === 0 && rest.length === 1 && optional.has(String(key)))
  )
    delete copy[key];
  else copy[key] = next;
  return copy;
}

/** Lists that are left out rather than empty. */
const optional = new Set([
  "confirmedBy",
  "managedRemedies",
  ...stepLists,
  "pageSees",
  "hosts",
  "names",
]);
