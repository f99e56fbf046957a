import { z } from "zod";

/**
 * Everything that was seen on one PC at one time. The report is a pure function of this file and
 * the guide it names, today and in ten years.
 */

/** JSON of limited size and depth; each probe's own schema says more. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** One thing that was looked at: which probe, with what, and what it saw. */
export interface Fact {
  probe: string;
  with: Record<string, Json>;
  /** When it began, ms after `startedAt`. */
  at: number;
  ms: number;
  /** What the probe saw. */
  fact?: unknown;
  /** Instead of a fact: the probe itself broke. Its error's name or code. */
  error?: string;
}

export interface Evidence {
  schema: "jochi.evidence/1";
  /** Version of Jochi that gathered it. */
  gatheredBy: string;
  guide: { id: string; edition: string };
  /** `browser`: a page has looked, and saw no more than its browser shows. */
  platform: "linux" | "windows" | "memory" | "browser";
  symptom?: string;
  /** ISO 8601, UTC. */
  startedAt: string;
  durationMs: number;
  /** True where the budget ended before everything was looked at. */
  incomplete: boolean;
  /** There where people and places were taken out: how, with which key, and how many times. */
  redacted?: { method: "jochi.redaction/1"; key: string; removals: number };
  facts: Fact[];
}

/** Where the file format ends and each probe's schema begins. */
export const EvidenceFile = z.strictObject({
  schema: z.literal("jochi.evidence/1"),
  gatheredBy: z.string().max(40),
  guide: z.strictObject({ id: z.string().max(80), edition: z.string().max(20) }),
  platform: z.enum(["linux", "windows", "memory", "browser"]),
  symptom: z.string().max(80).optional(),
  startedAt: z.iso.datetime(),
  durationMs: z.number().min(0).max(86_400_000),
  incomplete: z.boolean(),
  redacted: z
    .strictObject({
      method: z.literal("jochi.redaction/1"),
      /** Which key, and nothing by which it could be found. */
      key: z.string().regex(/^[0-9a-f]{16}$/),
      removals: z.int().min(0).max(10_000_000),
    })
    .optional(),
  facts: z
    .array(
      z.strictObject({
        probe: z.string().max(40),
        with: z.record(z.string().max(40), z.json()),
        at: z.number().min(0).max(86_400_000),
        ms: z.number().min(0).max(86_400_000),
        fact: z.unknown().optional(),
        error: z.string().max(80).optional(),
      }),
    )
    .max(5_000),
});
