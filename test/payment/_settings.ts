import type { World } from "../../src/machine/world.ts";
import type { BrowserKind } from "./_browsers.ts";

/** What is set in the payer's browser. Origins are written as in a guide, `*.lgcns.com`. */
export interface Settings {
  /** Pages that may open windows without a click. */
  popups: string[];
  /** Pages that may reach programs on this PC. */
  loopback: string[];
  /** Where the browser is to say that it is another one. */
  userAgent?: string;
}

/** The settings of the PC in this world, as its facts have them. */
export function settingsOf({ pc: { facts } }: World, loopback: string[]): Settings {
  const popups = facts?.popups.flatMap(({ blocked, allowed }) => (blocked ? [] : allowed)) ?? [];
  const barred = facts?.sitePermissions?.some(
    ({ permission, setting }) => permission !== "popups" && setting === "block",
  );
  const old = facts?.browsers.find(({ id, version }) => id === "ie" && Number(version) < 9);
  return {
    popups,
    loopback: barred ? [] : loopback,
    ...(old && {
      userAgent: `Mozilla/4.0 (compatible; MSIE ${old.version}; Windows NT 6.1; Trident/4.0)`,
    }),
  };
}

/** The same as an administrator sets it: one policy, one list. */
export function policiesOf(kind: BrowserKind, { popups, loopback }: Settings, roots: string[]) {
  if (kind === "chromium") {
    return {
      CACertificates: roots.map((pem) => pem.replace(/-----[^-]+-----|\s/g, "")),
      PopupsAllowedForUrls: popups.map(pattern),
      LoopbackNetworkAllowedForUrls: loopback.map(pattern),
      LocalNetworkAccessAllowedForUrls: loopback.map(pattern),
    };
  }
  return {
    Certificates: { Install: roots.map((_, at) => rootFile(at)) },
    // Locked: stronger than what a program that drives the browser switches off.
    PopupBlocking: { Default: true, Locked: true, Allow: popups.map(origin) },
    LocalNetworkAccess: { Enabled: true, SkipDomains: loopback },
  };
}

/** Firefox takes roots as files. */
export const rootFile = (at: number) => `/run/jochi/payer-root-${at}.pem`;

const pattern = (site: string) => site.replace(/^\*\./, "[*.]");
/** A name stands for all names below it. */
const origin = (site: string) => `https://${site.replace(/^\*\./, "")}`;
