import { z } from "zod";
import { Id, provenance, Text } from "./common.ts";
import { most } from "./most.ts";

/**
 * What a script on the paying page can see of a symptom. `popup-closed`: the window opened and was
 * gone again at once; `opener-lost`: page and window cannot reach each other; `agent-silent`: a
 * program on the PC does not answer the page.
 */
export const pageSigns = [
  "browser-excluded",
  "popup-blocked",
  "popup-closed",
  "opener-lost",
  "agent-silent",
  "loopback-denied",
  "timeout",
] as const;
export type PageSign = (typeof pageSigns)[number];

/** What the user sees, and which causes show themselves so, the most usual first. */
export const Symptom = z.strictObject({
  id: Id,
  title: Text,
  /** The message on the screen, to the letter, where there is one. */
  message: z.string().optional(),
  when: Text.optional(),
  causes: z.array(z.string().min(1)).min(1).max(most.causes),
  /** How a script on the page knows it; `agent` where one agent is meant. */
  pageSees: z.array(z.strictObject({ sign: z.enum(pageSigns), agent: Id.optional() })).optional(),
  ...provenance,
});
export type Symptom = z.infer<typeof Symptom>;

export const SymptomsFile = z.strictObject({ symptoms: z.array(Symptom).max(most.symptoms) });
