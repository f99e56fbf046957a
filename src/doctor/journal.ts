import { z } from "zod";
import { Change } from "../actions/change.ts";
import { machineFolder, userFolder } from "../actions/own-folder.ts";
import type { Whose } from "../actions/scope.ts";
import { actionIds } from "../guide/schema/action.ts";
import { RegistryValueShape } from "../machine/registry-shape.ts";
import type { Done, System } from "../machine/system.ts";

/**
 * What one treatment changes, written before each change is made: whatever happens in between, the
 * journal tells what was there before. One file for each treatment.
 */
const short = z.string().max(1_000);

/**
 * How far an entry has come. `planned`: nothing was done. `begun`, `undoing`: it may be done, not
 * done, or something between. `left`: it stays as it is, for `why`.
 */
const states = ["planned", "begun", "done", "undoing", "undone", "left"] as const;

/** Why an entry stays: somebody else has changed it since, or there is no way back. */
const leftBecause = ["foreign", "lasting", "not-ours"] as const;
export type LeftBecause = (typeof leftBecause)[number];

/** A key as it stood after a program had changed it, which has no way back of its own. */
const Seen = z.strictObject({
  path: z.string().max(4_096),
  values: z.array(RegistryValueShape).nullable(),
});
export type Seen = z.infer<typeof Seen>;

export const Entry = z.strictObject({
  action: z.enum(actionIds),
  change: Change,
  state: z.enum(states),
  why: z.enum(leftBecause).optional(),
  /** What others change after that is theirs and stays. */
  seen: z.array(Seen).max(5_000).optional(),
});
export type Entry = z.infer<typeof Entry>;

export const Journal = z.strictObject({
  schema: z.literal("jochi.journal/1"),
  id: z.string().regex(/^\d{8}-\d{6}-[a-z0-9-]{1,100}$/),
  writtenBy: short,
  guide: z.strictObject({ id: short, edition: short }),
  remedy: z.string().regex(/^[a-z0-9-]{1,80}$/),
  startedAt: z.iso.datetime(),
  /** Which way it is being walked. */
  direction: z.enum(["forward", "back"]),
  /** Null while it is under way. */
  ended: z.enum(["applied", "rolled-back", "undone"]).nullable(),
  /** A check that had failed passed afterwards. */
  helped: z.literal(true).optional(),
  entries: z.array(Entry).max(1_000),
});
export type Journal = z.infer<typeof Journal>;

/** A journal and the file it stands in. */
export interface Kept {
  file: string;
  journal: Journal;
}

/** A file among the journals that cannot be understood. It is never changed. */
export interface Damaged {
  file: string;
  problem: "unreadable" | "not-json" | "other-version" | "not-a-journal";
  /** Where in it, or the code of the failure. */
  place: string;
}

export interface Journals {
  /** All there are, the oldest first. */
  list(): Promise<{ kept: Kept[]; damaged: Damaged[] }>;
  /** A file name that is free, for a treatment that begins now and so is the newest. */
  begin(journal: Omit<Journal, "id" | "startedAt">, now: number): Promise<Kept>;
  /** The whole file or nothing of it, flushed. */
  write(kept: Kept): Promise<Done>;
}

const ofUser = `${userFolder}\\journal`;
/** What was changed with an administrator's rights is kept where he alone may write. */
const ofMachine = `${machineFolder}\\journal`;
const journalsMax = 10_000;
const journalBytesMax = 64 * 1024 * 1024;

export function openJournals(system: System): Journals {
  async function listFolder(folder: string, kept: Kept[], damaged: Damaged[]) {
    const names = await system.listFolder(folder, journalsMax);
    if (names.state === "unreadable")
      damaged.push({ file: folder, problem: "unreadable", place: names.code ?? names.failure });
    if (names.state !== "found") return;
    for (const name of names.value.filter((each) => each.toLowerCase().endsWith(".json"))) {
      const file = `${folder}\\${name}`;
      const read = await readJournal(system, file);
      if (read === undefined) continue;
      if ("problem" in read) damaged.push({ file, ...read });
      else kept.push({ file, journal: read });
    }
  }

  async function list() {
    const kept: Kept[] = [];
    const damaged: Damaged[] = [];
    for (const folder of [ofUser, ofMachine]) await listFolder(folder, kept, damaged);
    const order = ({ journal }: Kept) => `${journal.startedAt} ${journal.id}`;
    kept.sort((a, b) => (order(a) < order(b) ? -1 : 1));
    return { kept, damaged };
  }

  return {
    list,

    async begin(journal, now) {
      const elevated = await system.elevated();
      const folder = elevated.state === "found" && elevated.value ? ofMachine : ofUser;
      // Going back goes by this order, whatever the clock of the PC was set to meanwhile.
      const last = Date.parse((await list()).kept.at(-1)?.journal.startedAt ?? "");
      const startedAt = new Date(Math.max(now, last + 1 || 0)).toISOString();
      const day = new Date(now).toISOString().replace(/[-:]/g, "");
      const name = `${day.slice(0, 8)}-${day.slice(9, 15)}-${journal.remedy}`;
      for (let count = 1; ; count += 1) {
        const id = count === 1 ? name : `${name}-${count}`;
        const file = `${folder}\\${id}.json`;
        const fact = await system.fileFact(file);
        if (fact.state === "absent" || count >= journalsMax)
          return { file, journal: { ...journal, id, startedAt } };
      }
    },

    async write({ file, journal }) {
      // Nothing is done whose record could not be read again.
      const parsed = Journal.safeParse(journal);
      if (!parsed.success)
        return { ok: false, failure: "other", code: parsed.error.issues[0]?.path.join(".") };
      const bytes = new TextEncoder().encode(`${JSON.stringify(journal, null, 1)}\n`);
      if (bytes.length > journalBytesMax) return { ok: false, failure: "too-large" };
      return system.writeFile(file, bytes);
    },
  };
}

/** Undefined where the file went away meanwhile. */
async function readJournal(
  system: System,
  file: string,
): Promise<Journal | Omit<Damaged, "file"> | undefined> {
  const read = await system.readFile(file, journalBytesMax);
  if (read.state === "absent") return undefined;
  if (read.state !== "found") {
    const place = read.state === "unreadable" ? (read.code ?? read.failure) : read.state;
    return { problem: "unreadable", place };
  }
  let parsed: unknown;
  try {
    parsed = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(read.value));
  } catch {
    return { problem: "not-json", place: `${read.value.length}` };
  }
  const schema = z.object({ schema: z.string() }).safeParse(parsed).data?.schema;
  if (schema !== undefined && schema !== "jochi.journal/1")
    return { problem: "other-version", place: schema.slice(0, 100) };
  const journal = Journal.safeParse(parsed);
  if (!journal.success)
    return { problem: "not-a-journal", place: journal.error.issues[0]?.path.join(".") || "schema" };
  const name = file.slice(file.lastIndexOf("\\") + 1);
  if (name.toLowerCase() !== `${journal.data.id}.json`.toLowerCase())
    return { problem: "not-a-journal", place: "id" };
  return journal.data;
}

/** Who may have written it: an administrator, or whoever uses this account. */
export function whoseIs({ file }: Kept): Whose {
  return file.toLowerCase().startsWith(`${ofMachine.toLowerCase()}\\`) ? "machine" : "user";
}

/** Whether it was cut off in the middle. */
export function isUnfinished({ journal }: Kept): boolean {
  return journal.ended === null;
}

/** Whether anything of it can still be taken back. */
export function isOpen({ journal }: Kept): boolean {
  const open = ["begun", "done", "undoing"];
  return (
    isUnfinished({ file: "", journal }) || journal.entries.some(({ state }) => open.includes(state))
  );
}
