import { isKnown, presentIn } from "../evidence/known.ts";
import type { Reading } from "../evidence/outcome.ts";
import type { System } from "../machine/system.ts";
import type { RegistryData, RegistryKey, RegistryValue } from "../windows/registry.ts";
import type { KeyChange, Words } from "./change.ts";

/**
 * Edits of registry keys, thought through before any is made: `changes` says them key by key, each
 * with all the values it had and shall have. Keys made on the way are changes of their own, so that
 * going back takes them away again.
 */
export interface KeyDrafts {
  /** The key as it is on the PC; drafts are not in it. */
  read(path: string): Promise<Reading<RegistryKey>>;
  set(path: string, value: RegistryValue, about: Words): Promise<boolean>;
  /** The key goes with its last value, unless there are keys below it. */
  drop(path: string, name: string, about: Words): Promise<boolean>;
  changes(): KeyChange[];
}

interface Draft {
  path: string;
  before: RegistryValue[] | null;
  after: RegistryValue[] | null;
  /** Names of the keys below, as they were. */
  below: string[];
  about: Words[];
}

const lower = (text: string) => text.toLowerCase();

/** False where a key could not be read: nothing is drafted then. */
export function draftKeys(system: System): KeyDrafts {
  const drafts = new Map<string, Draft>();

  async function open(path: string): Promise<Draft | undefined> {
    const known = drafts.get(lower(path));
    if (known) return known;
    const found = await system.readKey(path);
    if (!isKnown(found)) return undefined;
    const key = presentIn(found);
    const before = key ? structuredClone(key.values) : null;
    const below = key?.keys.map(({ name }) => name) ?? [];
    const draft: Draft = { path, before, after: structuredClone(before), below, about: [] };
    drafts.set(lower(path), draft);
    return draft;
  }

  /** Parents first, down to the key itself. */
  async function make(path: string): Promise<Draft | undefined> {
    const draft = await open(path);
    if (!draft || draft.after !== null) return draft;
    const at = path.lastIndexOf("\\");
    if (at > 0 && !(await make(path.slice(0, at)))) return undefined;
    draft.after = [];
    return draft;
  }

  return {
    read: (path) => system.readKey(path),

    async set(path, { name, value }, about) {
      const draft = await make(path);
      if (!draft?.after) return false;
      const old = draft.after.find((each) => lower(each.name) === lower(name));
      if (old && sameData(old.value, value)) return true;
      if (old) old.value = value;
      else draft.after.push({ name, value });
      draft.about.push(about);
      return true;
    },

    async drop(path, name, about) {
      const draft = await open(path);
      if (!draft) return false;
      const kept = draft.after?.filter((each) => lower(each.name) !== lower(name));
      if (!kept || kept.length === draft.after!.length) return true;
      draft.after = kept;
      draft.about.push(about);
      return true;
    },

    changes() {
      removeEmptied(drafts);
      const changed = [...drafts.values()].filter((each) => !sameValues(each.before, each.after));
      const byDepth = (a: Draft, b: Draft) => a.path.split("\\").length - b.path.split("\\").length;
      const kept = changed.filter(({ after }) => after !== null).sort(byDepth);
      const gone = changed.filter(({ after }) => after === null).sort((a, b) => byDepth(b, a));
      return [...kept, ...gone].map(({ path, before, after, about }) => ({
        kind: "key" as const,
        path,
        before,
        after,
        about,
      }));
    },
  };
}

/** A key of which nothing is left goes, and then perhaps the one above it that it was alone in. */
function removeEmptied(drafts: Map<string, Draft>): void {
  const deepest = [...drafts.values()].sort((a, b) => b.path.length - a.path.length);
  for (const draft of deepest) {
    const emptied = draft.after?.length === 0 && (draft.before?.length ?? 0) > 0;
    if (!emptied || !draft.below.every((name) => isGone(drafts, `${draft.path}\\${name}`)))
      continue;
    const made = [...drafts.values()].some(
      (other) => other.after !== null && lower(other.path).startsWith(`${lower(draft.path)}\\`),
    );
    if (!made) draft.after = null;
  }
}

function isGone(drafts: Map<string, Draft>, path: string): boolean {
  return drafts.get(lower(path))?.after === null;
}

export function sameData(a: RegistryData, b: RegistryData): boolean {
  return JSON.stringify(ordered(a)) === JSON.stringify(ordered(b));
}

const ordered = (value: RegistryData) => [value.type, "id" in value ? value.id : 0, value.data];

/** The same values in the same order; names without regard to case. */
export function sameValues(
  a: readonly RegistryValue[] | null,
  b: readonly RegistryValue[] | null,
): boolean {
  if (a === null || b === null) return a === b;
  return (
    a.length === b.length &&
    a.every(
      (one, at) => lower(one.name) === lower(b[at]!.name) && sameData(one.value, b[at]!.value),
    )
  );
}

/** Every key of a tree with its whole path, the upper ones first. */
export function* walkKeys(path: string, key: RegistryKey): Generator<[string, RegistryKey]> {
  yield [path, key];
  for (const below of key.keys) yield* walkKeys(`${path}\\${below.name}`, below);
}
