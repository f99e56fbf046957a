import type { Reading } from "../evidence/outcome.ts";
import type {
  Browser,
  InstalledProgram,
  PopupSetting,
  RootCertificate,
  ZoneEntry,
} from "../evidence/pc-outcome.ts";

export type {
  Browser,
  InstalledProgram,
  PopupSetting,
  RootCertificate,
  ZoneEntry,
} from "../evidence/pc-outcome.ts";

/**
 * What is true of a PC apart from its network. Each answer is a Reading: where an operating system
 * has no such thing it says not-applicable, and never "absent".
 */
export interface PcFacts {
  browsers(): Promise<Reading<Browser[]>>;
  programs(): Promise<Reading<InstalledProgram[]>>;
  zoneEntries(): Promise<Reading<ZoneEntry[]>>;
  popups(): Promise<Reading<PopupSetting[]>>;
  rootCertificates(): Promise<Reading<RootCertificate[]>>;
  /** Whether a path exists; `%ProgramFiles%` and the like are expanded. */
  exists(path: string): Promise<Reading<boolean>>;
}
