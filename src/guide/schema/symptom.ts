import { z } from "zod";
import { Id, provenance, Text } from "./common.ts";

/** What the user sees, and which causes show themselves so, the most usual first. */
export const Symptom = z.strictObject({
  id: Id,
  title: Text,
  /** The message on the screen, to the letter, where there is one. */
  message: z.string().optional(),
  when: Text.optional(),
  causes: z.array(z.string().min(1)).min(1),
  ...provenance,
});
export type Symptom = z.infer<typeof Symptom>;

export const SymptomsFile = z.strictObject({ symptoms: z.array(Symptom) });
