import type { Kind } from "../../guide/files.ts";
import type { DataPath } from "../../guide/value.ts";
import type { Change } from "./change.ts";
import { neighbour, nextOf, swapped } from "./wrong.ts";

/** Collects the changes of one of a guide's files. */
export function collector(kind: Kind) {
  const changes: Change[] = [];
  /** Nothing where there is no other value that it could have. */
  const add = (
    path: DataPath,
    fact: string,
    from: Change["from"],
    to: Change["to"] | undefined,
  ) => {
    if (to !== undefined && to !== from) changes.push({ kind, path, fact, from, to });
  };
  return {
    changes,
    add,
    /** One of several things is forgotten; where it is the only one, another is named. */
    refer(
      path: DataPath,
      fact: string,
      id: string,
      list: readonly string[],
      others: readonly string[],
    ) {
      add(path, fact, id, list.length > 1 ? null : (nextOf(others, id) ?? null));
    },
    /** Letters of a text, or of each of several. */
    texts(path: DataPath, fact: string, values: readonly string[] | undefined, each = false) {
      for (const [at, value] of (values ?? []).entries())
        add(each ? [...path, at] : path, fact, value, swapped(value));
    },
    addresses(path: DataPath, values: readonly string[], single = false) {
      for (const [at, value] of values.entries())
        add(single ? path : [...path, at], "address", value, neighbour(value));
    },
  };
}
