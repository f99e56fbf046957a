import type { RunChange } from "../actions/change.ts";
import { sameData, sameValues } from "../actions/key-drafts.ts";
import { isKnown, presentIn } from "../evidence/known.ts";
import type { System } from "../machine/system.ts";
import type { RegistryValue } from "../windows/registry.ts";
import type { Driven } from "./driven.ts";
import type { Entry, Seen } from "./journal.ts";

/** Notes how the keys that were kept stand right after the program has ended. */
export async function noteSeen(system: System, entry: Entry): Promise<void> {
  const { change } = entry;
  if (change.kind !== "run" || change.kept.length === 0) return;
  const seen: Seen[] = [];
  for (const { path } of change.kept) {
    const read = await system.readKey(path);
    if (read.state === "found") seen.push({ path, values: read.value.values });
    if (read.state === "absent") seen.push({ path, values: null });
  }
  entry.seen = seen;
}

/** What was kept of it is put back, beside what others have set since; the rest is lost. */
export async function giveBackKept(
  system: System,
  { kept }: RunChange,
  seen: readonly Seen[] | undefined,
): Promise<Driven> {
  for (const { path, values } of kept) {
    const read = await system.readKey(path);
    if (!isKnown(read)) return { is: "failed", failure: "unreadable" };
    const now = presentIn(read)?.values ?? null;
    const after = seen?.find((each) => each.path === path);
    const wanted = after ? merged(values, after.values ?? [], now ?? []) : values;
    if (sameValues(now, wanted)) continue;
    const written = await system.writeKey({ path, values: wanted });
    if (!written.ok) return { is: "failed", failure: written.failure, code: written.code };
  }
  return { is: "left", why: "lasting" };
}

type Values = readonly RegistryValue[];

/** The values before, with what has changed between `after` and `now`. */
function merged(before: Values, after: Values, now: Values): RegistryValue[] {
  const theirs = now.filter((value) => !isIn(after, value));
  const gone = after.filter(({ name }) => !named(now, name));
  const kept = before.filter(({ name }) => !named(theirs, name) && !named(gone, name));
  return [...kept, ...theirs];
}

const named = (values: Values, name: string) =>
  values.find((each) => each.name.toLowerCase() === name.toLowerCase());

function isIn(values: Values, { name, value }: RegistryValue): boolean {
  const found = named(values, name);
  return found !== undefined && sameData(found.value, value);
}
