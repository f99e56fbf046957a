import { z } from "zod";
import { owners } from "../../evidence/verdict.ts";
import { Id, provenance, Text } from "./common.ts";

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
  source: provenance.source,
});
export type Step = z.infer<typeof Step>;

export const Remedy = z.strictObject({
  id: Id,
  /** The number the printed guide gives it. */
  number: z.int().min(1).optional(),
  title: Text,
  owner: z.enum(owners),
  minutes: z.number().positive(),
  /** Whether Jochi has an action for it. */
  automatic: z.boolean(),
  irreversible: Text.optional(),
  warnings: z.array(z.strictObject({ text: Text, source: provenance.source })).optional(),
  steps: z.array(Step).min(1),
  /** Requirement ids, or `endpoints`, that are checked again afterwards. */
  verifies: z.array(Id),
  ...provenance,
});
export type Remedy = z.infer<typeof Remedy>;

export const RemediesFile = z.strictObject({ remedies: z.array(Remedy) });
