import { z } from "zod";

/** What a bundle is for, in the order in which it is used: `plan.json`. */
const Id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);
const GuideName = z.string().regex(/^[a-z0-9-]+@\d{4}(\.\d{1,2})?$/);

/** Why something that a guide names is not in the bundle. */
export const missingWhys = [
  /** Nobody gave its file. */
  "not-given",
  /** The guide pins neither hash nor signer, so nothing could say that a file is the right one. */
  "no-pin",
  "expired",
  "distrusted",
] as const;
export type MissingWhy = (typeof missingWhys)[number];

export const Plan = z.strictObject({
  schema: z.literal("jochi.bundle-plan/1"),
  /** The day on which it was put together. */
  createdOn: z.iso.date(),
  guides: z
    .array(z.strictObject({ id: Id, edition: z.string().regex(/^\d{4}(\.\d{1,2})?$/) }))
    .min(1),
  /** Every file of the bundle but its metadata and this plan. */
  files: z.array(
    z.strictObject({
      name: z.string().max(120),
      kind: z.enum(["guide", "page", "program", "installer", "certificate"]),
      guide: GuideName.optional(),
      /** The guide's id of a program or certificate. */
      id: Id.optional(),
    }),
  ),
  /** What the guides name and the bundle does not hold. */
  missing: z.array(
    z.strictObject({
      kind: z.enum(["installer", "certificate"]),
      guide: GuideName,
      id: Id,
      why: z.enum(missingWhys),
    }),
  ),
});
export type Plan = z.infer<typeof Plan>;
export type PlannedFile = Plan["files"][number];
export type Missing = Plan["missing"][number];

export const planBytesMax = 1024 * 1024;
