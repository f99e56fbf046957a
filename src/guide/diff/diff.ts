import type { Guide } from "../guide.ts";
import { audienceOf } from "./audience.ts";
import { audiences, type Change } from "./change.ts";
import { entriesOf, idOf, lists } from "./lists.ts";
import { form, type Mapping, provenanceKeys } from "./same.ts";
import { numbered, within } from "./within.ts";

export { type Audience, audiences, type Change } from "./change.ts";

/**
 * What a later edition of a guide changes, and for whom: the guide's own data first, then list by
 * list, each in the later edition's order with what is gone at its end. Empty where nothing differs.
 */
export function diffGuides(before: Guide, after: Guide): Change[] {
  return [...ofGuide(before, after), ...lists.flatMap((list) => inList(before, after, ...list))];
}

function ofGuide(before: Guide, after: Guide): Change[] {
  const named = new Set(lists.map(([what]) => what));
  const rest = (guide: Guide) =>
    Object.fromEntries(Object.entries(guide).filter(([key]) => !named.has(key)));
  return within(rest(before), rest(after)).map((inner) => ({
    ...inner,
    what: "guide",
    id: after.id,
    audience: [...audiences],
  }));
}

interface Named {
  id: string;
  entry: Mapping;
}

function inList(before: Guide, after: Guide, what: string, keys: readonly string[]): Change[] {
  const named = (guide: Guide): Named[] => {
    const entries = entriesOf(guide, what);
    const ids = numbered(entries.map((entry) => idOf(entry, what, keys)));
    return entries.map((entry, at) => ({ id: ids[at]!, entry }));
  };
  const [was, is] = [named(before), named(after)];
  if (form(was) === form(is)) return [];
  const renamed = renamings(was, is, keys);
  const earlier = new Map(was.map((one) => [one.id, one]));
  const later = new Set(is.map(({ id }) => id));
  const concerned = (...ids: string[]) => {
    const all = ids.flatMap((id) => audienceOf(what, id, [before, after]));
    return audiences.filter((one) => all.includes(one));
  };
  const changes = is.flatMap(({ id, entry }): Change[] => {
    const old = earlier.get(renamed.get(id) ?? id);
    if (!old) return [{ kind: "added", what, id, after: entry, audience: concerned(id) }];
    const audience = concerned(...new Set([old.id, id]));
    return within(old.entry, entry).map((inner) => ({ ...inner, what, id, audience }));
  });
  const gone = new Set(renamed.values());
  for (const { id, entry } of was) {
    if (later.has(id) || gone.has(id)) continue;
    changes.push({ kind: "removed", what, id, before: entry, audience: concerned(id) });
  }
  return [...changes, ...moved(was, is, renamed, what, concerned)];
}

/** Later id → earlier id, where exactly one that came is otherwise what exactly one that went was. */
function renamings(was: Named[], is: Named[], keys: readonly string[]): Map<string, string> {
  // What is named by what it refers to has no name of its own that could change.
  if (keys.length !== 1 || keys[0] === "remedy") return new Map();
  const [early, late] = [was, is].map((list) => new Set(list.map(({ id }) => id)));
  const apart = (list: Named[], other: ReadonlySet<string>) =>
    Map.groupBy(
      list.filter(({ id }) => !other.has(id)),
      ({ entry }) => form({ ...entry, [keys[0]!]: undefined }, provenanceKeys),
    );
  const [went, came] = [apart(was, late!), apart(is, early!)];
  return new Map(
    [...came].flatMap(([shape, [one, ...more]]) => {
      const old = went.get(shape);
      return one && old?.length === 1 && more.length === 0 ? [[one.id, old[0]!.id]] : [];
    }),
  );
}

/** One change for a list whose entries that stayed stand in another order. */
function moved(
  was: Named[],
  is: Named[],
  renamed: ReadonlyMap<string, string>,
  what: string,
  concerned: (...ids: string[]) => Change["audience"],
): Change[] {
  const earlier = new Set(was.map(({ id }) => id));
  const stayed = is.filter(({ id }) => earlier.has(renamed.get(id) ?? id));
  const names = new Map(stayed.map(({ id }) => [renamed.get(id) ?? id, id]));
  const before = was.filter(({ id }) => names.has(id)).map(({ id }) => id);
  if (before.every((id, at) => names.get(id) === stayed[at]!.id)) return [];
  const after = stayed.map(({ id }) => id);
  const audience = concerned(...before, ...after);
  return [{ kind: "changed", what, id: "*", field: "order", before, after, audience }];
}
