import { hexOf, numberOfType } from "../../windows/reg-data.ts";
import { isWritable, type RegChange, treeOf } from "../../windows/reg-file.ts";
import type { RegistryKey, RegistryValue, View } from "../../windows/registry.ts";
import type { Reading } from "../failure.ts";
import type { Done, KeyState, System } from "../system.ts";
import type { RegExe } from "./reg-exe.ts";

/** A run asks for the same keys several times; each start of reg.exe costs a tenth of a second. */
const keptMs = 5_000;

type Registry = Pick<System, "readKey" | "writeKey" | "elevated"> & {
  /** Something may have changed: nothing that was read counts any more. */
  forget(): void;
};

const unreadable = (code: string) =>
  ({ state: "unreadable", failure: "unreadable", code }) as const;

/** The registry of the PC through reg.exe, each key read at most once within a few seconds. */
export function registry(reg: RegExe, elapsed: () => number): Registry {
  const kept = new Map<string, { at: number; answer: Promise<unknown> }>();
  function once<T>(name: string, read: () => Promise<T>): Promise<T> {
    const known = kept.get(name);
    if (known && elapsed() - known.at < keptMs) return known.answer as Promise<T>;
    const answer = read();
    kept.set(name, { at: elapsed(), answer });
    return answer;
  }
  const nameOf = (kind: string, path: string, view: View | undefined) =>
    `${kind} ${view ?? ""} ${path.toLowerCase()}`;

  const children = (path: string, view: View | undefined) =>
    once(nameOf("children", path, view), () => childrenOf(reg, path, view));

  /** Why a key could not be had: its parent lists it, or does not, or has the same trouble. */
  async function whyNot(path: string, view: View | undefined): Promise<Reading<never>> {
    const end = path.lastIndexOf("\\");
    if (end < 0) return unreadable("NO_HIVE");
    const [parent, name] = [path.slice(0, end), path.slice(end + 1)];
    const listed = await children(parent, view);
    if (listed.state === "refused") return whyNot(parent, view);
    if (listed.state === "unreadable") return listed;
    if (listed.value.some((each) => each.toLowerCase() === name.toLowerCase())) {
      return { state: "unreadable", failure: "not-permitted" };
    }
    const isPlain = /^[\x20-\x7e]*$/.test(name);
    const isLossy = listed.value.some((each) => /[?\ufffd]/.test(each));
    return !isPlain && isLossy ? unreadable("CODE_PAGE") : { state: "absent" };
  }

  async function read(path: string, view: View | undefined): Promise<Reading<RegistryKey>> {
    if (!isWritable(path)) return unreadable("ERR_INVALID_PATH");
    const answer = await reg.exported(path, view);
    if (answer.state === "refused") return whyNot(path, view);
    if (answer.state === "unreadable") return answer;
    const key = treeOf(answer.value, path) ?? treeOf(answer.value, redirected(path));
    return key ? { state: "found", value: key } : unreadable("NO_OUTPUT");
  }

  return {
    forget: () => kept.clear(),
    readKey: (path, view) => once(nameOf("key", path, view), () => read(path, view)),

    async writeKey(state): Promise<Done> {
      const { path, view } = state;
      if (!isWritable(path)) return { ok: false, failure: "other", code: "ERR_INVALID_PATH" };
      const before = await read(path, view);
      if (before.state === "unreadable") return { ok: false, ...failureOf(before) };
      const key = before.state === "found" ? before.value : undefined;
      if (state.values === null && key && key.keys.length > 0) {
        return { ok: false, failure: "other", code: "not-empty" };
      }
      if (state.values === null && key === undefined) return { ok: true };
      kept.clear();
      const written =
        state.values === null
          ? await reg.deleted(path, view)
          : await reg.imported(
              [{ path, remove: false, changes: changesTo(state.values, key?.values) }],
              view,
            );
      kept.clear();
      if (written.state === "unreadable") return { ok: false, ...failureOf(written) };
      const after = await read(path, view);
      if (holds(after, state)) return { ok: true };
      return written.state === "refused"
        ? { ok: false, failure: "not-permitted", code: `REG_${written.code}` }
        : { ok: false, failure: "other", code: "NOT_WRITTEN" };
    },

    /**
     * Only administrators may look into the hive of the service account LocalService (S-1-5-19), and
     * it is always loaded. Where it is not even listed nobody can tell.
     */
    async elevated() {
      const path = "HKU\\S-1-5-19";
      const listed = await children(path, undefined);
      if (listed.state === "found") return { state: "found", value: true };
      if (listed.state === "unreadable") return listed;
      const why = await whyNot(path, undefined);
      if (why.state === "unreadable" && why.failure === "not-permitted") {
        return { state: "found", value: false };
      }
      return why.state === "absent" ? unreadable("NO_SERVICE_HIVE") : why;
    },
  };
}

/** An empty key says nothing when it is asked for what is below it, so it is exported. */
async function childrenOf(reg: RegExe, path: string, view: View | undefined) {
  const listed = await reg.children(path, view);
  if (listed.state !== "unreadable" || listed.code !== "NO_OUTPUT") return listed;
  const answer = await reg.exported(path, view);
  if (answer.state !== "found") return answer;
  const key = treeOf(answer.value, path);
  return key
    ? { state: "found" as const, value: key.keys.map(({ name }) => name) }
    : unreadable("NO_OUTPUT");
}

function failureOf({
  failure,
  code,
}: {
  failure: (Done & { ok: false })["failure"];
  code?: string | undefined;
}) {
  return { failure: failure === "unreadable" ? ("other" as const) : failure, code };
}

/**
 * What to write so that a key holds exactly these values. An export shows values in the order in
 * which they were made, so where that would come out wrong all of them are made anew.
 */
function changesTo(
  wanted: readonly RegistryValue[],
  have: readonly RegistryValue[] = [],
): RegChange[] {
  const names = new Set(wanted.map(({ name }) => name.toLowerCase()));
  const kept = have.filter(({ name }) => names.has(name.toLowerCase()));
  const gone = have.filter(({ name }) => !names.has(name.toLowerCase()));
  const isInOrder = kept.every(
    ({ name }, at) => wanted[at]?.name.toLowerCase() === name.toLowerCase(),
  );
  const removed = (isInOrder ? gone : have).map(({ name }) => ({ name, value: null }));
  return [...removed, ...wanted];
}

function holds(after: Reading<RegistryKey>, { values }: KeyState): boolean {
  if (values === null) return after.state === "absent";
  if (after.state !== "found") return false;
  const form = (list: readonly RegistryValue[]) =>
    list
      .map(({ name, value }) => `${name.toLowerCase()}\0${numberOfType(value)} ${hexOf(value)}`)
      .sort()
      .join("\0");
  return form(after.value.values) === form(values);
}

/** Where the keys of 32-bit programs really lie, should an export name them so. */
function redirected(path: string): string {
  return path.replace(/^(HKLM\\Software)\\/i, "$1\\WOW6432Node\\");
}
