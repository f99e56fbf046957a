import { z } from "zod";
import { Day, FileName, Id, provenance, Text } from "./common.ts";

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/, "64 lower-case hex digits");

/** One certificate file of the guide, and which certificates it may be. */
export const Certificate = z.strictObject({
  id: Id,
  title: Text,
  file: FileName,
  url: z.url(),
  store: z.enum(["root"]),
  /** More than one where only the provider knows which; lint asks for one. */
  candidates: z
    .array(
      z.strictObject({
        subject: z.string().min(1),
        sha1: z
          .string()
          .regex(/^[0-9a-f]{40}$/, "40 lower-case hex digits")
          .optional(),
        sha256: Sha256.optional(),
        notBefore: Day.optional(),
        notAfter: Day.optional(),
        /** Since when the operating system no longer trusts it, and for what. */
        distrusted: z
          .strictObject({
            since: Day,
            note: Text,
            /** What was issued before stays trusted. */
            newOnly: z.literal(true).optional(),
          })
          .optional(),
        ...provenance,
      }),
    )
    .min(1),
  purpose: Text,
  /** What serves today in its place, for when none of the candidates may be trusted any more. */
  replacement: z.strictObject({ text: Text, ...provenance }).optional(),
  ...provenance,
});

export const CertificatesFile = z.strictObject({ certificates: z.array(Certificate) });
