import { z } from "zod";
import { limits } from "./limits.ts";
import { refuse } from "./refusal.ts";

/** What each call takes, to the letter: a key more or less is refused. Types are those of wire.ts. */
const word = z.string().min(1).max(120);
const guide = z.string().regex(/^[a-z0-9-]{1,80}@[0-9.]{4,10}$/);
const secret = z.string().min(1).max(100);

export const asks = {
  session: z.strictObject({ once: secret }),
  diagnose: z.strictObject({
    guide,
    symptom: word.optional(),
    /** Of the guide's own questions, and remedies that did not help. */
    answers: z
      .record(z.string().regex(/^(lead|tried):[a-z0-9-]{1,80}$/), z.string().min(1).max(40))
      .refine((all) => Object.keys(all).length <= limits.answers)
      .optional(),
  }),
  preview: z.strictObject({ guide, remedy: word }),
  treat: z.strictObject({ guide, remedy: word, preview: secret }),
  undo: z.strictObject({ id: z.string().min(1).max(200) }),
  handOver: z.strictObject({
    guide,
    lang: z.enum(["ko", "en"]),
    format: z.string().regex(/^[a-z]{2,8}$/),
    rows: z.array(z.string().max(400)).max(limits.rows),
  }),
  demo: z.union([
    z.strictObject({ faults: z.array(z.string().min(1).max(200)).max(limits.demoFaults) }),
    z.strictObject({ done: word }),
    z.strictObject({ open: z.literal("shop") }),
  ]),
} as const;

/** A body as one of them. Throws a Refusal that names the place, and never the value. */
export function asked<T>(shape: z.ZodType<T>, body: unknown): T {
  const found = shape.safeParse(body);
  if (found.success) return found.data;
  const place = found.error.issues[0]?.path.map(String).join(".") ?? "";
  throw refuse("bad-request", place === "" ? "(top)" : place.slice(0, 80));
}
