import { z } from "zod";

/** What is true of a PC apart from its network, as it stands in an evidence file. */
const short = z.string().max(1_000);

export const browserIds = ["ie", "edge", "chrome", "whale", "firefox"] as const;

export const InstalledProgram = z.strictObject({
  name: short,
  version: short.optional(),
  publisher: short.optional(),
  /** `half` where the entry has no files, or the files no entry. */
  state: z.enum(["complete", "half"]),
  /** Whether its service or process runs; absent where it has none. */
  running: z.boolean().optional(),
});
export type InstalledProgram = z.infer<typeof InstalledProgram>;

export const RootCertificate = z.strictObject({
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  subject: short,
  notAfter: z.number(),
  /** The store lists it among those never to be trusted. */
  distrusted: z.boolean(),
});
export type RootCertificate = z.infer<typeof RootCertificate>;

export const Browser = z.strictObject({
  id: z.enum(browserIds),
  version: short,
  default: z.boolean(),
});
export type Browser = z.infer<typeof Browser>;

/** A site entry as a person typed it, and the zone it was put in (2 is Trusted). */
export const ZoneEntry = z.strictObject({ entry: short, zone: z.int().min(0).max(4) });
export type ZoneEntry = z.infer<typeof ZoneEntry>;

export const PopupSetting = z.strictObject({
  browser: z.enum(browserIds),
  blocked: z.boolean(),
  allowed: z.array(short).max(1_000),
});
export type PopupSetting = z.infer<typeof PopupSetting>;
