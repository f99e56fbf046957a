import type { Guide } from "../../guide/guide.ts";
import type { World } from "../../machine/world.ts";
import { paymentOf } from "./payment.ts";

export type BrowserKind = "chromium" | "firefox";

/** What is set in the payer's browser. Origins are written as in a guide, `*.lgcns.com`. */
export interface Settings {
  /** Pages that may open windows without a click. */
  popups: string[];
  /** Pages that may reach programs on this PC. */
  loopback: string[];
  /** Where the browser is to say that it is another one. */
  userAgent?: string;
}

/** Policies of Chromium browsers about pages that reach programs on the PC. */
const localPolicies = /^(loopbacknetwork|localnetworkaccess)(allowed|blocked)forurls$/i;

/**
 * The settings of the PC in this world, as its facts have them. One browser pays for all that the
 * PC has: what any of them is allowed, it may do, and a page that one of them keeps from this PC
 * stays out until a policy lets it in.
 */
export function settingsOf(world: World, { localNetwork }: Guide): Settings {
  const { facts } = world.pc;
  const popups = facts?.popups.flatMap(({ allowed }) => allowed) ?? [];
  const rules = facts?.browserPolicies?.filter(({ name }) => localPolicies.test(name)) ?? [];
  const isAllowing = ({ name }: { name: string }) => /allowed/i.test(name);
  const allowed = rules.filter(isAllowing).flatMap(({ values }) => values);
  const refused = facts?.sitePermissions?.some(
    ({ permission, setting }) => permission !== "popups" && setting === "block",
  );
  const barred = refused || rules.some((rule) => !isAllowing(rule));
  const usual = localNetwork.flatMap(({ origins }) => origins);
  const old = facts?.browsers.find(({ id, version }) => id === "ie" && Number(version) < 9);
  const userAgent = old
    ? `Mozilla/4.0 (compatible; MSIE ${old.version}; Windows NT 6.1; Trident/4.0)`
    : paymentOf(world)?.userAgent;
  return {
    popups: origins(popups),
    loopback: barred ? origins(allowed) : usual,
    ...(userAgent !== undefined && { userAgent }),
  };
}

/** A browser's list writes `[*.]lgcns.com`. */
const origins = (sites: string[]) => [
  ...new Set(sites.map((site) => site.replace(/^\[\*\.\]/, "*."))),
];

/**
 * The same as an administrator sets it: one policy, one list.
 *
 * @param roots authorities as PEM; for Firefox the files that hold them
 */
export function policiesOf(
  kind: BrowserKind,
  { popups, loopback }: Settings,
  roots: readonly { pem: string; file: string }[],
): object {
  if (kind === "chromium") {
    return {
      CACertificates: roots.map(({ pem }) => pem.replace(/-----[^-]+-----|\s/g, "")),
      PopupsAllowedForUrls: popups.map(pattern),
      LoopbackNetworkAllowedForUrls: loopback.map(pattern),
      LocalNetworkAccessAllowedForUrls: loopback.map(pattern),
    };
  }
  return {
    policies: {
      Certificates: { Install: roots.map(({ file }) => file) },
      // Locked: stronger than what a program that drives the browser switches off.
      PopupBlocking: { Default: true, Locked: true, Allow: popups.map(origin) },
      LocalNetworkAccess: { Enabled: true, SkipDomains: loopback },
    },
  };
}

const pattern = (site: string) => site.replace(/^\*\./, "[*.]");
/** A name stands for all names below it. */
const origin = (site: string) => `https://${site.replace(/^\*\./, "")}`;
