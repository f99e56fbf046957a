import { z } from "zod";
import { failures } from "../failure.ts";
import type { WorldPcFacts } from "../world.ts";

const text = z.string().max(1_000);
const browser = z.enum(["ie", "edge", "chrome", "whale", "firefox"]);
const methods = z.enum([
  "browsers",
  "programs",
  "zoneEntries",
  "popups",
  "rootCertificates",
  "exists",
]);

/** The file JOCHI_LAB_PC_FACTS names. Kept apart so that other runs do not load the validator. */
export const PcFactsFile = z.strictObject({
  browsers: z.array(z.strictObject({ id: browser, version: text, default: z.boolean() })).max(100),
  programs: z
    .array(
      z.strictObject({
        name: text,
        version: z.exactOptional(text),
        publisher: z.exactOptional(text),
        state: z.enum(["complete", "half"]),
        running: z.exactOptional(z.boolean()),
      }),
    )
    .max(10_000),
  zoneEntries: z.array(z.strictObject({ entry: text, zone: z.int().min(0).max(4) })).max(10_000),
  popups: z
    .array(z.strictObject({ browser, blocked: z.boolean(), allowed: z.array(text).max(10_000) }))
    .max(100),
  rootCertificates: z
    .array(
      z.strictObject({
        sha256: z.string().regex(/^[0-9a-f]{64}$/),
        subject: text,
        notAfter: z.number(),
        distrusted: z.boolean(),
      }),
    )
    .max(10_000),
  paths: z.array(text).max(10_000),
  unreadable: z.partialRecord(methods, z.enum(failures)) as z.ZodType<WorldPcFacts["unreadable"]>,
}) satisfies z.ZodType<WorldPcFacts>;
