import { z } from "zod";
import { browserIds } from "./browser-ids.ts";
import { places } from "./place.ts";

export { browserIds } from "./browser-ids.ts";
export { type Place, places } from "./place.ts";

/** What is true of a PC apart from its network, as it stands in an evidence file. */
const short = z.string().max(1_000);

export const InstalledProgram = z.strictObject({
  name: short,
  version: short.optional(),
  publisher: short.optional(),
  /** `half` where the entry has no files, or the files no entry. */
  state: z.enum(["complete", "half"]),
  /** Whether its service or process runs; absent where it has none. */
  running: z.boolean().optional(),
  /** The registry key of its entry, and where 32-bit programs see it, for those who remove it. */
  key: short.optional(),
  view: z.enum(["64", "32"]).optional(),
  installFolder: short.optional(),
  /** The command that it registered for its own removal. */
  uninstall: short.optional(),
});
export type InstalledProgram = z.infer<typeof InstalledProgram>;

export const RootCertificate = z.strictObject({
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  subject: short,
  notAfter: z.number(),
  notBefore: z.number().optional(),
  sha1: z
    .string()
    .regex(/^[0-9a-f]{40}$/)
    .optional(),
  /** Where it was found; absent where the system does not tell its stores apart. */
  stores: z
    .array(z.enum(["user", "machine", "policy"]))
    .max(3)
    .optional(),
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

/**
 * A site entry as the settings window shows it (`*.bankpay.or.kr`, `https://www.bankpay.or.kr`,
 * `10.0.0.1-20`), and the zone it was put in (2 is Trusted). Without a place: the user's own.
 */
export const ZoneEntry = z.strictObject({
  entry: short,
  zone: z.int().min(0).max(4),
  place: z.enum(places).optional(),
});
export type ZoneEntry = z.infer<typeof ZoneEntry>;

/** What holds for security zones as a whole. */
export const ZoneSettings = z.strictObject({
  /** `Security_HKLM_only`: what users entered themselves counts for nothing. */
  machineOnly: z.boolean(),
  /** `ListBox_Support_ZoneMapKey`: the list is a policy's, and users cannot change it. */
  listFromPolicy: z.boolean(),
  zones: z
    .array(
      z.strictObject({
        zone: z.int().min(0).max(4),
        /** Value 1809: whether the pop-up blocker works in this zone; absent where not set. */
        popupBlocker: z.boolean().optional(),
        /** Value 2500; absent where not set. */
        protectedMode: z.boolean().optional(),
      }),
    )
    .max(5),
});
export type ZoneSettings = z.infer<typeof ZoneSettings>;

/** One policy of a browser, by the name its maker gives it; a list policy has several values. */
export const BrowserPolicy = z.strictObject({
  browser: z.enum(browserIds),
  place: z.enum(["user-policy", "machine-policy"]),
  name: short,
  values: z.array(short).max(1_000),
});
export type BrowserPolicy = z.infer<typeof BrowserPolicy>;

/** What a browser's user once answered when a page asked for something of this PC. */
export const SitePermission = z.strictObject({
  browser: z.enum(browserIds),
  permission: z.enum(["local-network", "loopback-network", "popups"]),
  origin: short,
  setting: z.enum(["allow", "block", "ask"]),
});
export type SitePermission = z.infer<typeof SitePermission>;

/** A Windows service: `unknown` where only its entry could be read and not whether it runs. */
export const Service = z.strictObject({
  name: short,
  state: z.enum(["absent", "disabled", "stopped", "running", "unknown"]),
});
export type Service = z.infer<typeof Service>;

export const PopupSetting = z.strictObject({
  browser: z.enum(browserIds),
  blocked: z.boolean(),
  allowed: z.array(short).max(1_000),
});
export type PopupSetting = z.infer<typeof PopupSetting>;
