import type { Change, RunChange } from "../actions/change.ts";
import { isInScope, type Whose } from "../actions/scope.ts";
import type { Machine } from "../machine/machine.ts";
import type { Done } from "../machine/system.ts";
import { copyChecked, dropCopies } from "./copies.ts";
import type { Driven } from "./driven.ts";
import { giveBackKept } from "./give-back.ts";
import type { Entry, LeftBecause } from "./journal.ts";
import { removalOf } from "./removal.ts";
import { type Standing, standingOf } from "./standing.ts";

/** Or a key that was only to hold others has been made by somebody else, and so is not ours. */
export type Forwarded = Driven | { is: "needless" };

const runBytesMax = 65_536;
/** Programs go on after their first process has ended; so long their work is waited for. */
const settleMs = 15_000;
const lookAgainMs = 500;
/** A page of settings is open as long as a person needs it. */
const openMs = 600_000;

/** Makes a change that stands as it was when it was planned. */
export async function forward(machine: Machine, change: Change): Promise<Forwarded> {
  if (change.kind === "open") return open(machine, change);
  const now = await standingOf(machine, change);
  if (now.is === "unreadable") return { is: "failed", failure: "unreadable", code: now.code };
  if (now.is !== "before" && isOnlyPlace(change)) return { is: "needless" };
  if (now.is !== "before" && now.is !== "unknown")
    return { is: "failed", failure: "changed-meanwhile" };
  if (change.kind === "run") return start(machine, change);
  return settle(machine, change, "after");
}

/** Two remedies of one run may each want the same key for what they put below it. */
function isOnlyPlace(change: Change): boolean {
  return change.kind === "key" && change.before === null && change.after?.length === 0;
}

/** What taking a change back comes to, as things are now. */
export type WayBackNow =
  | { is: "is-back" }
  | { is: "take-back" }
  /** Only what was kept of it can be given back. */
  | { is: "give-back-kept" }
  | { is: "left"; why: LeftBecause };

/**
 * @param whose in whose folder the change is written down
 * @param midway whether the change was being made or taken back when the program ended
 */
export function wayBackNow(
  change: Change,
  now: Standing,
  whose: Whose,
  midway: boolean,
): WayBackNow {
  if (change.kind === "open") return { is: "is-back" };
  if (!isInScope(change, whose)) return { is: "left", why: "not-ours" };
  if (change.kind === "run") {
    if (now.is === "before") return { is: "is-back" };
    return { is: change.back.way === "none" ? "give-back-kept" : "take-back" };
  }
  if (now.is === "before" && (now.exact || !midway)) return { is: "is-back" };
  const ours = now.is === "after" || (midway && now.is !== "foreign");
  if (!ours || (change.kind === "key" && change.before === null && now.below))
    return { is: "left", why: "foreign" };
  return { is: "take-back" };
}

/** Takes a change back, or leaves it where it is not ours any more. */
export async function back(
  machine: Machine,
  entry: Entry,
  whose: Whose,
  midway: boolean,
): Promise<Driven> {
  const { change } = entry;
  await dropCopies(machine.system, change);
  const now = await standingOf(machine, change);
  if (now.is === "unreadable") return { is: "failed", failure: "unreadable", code: now.code };
  const way = wayBackNow(change, now, whose, midway);
  if (way.is === "is-back") return { is: "done" };
  if (way.is === "left") return way;
  if (change.kind === "key" || change.kind === "file") return settle(machine, change, "before");
  if (change.kind === "open") return { is: "done" };
  return way.is === "give-back-kept"
    ? giveBackKept(machine.system, change, entry.seen)
    : runBack(machine, change);
}

/** Writes one side of a change and looks whether it is there. */
async function settle(
  machine: Machine,
  change: Exclude<Change, { kind: "run" | "open" }>,
  side: "before" | "after",
): Promise<Driven> {
  const written = await write(machine, change, side);
  if (!written.ok) return { is: "failed", failure: written.failure, code: written.code };
  const seen = await standingOf(machine, change);
  return seen.is === side ? { is: "done" } : { is: "failed", failure: "not-seen", code: seen.is };
}

async function write(
  { system }: Machine,
  change: Exclude<Change, { kind: "run" | "open" }>,
  side: "before" | "after",
): Promise<Done> {
  if (change.kind === "key") {
    const { path, view } = change;
    return system.writeKey({ path, ...(view && { view }), values: change[side] });
  }
  const bytes = change[side];
  return bytes === null
    ? system.remove(change.path)
    : system.writeFile(change.path, Buffer.from(bytes, "base64"));
}

async function start(machine: Machine, change: RunChange): Promise<Driven> {
  const copied = await copyChecked(machine.system, change);
  const driven = copied ?? (await runAndSee(machine, change, change, "after"));
  await dropCopies(machine.system, change);
  return driven;
}

interface Call {
  program: string;
  args: readonly string[];
}

/** What is seen afterwards counts; what the program says of itself only where nothing is seen. */
async function runAndSee(
  machine: Machine,
  { program, args }: Call,
  change: RunChange,
  wanted: "before" | "after",
): Promise<Driven> {
  const { timeoutMs, visible } = change;
  const limits = { timeoutMs, maxBytes: runBytesMax, visible };
  const ran = await machine.system.run(program, args, limits);
  if (ran.state === "absent" || ran.state === "not-applicable")
    return { is: "failed", failure: "not-started", code: program };
  if (ran.state === "unreadable") return { is: "failed", failure: ran.failure, code: ran.code };
  const begun = machine.elapsed();
  let seen = await standingOf(machine, change);
  while (seen.is !== wanted && seen.is !== "unknown" && machine.elapsed() - begun < settleMs) {
    await machine.sleep(lookAgainMs);
    seen = await standingOf(machine, change);
  }
  if (seen.is === wanted) return { is: "done" };
  const { code } = ran.value;
  if (code !== 0) return { is: "failed", failure: "exit-code", code: String(code) };
  return seen.is === "unknown" ? { is: "done" } : { is: "failed", failure: "not-seen" };
}

async function runBack(machine: Machine, change: RunChange): Promise<Driven> {
  const { back: way } = change;
  if (way.way === "run") return runAndSee(machine, way, change, "before");
  const names = way.way === "uninstall" ? way.names : [];
  const removal = await removalOf(machine, names);
  if (removal.is !== "command") return removal;
  // Nothing of it was there before; uninstallers go on by themselves and drop their entry last.
  const gone: RunChange = { ...change, done: { sign: "program", names, there: false } };
  return runAndSee(machine, removal.command, gone, "after");
}

async function open(
  { system }: Machine,
  { program, args }: Extract<Change, { kind: "open" }>,
): Promise<Driven> {
  const limits = { timeoutMs: openMs, maxBytes: runBytesMax, visible: true };
  const ran = await system.run(program, args, limits);
  if (ran.state === "absent" || ran.state === "not-applicable")
    return { is: "failed", failure: "not-started", code: program };
  // How it ended, or that somebody still has it open, is nothing to judge by.
  if (ran.state === "unreadable" && ran.failure !== "timeout")
    return { is: "failed", failure: "not-started", code: ran.code ?? ran.failure };
  return { is: "done" };
}
