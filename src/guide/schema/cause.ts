import { z } from "zod";
import { owners } from "../../evidence/verdict.ts";
import { Id, provenance, Text } from "./common.ts";
import { most } from "./most.ts";

/**
 * Why checks fail. An id from the closed list of verdicts or causes (`tcp.drop`,
 * `site.not-trusted`) or one of the guide's own.
 */
export const Cause = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+([.-][a-z0-9]+)*$/, "a cause id, e.g. tcp.drop"),
  /** Absent for causes of the closed list, whose words Jochi brings. */
  title: Text.optional(),
  owner: z.enum(owners).optional(),
  /** Ids of the requirements whose failed check confirms it; absent for network verdicts. */
  confirmedBy: z.array(Id).optional(),
  /** No check can see it: it is what is left when a symptom stays and every check passes. */
  remains: z.literal(true).optional(),
  /** In the guide's order. */
  remedies: z.array(Id).max(most.remediesOfCause),
  /** What helps instead where a policy or the administrator's own setting is behind it. */
  managedRemedies: z.array(Id).min(1).max(most.remediesOfCause).optional(),
  ...provenance,
});
export type Cause = z.infer<typeof Cause>;

export const CausesFile = z.strictObject({ causes: z.array(Cause).max(most.causes) });
