import type { Reading } from "./failure.ts";

export interface InstalledProgram {
  name: string;
  version?: string;
  publisher?: string;
  /** `half` where the entry has no files, or the files no entry. */
  state: "complete" | "half";
  /** Whether its service or process runs; absent where it has none. */
  running?: boolean;
}

export interface RootCertificate {
  sha256: string;
  subject: string;
  notAfter: number;
  /** The store lists it among those never to be trusted. */
  distrusted: boolean;
}

export interface Browser {
  id: "ie" | "edge" | "chrome" | "whale" | "firefox";
  version: string;
  default: boolean;
}

/** A site entry as a person typed it, and the zone it was put in (2 is Trusted). */
export interface ZoneEntry {
  entry: string;
  zone: number;
}

export interface PopupSetting {
  browser: Browser["id"];
  blocked: boolean;
  allowed: string[];
}

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
