import { type Aligned, align } from "./align.ts";
import type { Change } from "./change.ts";
import { form, isMapping, isText, type Mapping, provenanceKeys } from "./same.ts";

/** A difference within one entry. */
export type Inner = Pick<Change, "kind" | "before" | "after"> & { field: string };

/** What names an entry of a list inside an entry; the others go by their order. */
const keyOf: Record<string, (value: Mapping) => string> = {
  // One port may be open for TCP and for UDP.
  ports: ({ port, to, protocol }) => `${port}-${to ?? port}${protocol === "udp" ? "/udp" : ""}`,
  candidates: ({ subject }) => String(subject),
  pages: ({ url }) => String(url),
  answers: ({ id }) => String(id),
  where: ({ causes }) => JSON.stringify(causes),
  ends: ({ cause }) => String(cause),
};

/** Everything that differs between two states of one entry, in the order of its fields. */
export function within(before: unknown, after: unknown, path: readonly string[] = []): Inner[] {
  if (form(before) === form(after)) return [];
  if (Array.isArray(before ?? after) && Array.isArray(after ?? before)) {
    const [was, is] = [(before ?? []) as unknown[], (after ?? []) as unknown[]];
    if (was.length + is.length > 0) return inList(was, is, path);
  }
  if (isMapping(before) && isMapping(after) && !(isText(before) && isText(after)))
    return inMapping(before, after, path);
  return [changed(path, before, after)];
}

function changed(path: readonly string[], before: unknown, after: unknown): Inner {
  return {
    kind: "changed",
    field: path.join("."),
    ...(before !== undefined && { before }),
    ...(after !== undefined && { after }),
  };
}

function inMapping(before: Mapping, after: Mapping, path: readonly string[]): Inner[] {
  const keys = [...new Set([...Object.keys(after), ...Object.keys(before)])];
  const fields = keys.filter((key) => !provenanceKeys.includes(key));
  return [
    ...fields.flatMap((key) => within(before[key], after[key], [...path, key])),
    ...provenance(before, after, path),
  ];
}

/** Source, days and certainty as one change, with those of them that differ. */
function provenance(before: Mapping, after: Mapping, path: readonly string[]): Inner[] {
  const differing = provenanceKeys.filter((key) => form(before[key]) !== form(after[key]));
  if (differing.length === 0) return [];
  const only = (from: Mapping) =>
    Object.fromEntries(
      differing.filter((key) => from[key] !== undefined).map((key) => [key, from[key]]),
    );
  return [changed([...path, "provenance"], only(before), only(after))];
}

function inList(before: unknown[], after: unknown[], path: readonly string[]): Inner[] {
  const all = [...before, ...after];
  // Chances belong to the answers in whose order they stand: one alone says nothing.
  if (all.every((value) => typeof value === "number")) return [changed(path, before, after)];
  if (all.every((value) => !isMapping(value) && !Array.isArray(value)))
    return inSet(before, after, path);
  const key = keyOf[path.at(-1) ?? ""];
  if (!key || !all.every(isMapping)) return inSequence(before, after, path);
  const keys = (list: unknown[]) => numbered((list as Mapping[]).map(key));
  return inKeyed(before, after, keys(before), keys(after), path);
}

/** Values that stand for themselves: which came and which went, and whether the rest changed places. */
function inSet(before: unknown[], after: unknown[], path: readonly string[]): Inner[] {
  const keys = (list: unknown[]) => numbered(list.map((value) => form(value)));
  return inKeyed(before, after, keys(before), keys(after), path);
}

function inKeyed(
  before: unknown[],
  after: unknown[],
  keysBefore: string[],
  keysAfter: string[],
  path: readonly string[],
): Inner[] {
  const field = path.join(".");
  const was = new Map(keysBefore.map((key, at) => [key, at]));
  const is = new Set(keysAfter);
  const found = keysAfter.flatMap((key, at): Inner[] => {
    const old = was.get(key);
    if (old === undefined) return [{ kind: "added", field, after: after[at] }];
    return within(before[old], after[at], [...path, String(at)]);
  });
  for (const [at, key] of keysBefore.entries()) {
    if (!is.has(key)) found.push({ kind: "removed", field, before: before[at] });
  }
  const stayed = (keys: string[], values: unknown[], other: { has(key: string): boolean }) =>
    values.filter((_, at) => other.has(keys[at]!));
  const order = keysBefore.filter((key) => is.has(key)).join("\n");
  if (order !== keysAfter.filter((key) => was.has(key)).join("\n")) {
    found.push(changed(path, stayed(keysBefore, before, is), stayed(keysAfter, after, was)));
  }
  return found;
}

function inSequence(before: unknown[], after: unknown[], path: readonly string[]): Inner[] {
  // A sentence whose source alone is another one is still the same sentence.
  const forms = (list: unknown[]) => list.map((value) => form(value, provenanceKeys));
  return align(forms(before), forms(after)).flatMap(({ before: b, after: a }: Aligned): Inner[] => {
    const field = [...path, String(a ?? b)];
    if (b === undefined)
      return [{ kind: "added", field: field.join("."), after: after[a as number] }];
    if (a === undefined) return [{ kind: "removed", field: field.join("."), before: before[b] }];
    return within(before[b], after[a], field);
  });
}

/** Names made unique: the second of the same name is another one. */
export function numbered(names: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return names.map((name) => {
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return count === 1 ? name : `${name} #${count}`;
  });
}
