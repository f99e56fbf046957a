import { knownCauses } from "../evidence/verdict.ts";
import { type Guide, namesOf, rowId, rowsOf } from "../guide/guide.ts";

/** Where a cause was found, as narrowly as one word of the guide can say it. */
export type Scope =
  | { kind: "none" | "all" }
  | { kind: "group" | "host" | "port" | "row" | "requirement"; id: string };

/** The closed lists that a spoken code counts in. Both sides make them of the same guide. */
export interface CodeLists {
  causes: readonly string[];
  scopes: readonly Scope[];
  /** The rows of every scope that has rows. */
  rows: ReadonlyMap<Scope, ReadonlySet<string>>;
}

/**
 * @param scopesMax as many places as fit; a guide with more rows is told by hosts, and one with more
 * hosts by groups
 */
export function codeLists(guide: Guide, scopesMax: (causes: number) => number): CodeLists {
  const own = guide.causes.map(({ id }) => id);
  const causes = [...new Set([...knownCauses, ...own])];
  const all = rowsOf(guide);
  const wide: Scope[] = [{ kind: "none" }, { kind: "all" }];
  const groups: Scope[] = guide.groups.map(({ id }) => ({ kind: "group", id }));
  const hosts: Scope[] = namesOf(guide).map((id) => ({ kind: "host", id }));
  const ports: Scope[] = [...new Set(all.map(({ port }) => port))].map((port) => ({
    kind: "port",
    id: String(port),
  }));
  const things: Scope[] = requirementsOf(guide).map((id) => ({ kind: "requirement", id }));
  const single: Scope[] = all.map((row) => ({ kind: "row", id: rowId(row) }));
  const fits = scopesMax(causes.length);
  const choices = [
    [...wide, ...groups, ...hosts, ...ports, ...things, ...single],
    [...wide, ...groups, ...hosts, ...ports, ...things],
    [...wide, ...groups, ...ports, ...things],
  ];
  const scopes = choices.find(({ length }) => length <= fits) ?? wide;
  const rows = new Map<Scope, ReadonlySet<string>>();
  for (const scope of scopes) {
    const inside = all.filter((row) => isIn(scope, row)).map(rowId);
    if (inside.length > 0) rows.set(scope, new Set(inside));
  }
  return { causes, scopes, rows };
}

function isIn(scope: Scope, row: ReturnType<typeof rowsOf>[number]): boolean {
  if (scope.kind === "all") return true;
  if (scope.kind === "group") return scope.id === row.group;
  if (scope.kind === "host") return scope.id === row.host;
  if (scope.kind === "port") return scope.id === String(row.port);
  return scope.kind === "row" && scope.id === rowId(row);
}

function requirementsOf(guide: Guide): string[] {
  const all = [
    ...guide.agents,
    ...guide.programs,
    ...guide.browsers,
    ...guide.sites,
    ...guide.popups,
    ...guide.toolbars,
    ...guide.localNetwork,
    ...guide.certificates,
    ...guide.files,
  ];
  return [...new Set(all.map(({ id }) => id))];
}

/**
 * The narrowest place that holds every subject, and whether all of it is meant: every documented row,
 * or the one thing and no other.
 */
export function scopeOf(lists: CodeLists, subjects: readonly string[]): [Scope, whole: boolean] {
  const [none, all] = lists.scopes as [Scope, Scope];
  const ids = new Set(subjects.filter((id) => id.includes("|")));
  if (ids.size === 0) {
    const named = lists.scopes.find(
      (one) => one.kind === "requirement" && subjects.includes(one.id),
    );
    return [named ?? none, named !== undefined && subjects.length === 1];
  }
  const rowsIn = (scope: Scope) => lists.rows.get(scope)!;
  // An address that is not documented has no row of its own; its name has.
  const holds = (scope: Scope) =>
    [...ids].every((id) => rowsIn(scope).has(id) || (scope.kind === "host" && isOf(scope, id)));
  const narrowest =
    [...lists.rows.keys()].filter(holds).sort((a, b) => rowsIn(a).size - rowsIn(b).size)[0] ?? all;
  return [narrowest, [...rowsIn(narrowest)].every((id) => ids.has(id))];
}

function isOf({ id }: { id: string }, row: string): boolean {
  return row.startsWith(`${id}|`);
}
