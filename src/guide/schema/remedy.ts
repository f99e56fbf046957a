import { z } from "zod";
import { owners } from "../../evidence/verdict.ts";
import { ActionFields } from "./action.ts";
import { Id, provenance, Text } from "./common.ts";
import { most } from "./most.ts";

/** One thing to do. `text` reads alone; the other fields are what a machine can use of it. */
export const Step = z.strictObject({
  text: Text,
  /** The program whose menu it is. */
  app: z.string().min(1).optional(),
  /** Menu words exactly as on the screen, outermost first. */
  menu: z.array(z.string().min(1)).optional(),
  /** What is typed or entered: ids of sites. */
  sites: z.array(Id).optional(),
  programs: z.array(Id).optional(),
  toolbars: z.array(Id).optional(),
  certificates: z.array(Id).optional(),
  files: z.array(Id).optional(),
  /** Buttons pressed, in order, as on the screen. */
  buttons: z.array(z.string().min(1)).optional(),
  /** Captions, options and windows to look for, as on the screen. */
  labels: z.array(z.string().min(1)).optional(),
  ...ActionFields,
  source: provenance.source,
});
export type Step = z.infer<typeof Step>;

/** The lists of a step whose entries are ids of requirements, each of the list of that name. */
export const stepLists = [
  "sites",
  "programs",
  "toolbars",
  "certificates",
  "files",
  "popups",
  "localNetwork",
] as const;

/**
 * What `verifies` may name beside the ids of requirements, and the ids of the checks that each word
 * stands for. An id of a requirement stands for the check of that id; that of an endpoint for its
 * rows, and that of an agent for `agent-` and its role.
 */
export const checkWords = {
  /** Every row: `host|address:port`. */
  endpoints: /^[^|]+\|[^|]+:\d+$/,
  /** Whether the PC is connected to a network. */
  network: /^network$/,
  /** Every DNS server that the PC asks: `resolver-10.0.0.53`. */
  resolvers: /^resolver-.+$/,
  clock: /^clock$/,
  /** The setting itself, and whether it leaves addresses on the PC alone. */
  proxy: /^proxy(-loopback)?$/,
  /** Names under which pages call programs on this PC: `local-name-pfs.example.com`. */
  "local-names": /^local-name-.+$/,
  /** The hosts file has no check of its own: it shows in every row, as `local.hosts-override`. */
  hosts: /^[^|]+\|[^|]+:\d+$/,
} as const satisfies Record<string, RegExp>;

export const Remedy = z.strictObject({
  id: Id,
  /** The number the printed guide gives it. */
  number: z.int().min(1).optional(),
  title: Text,
  owner: z.enum(owners),
  minutes: z.number().positive().max(most.minutes),
  /** Whether Jochi has an action for it; without one it must be false. */
  automatic: z.boolean(),
  irreversible: Text.optional(),
  warnings: z.array(z.strictObject({ text: Text, source: provenance.source })).optional(),
  steps: z.array(Step).min(1).max(most.steps),
  /** What is checked again afterwards: ids of requirements, or the words of `checkWords`. */
  verifies: z.array(Id).max(most.verified),
  ...provenance,
});
export type Remedy = z.infer<typeof Remedy>;

export const RemediesFile = z.strictObject({ remedies: z.array(Remedy).max(most.remedies) });
