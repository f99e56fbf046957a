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
  const barred = refused || rules.some((rule) => !isAllowing(rule)) || asks(world);
  const usual = localNetwork.flatMap(({ origins }) => origins);
  const userAgent = paymentOf(world)?.userAgent ?? oldAgent(world);
  return {
    popups: origins(popups),
    loopback: barred ? origins(allowed) : usual,
    ...(userAgent !== undefined && { userAgent }),
  };
}

/** Chrome asks from this version on before a page reaches this PC. Source: Chrome Enterprise notes, 142. */
const asksFrom = 142;

/** Whether a browser of this PC asks first. Nobody is there to answer: what no policy allows stays out. */
function asks({ pc: { facts } }: World): boolean {
  return !!facts?.browsers.some(({ id, version }) => id === "chrome" && major(version) >= asksFrom);
}

const major = (version: string) => Number.parseInt(version, 10);

/** How the PC's browser names itself where it is older than the guide asks. */
function oldAgent(world: World): string | undefined {
  const rules = paymentOf(world)?.browsers ?? [];
  const old = world.pc.facts?.browsers.find(({ id, version }) =>
    rules.some((rule) => rule.browser === id && major(version) < rule.minimumVersion),
  );
  if (old?.id === "ie")
    return `Mozilla/4.0 (compatible; MSIE ${old.version}; Windows NT 6.1; Trident/4.0)`;
  if (old?.id !== "edge") return undefined;
  const windows =
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko)";
  return `${windows} Chrome/${old.version} Safari/537.36 Edg/${old.version}`;
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
