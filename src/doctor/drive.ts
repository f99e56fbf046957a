import type { Change, RunChange } from "../actions/change.ts";
import { sha256Of } from "../actions/file-hash.ts";
import { hasName, uninstallerOf } from "../actions/installed.ts";
import { sameValues } from "../actions/key-drafts.ts";
import { isInScope } from "../actions/scope.ts";
import type { Failure } from "../evidence/outcome.ts";
import type { Machine } from "../machine/machine.ts";
import type { Done } from "../machine/system.ts";
import type { LeftBecause } from "./journal.ts";
import { type Standing, standingOf } from "./standing.ts";

/** What became of one change, made or taken back. */
export type Driven =
  | { is: "done" }
  /** It stays as it is. */
  | { is: "left"; why: LeftBecause }
  | { is: "failed"; failure: FailedBecause; code?: string | undefined };

/** Or a key that was only to hold others has been made by somebody else, and so is not ours. */
export type Forwarded = Driven | { is: "needless" };

export const failures = [
  /** It was no longer as the preview had shown it. */
  "changed-meanwhile",
  "file-changed",
  "not-started",
  "exit-code",
  /** The program says that all is well, and nothing shows it. */
  "not-seen",
  "stopped",
  "journal",
  "not-verified",
] as const;
export type FailedBecause = Failure | (typeof failures)[number];

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

/** @param midway whether the change was being made or taken back when the program ended */
export function wayBackNow(change: Change, now: Standing, midway: boolean): WayBackNow {
  if (change.kind === "open") return { is: "is-back" };
  if (!isInScope(change)) return { is: "left", why: "not-ours" };
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
export async function back(machine: Machine, change: Change, midway: boolean): Promise<Driven> {
  const now = await standingOf(machine, change);
  if (now.is === "unreadable") return { is: "failed", failure: "unreadable", code: now.code };
  const way = wayBackNow(change, now, midway);
  if (way.is === "is-back") return { is: "done" };
  if (way.is === "left") return way;
  if (change.kind === "key" || change.kind === "file") return settle(machine, change, "before");
  if (change.kind === "open") return { is: "done" };
  return way.is === "give-back-kept" ? giveBackKept(machine, change) : runBack(machine, change);
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
  for (const { path, sha256 } of change.files) {
    const hash = await sha256Of(machine.system, path);
    if (hash.state !== "found" || hash.value !== sha256)
      return { is: "failed", failure: "file-changed", code: path };
  }
  return runAndSee(machine, change, change, "after");
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
  const programs = await machine.pc.programs();
  if (programs.state !== "found") return { is: "failed", failure: "unreadable" };
  const installed = programs.value.find((one) => hasName(names, one));
  const command = installed && (await uninstallerOf(machine.system, installed));
  if (command?.is !== "command") return { is: "left", why: "lasting" };
  return runAndSee(machine, command.command, change, "before");
}

/** What was kept of it is put back; the rest is lost. */
async function giveBackKept({ system }: Machine, { kept }: RunChange): Promise<Driven> {
  for (const { path, values } of kept) {
    const read = await system.readKey(path);
    if (read.state === "found" && sameValues(read.value.values, values)) continue;
    const written = await system.writeKey({ path, values });
    if (!written.ok) return { is: "failed", failure: written.failure, code: written.code };
  }
  return { is: "left", why: "lasting" };
}

async function open(
  { system }: Machine,
  { program, args }: Extract<Change, { kind: "open" }>,
): Promise<Driven> {
  const limits = { timeoutMs: openMs, maxBytes: runBytesMax, visible: true };
  const ran = await system.run(program, args, limits);
  if (ran.state === "absent" || ran.state === "not-applicable")
    return { is: "failed", failure: "not-started", code: program };
  return { is: "done" };
}
