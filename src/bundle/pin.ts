import { z } from "zod";

/** What a file of a bundle is, and by what it is known again. All that is signed about it. */
const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const Day = z.iso.date();
const Short = z.string().min(1).max(300);
const Words = z.strictObject({ ko: Short, en: Short.optional() });

/** Where it came from, as whoever put it in says. */
const from = {
  /** An address, or words for where else somebody got it. */
  source: z.string().min(1).max(1_000),
  retrievedOn: Day,
};

/** Which guide asks for it, and under which id. */
const asked = {
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  guide: z.string().regex(/^[a-z0-9-]+@\d{4}(\.\d{1,2})?$/),
  title: Words,
  /** What the guide needs it for. */
  purpose: Words,
  /** The last day on which it may be used. */
  expires: Day,
};

export const PublisherFound = z.strictObject({
  subject: Short,
  issuer: Short,
  /** Accepts SHA-1 and short keys, as the guide does for old installers. */
  old: z.literal(true).optional(),
});

export const InstallerPin = z.strictObject({
  kind: z.literal("installer"),
  ...asked,
  /** Common names of who signed it and of the authority above; absent where a hash alone is pinned. */
  publisher: PublisherFound.optional(),
  ...from,
});

export const CertificatePin = z.strictObject({
  kind: z.literal("certificate"),
  ...asked,
  certificate: z.strictObject({
    subject: Short,
    /** Of the certificate itself, whether the file is DER or PEM. */
    sha256: Sha256,
    notBefore: Day,
    notAfter: Day,
    /** What it says of itself that it may be used for. */
    purposes: z.array(z.string().max(20)).max(8),
  }),
  ...from,
});

export const Pin = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("plan") }),
  z.strictObject({ kind: z.literal("guide"), guide: asked.guide }),
  z.strictObject({ kind: z.literal("page"), guide: asked.guide }),
  z.strictObject({ kind: z.literal("program"), version: Short.optional(), ...from }),
  InstallerPin,
  CertificatePin,
]);
export type Pin = z.infer<typeof Pin>;
export type PinKind = Pin["kind"];
export type InstallerPin = z.infer<typeof InstallerPin>;
export type CertificatePin = z.infer<typeof CertificatePin>;
