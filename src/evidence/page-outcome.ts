import { z } from "zod";

/** What a page sees of the browser that shows it, without asking anything outside. */
export const PageFact = z.strictObject({
  /** Whether this page may reach programs on the PC; another page's permission may be another. */
  loopback: z.enum(["granted", "denied", "prompt", "unknown"]),
  cookies: z.boolean(),
  /** A window opened upon a click, and one by itself; absent where nobody agreed to try. */
  popup: z
    .strictObject({ clicked: z.enum(["opened", "blocked"]), alone: z.enum(["opened", "blocked"]) })
    .optional(),
  /** Between these a right clock must be, ms since 1970. */
  clock: z.strictObject({
    earliest: z.number().min(-8.64e15).max(8.64e15),
    latest: z.number().min(-8.64e15).max(8.64e15),
  }),
});
export type PageFact = z.infer<typeof PageFact>;

/** What came of a request of which a page may see only whether it ended. */
export const PageReach = z.strictObject({
  answer: z.enum(["answered", "failed", "timeout"]),
  ms: z.number().min(0).max(86_400_000),
});
export type PageReach = z.infer<typeof PageReach>;

export const PageAgents = z.strictObject({ answer: z.enum(["answers", "silent", "unknown"]) });
export type PageAgents = z.infer<typeof PageAgents>;

/** The answer of the person at the PC, by the question's and the answer's ids. */
export const Told = z.strictObject({ answer: z.string().max(40) });

/** How often each remedy of the guide has helped here before: what journals say that still stand. */
export const Outcomes = z.strictObject({
  helped: z
    .array(z.strictObject({ remedy: z.string().max(80), times: z.int().min(1).max(1_000_000) }))
    .max(500),
});
