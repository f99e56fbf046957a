import type { Reading } from "../evidence/outcome.ts";
import type {
  Browser,
  BrowserPolicy,
  InstalledProgram,
  PopupSetting,
  RootCertificate,
  Service,
  SitePermission,
  ZoneEntry,
  ZoneSettings,
} from "../evidence/pc-outcome.ts";

export type {
  Browser,
  BrowserPolicy,
  InstalledProgram,
  PopupSetting,
  RootCertificate,
  Service,
  SitePermission,
  ZoneEntry,
  ZoneSettings,
} from "../evidence/pc-outcome.ts";

/**
 * What is true of a PC apart from its network. Each answer is a Reading: where an operating system
 * has no such thing it says not-applicable, and never "absent".
 */
export interface PcFacts {
  browsers(): Promise<Reading<Browser[]>>;
  programs(): Promise<Reading<InstalledProgram[]>>;
  zoneEntries(): Promise<Reading<ZoneEntry[]>>;
  zoneSettings(): Promise<Reading<ZoneSettings>>;
  browserPolicies(): Promise<Reading<BrowserPolicy[]>>;
  /** What browsers remember of their users' answers. */
  sitePermissions(): Promise<Reading<SitePermission[]>>;
  services(names: readonly string[]): Promise<Reading<Service[]>>;
  popups(): Promise<Reading<PopupSetting[]>>;
  rootCertificates(): Promise<Reading<RootCertificate[]>>;
  /** Whether a path exists; `%ProgramFiles%` and the like are expanded. */
  exists(path: string): Promise<Reading<boolean>>;
}
