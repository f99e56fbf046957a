import type { Change, Sign } from "../actions/change.ts";
import { hasName } from "../actions/installed.ts";
import { sameData, sameValues } from "../actions/key-drafts.ts";
import { isOlder } from "../actions/version.ts";
import { isKnown, presentIn } from "../evidence/known.ts";
import type { Reading } from "../evidence/outcome.ts";
import type { Machine } from "../machine/machine.ts";
import type { RegistryValue } from "../windows/registry.ts";

/**
 * How things are, against one change. `between`: nothing is there that was not there before or is
 * not there after, and yet it is neither. `foreign`: somebody else has been there. `unknown`:
 * nothing shows it.
 */
export interface Standing {
  is: "before" | "after" | "between" | "foreign" | "unknown" | "unreadable";
  /** Also in the order of its values. */
  exact: boolean;
  /** Keys below it, of a key that is to go. */
  below: boolean;
  code?: string | undefined;
}

/** One key of one view, however its path is written. */
export function keyName({ path, view }: { path: string; view?: string | undefined }): string {
  return `${view ?? "64"} ${path.toLowerCase()}`;
}

const bytesMax = 16 * 1024 * 1024;

export async function standingOf(
  machine: Machine,
  change: Change,
  /** Keys that will be gone by then, each as `keyName` names it. */
  gone: ReadonlySet<string> = new Set(),
): Promise<Standing> {
  switch (change.kind) {
    case "key": {
      const read = await machine.system.readKey(change.path, change.view);
      if (!isKnown(read)) return unreadable(read);
      const now = presentIn(read);
      const { path, view } = change;
      const below = (now?.keys ?? []).some(
        ({ name }) => !gone.has(keyName({ path: `${path}\\${name}`, view })),
      );
      return { ...compareValues(now?.values ?? null, change.before, change.after), below };
    }
    case "file": {
      const read = await machine.system.readFile(change.path, bytesMax);
      if (!isKnown(read)) return unreadable(read);
      const now = read.state === "found" ? Buffer.from(read.value).toString("base64") : null;
      if (now === change.before) return plainly("before");
      return plainly(now === change.after ? "after" : "foreign");
    }
    case "run":
      return signStanding(machine, change.done);
    case "open":
      return plainly("unknown");
  }
}

const plainly = (is: Standing["is"]): Standing => ({ is, exact: true, below: false });

function unreadable(read: Exclude<Reading<unknown>, { state: "found" }>): Standing {
  const code = read.state === "unreadable" ? (read.code ?? read.failure) : read.state;
  return { is: "unreadable", exact: false, below: false, code };
}

type Values = RegistryValue[] | null;

function compareValues(now: Values, before: Values, after: Values): Standing {
  const exact = true;
  if (sameValues(now, before)) return { is: "before", exact, below: false };
  if (sameValues(now, after)) return { is: "after", exact, below: false };
  const rest = { exact: false, below: false };
  if (sameSet(now, before)) return { is: "before", ...rest };
  if (sameSet(now, after)) return { is: "after", ...rest };
  const ours = (now ?? []).every((value) => has(before, value) || has(after, value));
  return { is: ours ? "between" : "foreign", ...rest };
}

function has(values: Values, { name, value }: RegistryValue): boolean {
  return (values ?? []).some(
    (each) => each.name.toLowerCase() === name.toLowerCase() && sameData(each.value, value),
  );
}

function sameSet(a: Values, b: Values): boolean {
  if (a === null || b === null) return a === b;
  return a.length === b.length && a.every((value) => has(b, value));
}

async function signStanding(machine: Machine, sign: Sign): Promise<Standing> {
  switch (sign.sign) {
    case "none":
      return plainly("unknown");
    case "key": {
      const read = await machine.system.readKey(sign.path, sign.view);
      if (!isKnown(read)) return unreadable(read);
      return plainly((read.state === "found") === sign.there ? "after" : "before");
    }
    case "service": {
      const read = await machine.pc.services([sign.name]);
      if (read.state !== "found") return unreadable(read);
      const state = read.value.find(({ name }) => name === sign.name)?.state;
      if (state === undefined || state === "unknown")
        return { is: "unreadable", exact: false, below: false };
      return plainly((state === "running") === sign.running ? "after" : "before");
    }
    case "program": {
      const read = await machine.pc.programs();
      if (!isKnown(read)) return unreadable(read);
      const named = (presentIn(read) ?? []).filter((one) => hasName(sign.names, one));
      const there = named.some(
        ({ state, version }) => state === "complete" && !isOlder(version, sign.atLeast),
      );
      const gone = named.every(({ key }) => key === undefined);
      if (!sign.there || !there || !sign.services)
        return plainly((sign.there ? there : gone) ? "after" : "before");
      const services = await machine.pc.services(sign.services);
      if (services.state !== "found") return unreadable(services);
      const some = services.value.some(({ state }) => state !== "absent");
      return plainly(some ? "after" : "before");
    }
  }
}
