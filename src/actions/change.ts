import { z } from "zod";
import { RegistryValueShape } from "../machine/registry-shape.ts";
import { views } from "../windows/registry.ts";

/**
 * One thing that is changed on a PC, as data: exactly what was there and exactly what is to be
 * there. A treatment is a list of these; a preview shows it, a journal keeps it, and going back is
 * the same list from its end.
 */
const path = z.string().min(1).max(4_096);
const short = z.string().max(1_000);
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

const Values = z.array(RegistryValueShape);

/** A sentence of `src/text` and what fills its gaps. */
const Words = z.strictObject({
  key: short,
  with: z.record(z.string(), z.union([short, z.number()])),
});
export type Words = z.infer<typeof Words>;

const about = z.array(Words).max(100);

/** All values of one registry key. `null`: there is no such key. */
export const KeyChange = z.strictObject({
  kind: z.literal("key"),
  path,
  view: z.enum(views).optional(),
  before: Values.nullable(),
  after: Values.nullable(),
  about,
});
export type KeyChange = z.infer<typeof KeyChange>;

/** A whole file, in base64. `null`: there is no such file. */
export const FileChange = z.strictObject({
  kind: z.literal("file"),
  path,
  before: z.base64().nullable(),
  after: z.base64().nullable(),
  about,
});
export type FileChange = z.infer<typeof FileChange>;

/** By what it is seen whether a program has done what it was started for. */
export const Sign = z.discriminatedUnion("sign", [
  /** A key is there, or is not. */
  z.strictObject({
    sign: z.literal("key"),
    path,
    view: z.enum(views).optional(),
    there: z.boolean(),
  }),
  z.strictObject({ sign: z.literal("service"), name: short, running: z.boolean() }),
  /** A program of one of these names (`*` at the end: any rest) stands among the installed ones. */
  z.strictObject({
    sign: z.literal("program"),
    names: z.array(short),
    there: z.boolean(),
    atLeast: short.optional(),
    /** One of these services must be there as well. */
    services: z.array(short).optional(),
  }),
  /** Nothing shows it afterwards. */
  z.strictObject({ sign: z.literal("none") }),
]);
export type Sign = z.infer<typeof Sign>;

const Call = z.strictObject({ program: path, args: z.array(z.string().max(4_096)).max(50) });

/** What takes back what a program did: another call, the new program's own removal, or nothing. */
export const WayBack = z.discriminatedUnion("way", [
  Call.extend({ way: z.literal("run") }),
  z.strictObject({ way: z.literal("uninstall"), names: z.array(short) }),
  z.strictObject({ way: z.literal("none") }),
]);
export type WayBack = z.infer<typeof WayBack>;

export const RunChange = Call.extend({
  kind: z.literal("run"),
  /**
   * Files that must still have these bytes when it starts. `copy`: where they are copied to before
   * that and used from, so that nobody can exchange them between check and use.
   */
  files: z.array(z.strictObject({ path, sha256, copy: path.optional() })).max(10),
  /** Programs of other makers ask the person at the PC questions, so limits are long. */
  timeoutMs: z.int().min(1_000).max(1_800_000),
  /** Whether it has windows that the person at the PC must see. */
  visible: z.boolean(),
  done: Sign,
  back: WayBack,
  /** Keys that it changes, as they were: what can be given back where nothing else can. */
  kept: z.array(z.strictObject({ path, values: Values })).max(5_000),
  about,
});
export type RunChange = z.infer<typeof RunChange>;

/** A page of settings is opened and nothing is changed. */
export const OpenChange = Call.extend({ kind: z.literal("open"), about });
export type OpenChange = z.infer<typeof OpenChange>;

export const Change = z.discriminatedUnion("kind", [KeyChange, FileChange, RunChange, OpenChange]);
export type Change = z.infer<typeof Change>;

/** Whether all of it can be taken back. */
export function isReversible(change: Change): boolean {
  return change.kind !== "run" || change.back.way !== "none";
}
